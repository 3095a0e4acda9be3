using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Settings;

namespace OfficeNode.Host.Service;

/// <summary>Notes of dossiers what days that came have made sure: a hold is over, the day of an act is there, or an older program saved them. Lists of what is open find them by index then.</summary>
/// <remarks>Until it is done lists take longer and hold the same. A day's work is a few dossiers; after an update it is all of them, in small steps beside everybody's work.</remarks>
internal sealed class OpeningService : TurnService
{
    /// <summary>A step takes some 20 ms of the one writer; between two of them everybody else has it.</summary>
    internal const int Step = 500;

    internal static readonly TimeSpan BetweenSteps = TimeSpan.FromMilliseconds(100);

    /// <summary>Days come by the hour at most: at midnight.</summary>
    internal static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    private readonly NodeSource _nodes;

    public OpeningService(NodeSource nodes, ILogger<OpeningService> log)
        : base(nodes.Time, log) => _nodes = nodes;

    protected override async Task<TimeSpan> TurnAsync(CancellationToken cancellation)
    {
        try
        {
            using var node = _nodes.Open();
            foreach (var right in Enum.GetValues<Right>())
            {
                await SettleAsync(node, right, cancellation);
            }
        }
        catch (Exception error) when (error is StorageException or SettingsException)
        {
            Log.OpeningsNotSettled(error);
        }

        return Rest;
    }

    private static async Task SettleAsync(Node node, Right right, CancellationToken cancellation)
    {
        var after = default(DossierId);
        while (node.Register.Note(session => session.Openings.Settle(right, after, Step)) is { } last)
        {
            after = last;
            await Task.Delay(BetweenSteps, node.Time, cancellation);
        }
    }
}
