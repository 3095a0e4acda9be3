using System.CommandLine;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Commands;

/// <summary><c>status</c>: what is where, in a few honest lines.</summary>
internal static class StatusCommand
{
    public static Command Create(CommandEdge edge)
    {
        var command = new Command("status", Words.Of("status.about"));
        edge.Run(command, (node, _, screen, _) =>
        {
            var status = NodeStatus.Read(node);
            screen.Result(
                new
                {
                    office = node.Settings.Office.Value,
                    records = status.Records.ToDictionary(pair => pair.Key.ToString(), pair => pair.Value),
                    status.Pages,
                    status.DamagedMasters,
                    reading = new { status.Reading.Waiting, status.Reading.Failed, failedIn = status.UnreadIn.Select(batch => batch.Value) },
                    outbox = status.Outbox.Select(entry => new
                    {
                        package = entry.Package.Value,
                        entry.Destination,
                        state = entry.State,
                        entry.Since,
                        reason = entry.Reason is { } reason ? FindingTexts.Message(reason) : null,
                        entry.Verified,
                        entry.Bytes,
                        proof = entry.Proof,
                    }),
                },
                StatusWords.Lines(status));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
