using System.CommandLine;
using OfficeNode.Capture.Scanners;
using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Settings;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Commands;

/// <summary><c>scan</c>: one batch in.</summary>
internal static class ScanCommand
{
    public static Command Create(CommandEdge edge)
    {
        var source = new Option<string>("--source") { Description = Words.Of("scan.source"), Required = true };
        var into = new Option<string?>("--into") { Description = Words.Of("scan.into") };
        var another = new Option<bool>("--new") { Description = Words.Of("scan.new") };
        var resolution = new Option<int>("--dpi") { Description = Words.Of("scan.dpi"), DefaultValueFactory = _ => 300 };
        var colour = new Option<string>("--colour") { Description = Words.Of("scan.colour"), DefaultValueFactory = _ => "grey" };
        var duplex = new Option<bool>("--duplex") { Description = Words.Of("scan.duplex") };
        var paper = new Option<string?>("--paper") { Description = Words.Of("scan.paper") };
        var backFile = new Option<bool>("--back-file") { Description = Words.Of("scan.back-file") };
        var rest = new Option<int?>("--rest") { Description = Words.Of("scan.rest") };
        var command = new Command("scan", Words.Of("scan.about")) { source, into, another, resolution, colour, duplex, paper, backFile, rest };
        edge.Run(command, async (node, parsed, screen, cancellation) =>
        {
            var name = ScannerSource.Canonical(parsed.GetRequiredValue(source));
            var scanner = ScannerSource.Open(name, OptionsOf(parsed.GetValue(rest)), node.Disk, node.Time);
            if (!scanner.Success)
            {
                throw Values.Unreadable("--source", name, scanner.Expected ?? "");
            }

            var known = parsed.GetValue(into) is { } batch ? BatchOptions.Find(node, batch) : (BatchId?)null;
            if (known is { } id && node.Register.Read(session => BatchJourney.HandedOver(session, id)) is { } refused)
            {
                throw new UsageException(FindingTexts.Message(refused));
            }

            var size = PaperOf(parsed.GetValue(paper), scanner.Value);
            var request = new ScanRequest
            {
                Source = name,
                Into = known,
                BeginAnother = parsed.GetValue(another),
                IsBackFile = parsed.GetValue(backFile),
                Order = new ScanOrder
                {
                    Spool = node.Folder.Spool,
                    Resolution = parsed.GetValue(resolution),
                    Colour = Values.Choice<ScanColour>("--colour", parsed.GetRequiredValue(colour)),
                    Duplex = parsed.GetValue(duplex),
                    Width = size?.Width,
                    Height = size?.Height,
                },
                Author = Values.Author,
            };
            await using var intake = new SideIntake(node.Pages, node.Previews, node.Settings.Quality, edge.Time);
            using var progress = screen.Progress(Words.Of("progress.pages"), null, edge.Time);
            var result = await new ScanJourney(node, intake, new Reporting(progress))
            {
                GoesOn = (batch, sheet) => screen.Message(Words.Of("scan.sheet", ("batch", batch), ("sheet", sheet))),
            }.RunAsync(scanner.Value, request, cancellation);
            return Print(node, screen, result);
        });
        return command;
    }

    private static ScannerOptions OptionsOf(int? rest) => rest switch
    {
        null => new ScannerOptions(),
        >= 0 and <= ScanFolder.LongestRest and { } seconds => new ScannerOptions { RestTime = TimeSpan.FromSeconds(seconds) },
        { } other => throw Values.Unreadable("--rest", FormattableString.Invariant($"{other}"), FormattableString.Invariant($"0 to {ScanFolder.LongestRest}")),
    };

    private static PaperSize? PaperOf(string? text, IScanner scanner)
    {
        if (text is null)
        {
            return null;
        }

        var size = PaperSize.Parse(text);
        return !size.Success ? throw Values.Unreadable("--paper", text, size.Expected ?? "")
            : scanner is FolderScanner ? throw new UsageException(Words.Of("scan.paper.folder"))
            : size.Value;
    }

    private static int Print(Node node, Screen screen, ScanResult result)
    {
        var view = new BatchJourney(node).View(result.Batch) ?? throw new InvalidOperationException($"{result.Batch} was scanned and is not there.");
        IReadOnlyList<Finding> findings =
        [
            .. result.Findings,
            .. view.Drafts.Findings,
            .. TargetReminder.Of(node, view) is { } reminder ? [reminder] : Array.Empty<Finding>(),
            .. result.Fault is { } fault ? [fault] : Array.Empty<Finding>(),
        ];
        var blank = view.Arrangement.Pages.Count(page => page.IsBlank);
        screen.Findings(findings);
        screen.Result(
            new
            {
                batch = result.Batch.Value,
                result.Pages,
                separators = view.Drafts.Separators.Count,
                blank,
                target = BatchGrades.Describe(view.Target),
                quality = view.Quality,
                result.Refused,
                stopped = result.Fault?.Rule,
                nextSheet = view.NextSheet,
                result.LeftOut,
                findings = FindingJson.Of(findings),
            },
            [
                Words.Of(
                    "scan.done", ("batch", result.Batch), ("pages", result.Pages), ("separators", view.Drafts.Separators.Count), ("blank", blank), ("refused", result.Refused)),
                .. BatchGrades.Lines(view),
                .. result.LeftOut == 0 ? Array.Empty<string>() : [Words.Of("scan.more", ("count", result.LeftOut), ("batch", result.Batch))],
                .. result.Fault is null ? Array.Empty<string>() : [Words.Of("scan.stopped", ("batch", result.Batch), ("page", view.Arrangement.Pages.Count))],
                .. view.NextSheet is { } sheet ? [Words.Of("scan.sheet", ("batch", result.Batch), ("sheet", sheet))] : Array.Empty<string>(),
            ]);
        return result.Fault is not null ? ExitCode.Environment
            : result.Refused > 0 || Values.HasErrors(findings) ? ExitCode.DataErrors
            : ExitCode.Done;
    }
}
