using System.CommandLine;
using OfficeNode.Capture;
using OfficeNode.Capture.Reading;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Settings;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Commands;

/// <summary><c>read</c>: OCR of what waits.</summary>
internal static class ReadCommand
{
    public static Command Create(CommandEdge edge)
    {
        var workers = new Option<int?>("--workers") { Description = Words.Of("read.workers") };
        var languages = new Option<string?>("--languages") { Description = Words.Of("read.languages") };
        var command = new Command("read", Words.Of("read.about")) { workers, languages };
        edge.Run(command, async (node, parsed, screen, cancellation) =>
        {
            var count = parsed.GetValue(workers) ?? ReadJourney.WorkersFor(node);
            if (count is < 1 or > ReadingSettings.MostWorkers)
            {
                throw Values.Unreadable("--workers", FormattableString.Invariant($"{count}"), FormattableString.Invariant($"1 to {ReadingSettings.MostWorkers}"));
            }

            var named = Values.List(parsed.GetValue(languages)).Select(name => Values.Code<ReadingLanguage>("--languages", name).Value).ToList();
            var waiting = node.Register.Read(session => session.Readings.CountWaiting());
            await using var pool = new ImageWorkerPool(ReadingWorkers.Of(ThisProgram.ImageWorkers(), count), edge.Time);
            using var progress = screen.Progress(Words.Of("progress.pages"), waiting, edge.Time);
            var result = await new ReadJourney(
                node, new TesseractEngine(pool), named.Count > 0 ? named : node.Settings.Reading.LanguagesFor(node.Settings.Language), count, new Reporting(progress)).RunAsync(cancellation);
            screen.Findings(result.Findings);
            screen.Result(
                new { result.Pages, result.Read, result.Failed, seconds = Math.Round(result.Time.TotalSeconds, 2), result.Waiting, findings = FindingJson.Of(result.Findings) },
                [Words.Of("read.done", ("read", result.Read), ("failed", result.Failed), ("seconds", Math.Round(result.Time.TotalSeconds)))]);
            if (result.Fault is { } fault)
            {
                screen.Message(Words.Of("read.waiting", ("count", result.Waiting), ("detail", StorageWords.Of(fault))));
                return ExitCode.Environment;
            }

            return result.Failed > 0 ? ExitCode.DataErrors : ExitCode.Done;
        });
        return command;
    }
}
