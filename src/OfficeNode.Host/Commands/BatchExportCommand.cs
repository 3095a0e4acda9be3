using System.CommandLine;
using OfficeNode.Capture;
using OfficeNode.Capture.Reading;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Commands;

/// <summary><c>batch export</c>: masters, texts, ALTO and searchable PDFs of a batch into a folder.</summary>
internal static class BatchExportCommand
{
    public static Command Create(CommandEdge edge)
    {
        var name = BatchOptions.Batch();
        var folder = new Argument<string>("folder") { Description = Words.Of("batch.export.folder") };
        var command = new Command("export", Words.Of("batch.export.about")) { name, folder };
        edge.Run(command, async (node, parsed, screen, cancellation) =>
        {
            var view = new BatchJourney(node).View(BatchOptions.Find(node, parsed.GetRequiredValue(name)))
                ?? throw new InvalidOperationException("A batch that was there is gone.");
            await using var pool = new ImageWorkerPool(ReadingWorkers.Of(ThisProgram.ImageWorkers(), workers: 1), edge.Time);
            using var progress = screen.Progress(Words.Of("progress.pages"), view.Arrangement.Pages.Count, edge.Time);
            var to = Path.GetFullPath(parsed.GetRequiredValue(folder));
            var result = await new BatchExport(node, view, to, pool).RunAsync(new Reporting(progress), cancellation);
            screen.Findings(result.Findings);
            screen.Result(
                new { batch = view.Batch.Id.Value, folder = to, result.Masters, result.Texts, result.Pictures, result.Documents, findings = FindingJson.Of(result.Findings) },
                [Words.Of("batch.export.done", ("batch", view.Batch.Id), ("masters", result.Masters), ("texts", result.Texts), ("pictures", result.Pictures), ("documents", result.Documents), ("folder", to))]);
            return Values.HasErrors(result.Findings) ? ExitCode.DataErrors : ExitCode.Done;
        });
        return command;
    }
}
