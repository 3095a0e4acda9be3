using System.CommandLine;
using OfficeNode.Host.Desk;
using OfficeNode.Host.Texts;
using OfficeNode.Packaging;

namespace OfficeNode.Host.Commands;

/// <summary><c>intake</c>: the receiving desk takes in what arrived and answers with signed receipts.</summary>
internal static class IntakeCommand
{
    public static Command Create(CommandEdge edge)
    {
        var root = new Option<string>("--root") { Description = Words.Of("intake.root"), Required = true };
        var command = new Command("intake", Words.Of("intake.about")) { root };
        edge.Run(command, async (node, parsed, screen, cancellation) =>
        {
            var folder = Path.GetFullPath(parsed.GetRequiredValue(root));
            if (!Directory.Exists(folder))
            {
                throw new UsageException(Words.Of("intake.root.missing", ("folder", folder)));
            }

            using var journey = new IntakeJourney(node, folder, DeskLimits.Default);
            using var progress = screen.Progress(Words.Of("progress.packages"), null, edge.Time);
            var result = await journey.RunAsync(new Reporting(progress), cancellation);
            Print(screen, result);
            return result.Unreadable.Count > 0 ? ExitCode.Environment
                : result.Taken.Any(package => package.Outcome != ReceiptOutcome.Accepted) ? ExitCode.DataErrors
                : ExitCode.Done;
        });
        return command;
    }

    private static void Print(Screen screen, IntakeResult result)
    {
        foreach (var package in result.Taken)
        {
            screen.Findings(package.Findings);
        }

        screen.Findings(result.Unreadable);
        screen.Result(
            new
            {
                taken = result.Taken.Select(package => new
                {
                    package.Package,
                    package.Folder,
                    package.Outcome,
                    package.Records,
                    package.Refused,
                    package.Receipt,
                    findings = FindingJson.Of(package.Findings),
                }),
                result.Waiting,
                result.Known,
                result.Others,
                unreadable = FindingJson.Of(result.Unreadable),
            },
            Lines(result));
    }

    private static IEnumerable<string> Lines(IntakeResult result) =>
    [
        .. result.Taken.Select(package => Words.Of(
            "intake-taken." + package.Outcome, ("package", package.Package), ("accepted", package.Records - package.Refused), ("refused", package.Refused))),
        .. result.Waiting.Select(package => Words.Of("intake.waiting", ("package", package.Package), ("missing", string.Join(", ", package.Missing)))),
        .. result.Others.Select(file => Words.Of("intake.other", ("file", file))),
        Words.Of("intake.done", ("taken", result.Taken.Count), ("known", result.Known), ("waiting", result.Waiting.Count), ("others", result.Others.Count)),
    ];
}
