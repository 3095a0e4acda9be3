using System.CommandLine;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Texts;
using OfficeNode.Sync;
using OfficeNode.Sync.Deliveries;

namespace OfficeNode.Host.Commands;

/// <summary><c>sync</c>: delivers what waits and fetches receipts.</summary>
internal static class SyncCommand
{
    // With --once a person waits at the screen: three tries without any progress are an answer.
    private static readonly DeliveryRetryOptions AtTheScreen = new() { FruitlessTries = 3 };

    public static Command Create(CommandEdge edge)
    {
        var once = new Option<bool>("--once") { Description = Words.Of("sync.once") };
        var command = new Command("sync", Words.Of("sync.about")) { once };
        edge.Run(command, async (node, parsed, screen, cancellation) =>
        {
            var patience = parsed.GetValue(once) ? AtTheScreen : new DeliveryRetryOptions();
            using var progress = screen.Progress(Words.Of("progress.bytes"), null, edge.Time);
            var run = await new SyncJourney(node, patience, ByteBudget.Unlimited(edge.Time)).RunAsync(
                new Reporting(progress),
                (fault, wait) => screen.Message(Words.Of("sync.retry", ("fault", fault.Message), ("seconds", Math.Ceiling(wait.TotalSeconds)))),
                cancellation);
            Print(screen, run);
            return run.Findings.Any(finding => finding.Severity != Core.Severity.Info) ? ExitCode.Environment
                : run.Refused > 0 ? ExitCode.DataErrors
                : ExitCode.Done;
        });
        return command;
    }

    private static void Print(Screen screen, SyncRun run)
    {
        screen.Findings(run.Findings);
        screen.Result(
            new { run.Sent, run.Delivered, run.Accepted, run.Refused, run.Waiting, run.BytesOnWire, run.BytesResent, findings = FindingJson.Of(run.Findings) },
            [
                Words.Of("sync.done", ("delivered", run.Delivered), ("accepted", run.Accepted), ("refused", run.Refused), ("waiting", run.Waiting)),
                Words.Of("sync.bytes", ("wire", StatusWords.Size(run.BytesOnWire)), ("resent", StatusWords.Size(run.BytesResent))),
            ]);
    }
}
