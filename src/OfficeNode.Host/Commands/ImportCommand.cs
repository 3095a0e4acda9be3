using System.CommandLine;
using OfficeNode.Core;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Commands;

/// <summary><c>import</c>: register data in.</summary>
internal static class ImportCommand
{
    public static Command Create(CommandEdge edge)
    {
        var paths = new Argument<string[]>("path") { Description = Words.Of("import.path"), Arity = ArgumentArity.OneOrMore };
        var format = new Option<string?>("--format") { Description = Words.Of("import.format") };
        var map = new Option<string?>("--map") { Description = Words.Of("import.map") };
        var propose = new Option<bool>("--propose-map") { Description = Words.Of("import.propose") };
        var right = new Option<string?>("--right") { Description = Words.Of("import.right") };
        var collection = new Option<string?>("--published-collection") { Description = Words.Of("import.collection") };
        var command = new Command("import", Words.Of("import.about")) { paths, format, map, propose, right, collection };
        edge.Run(command, async (node, parsed, screen, cancellation) =>
        {
            var files = parsed.GetRequiredValue(paths);
            var of = parsed.GetValue(right) is { } word ? Values.Right("--right", word) : (Right?)null;
            if (parsed.GetValue(propose))
            {
                return await MappingProposalOutput.RunAsync(files[0], of, screen, cancellation);
            }

            var (mapping, digest) = await MappingFile.LoadAsync(parsed.GetValue(map), of, screen, cancellation);
            var order = new ImportOrder
            {
                Paths = files,
                Format = parsed.GetValue(format) is { } name ? Values.SourceFormat("--format", name) : null,
                Mapping = mapping,
                MappingDigest = digest,
                CollectionAct = parsed.GetValue(collection) is { } text ? CollectionAct.Parse(text) : null,
                Author = Values.Author,
            };
            using var progress = screen.Progress(Words.Of("progress.entries"), null, edge.Time);
            var result = await new ImportJourney(node, new Reporting(progress)).RunAsync(order, cancellation);
            Print(screen, result);
            return result.Counts.Rejected > 0 || Values.HasErrors(result.Findings) ? ExitCode.DataErrors : ExitCode.Done;
        });
        return command;
    }

    private static void Print(Screen screen, ImportResult result)
    {
        var counts = result.Counts;
        screen.Findings(result.Findings);
        var lines = new List<string>
        {
            Words.Of("import.done", ("read", counts.Read), ("new", counts.New), ("changed", counts.Changed), ("unchanged", counts.Unchanged), ("rejected", counts.Rejected)),
        };
        lines.AddRange(result.RejectFiles.Select(file => Words.Of("import.rejects", ("file", file))));
        lines.AddRange(counts.Unmapped.Select(pair => Words.Of("import.unmapped", ("path", pair.Key), ("count", pair.Value))));
        screen.Result(
            new
            {
                counts.Read,
                counts.New,
                counts.Changed,
                counts.Unchanged,
                counts.Rejected,
                Rejects = result.RejectFiles.Count == 0 ? null : string.Join(Path.PathSeparator, result.RejectFiles),
                counts.Unmapped,
                Findings = FindingJson.Of(result.Findings),
            },
            lines);
    }
}

/// <summary>Passes a journey's progress to the screen, on the journey's own thread.</summary>
internal sealed class Reporting(ProgressLine line) : IProgress<long>
{
    public void Report(long value) => line.Report(value);
}
