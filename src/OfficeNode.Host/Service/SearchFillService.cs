using OfficeNode.Core.Disk;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Settings;

namespace OfficeNode.Host.Service;

/// <summary>After an update: puts what older programs saved into the index of what is found as one types, in small steps beside everybody's work.</summary>
/// <remarks>Where it stands is in the register. Until it is done the search takes longer and finds the same.</remarks>
internal sealed class SearchFillService : TurnService
{
    /// <summary>A step takes some 30 ms of the one writer; between two of them everybody else has it.</summary>
    internal const int Step = 200;

    internal static readonly TimeSpan BetweenSteps = TimeSpan.FromMilliseconds(100);

    /// <summary>Nothing falls behind any more once it is filled; a register that is restored from an old backup under a running service waits so long at most.</summary>
    internal static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    // Opening a node costs more than a step, and others wait no shorter for it.
    private const int StepsPerTurn = 50;

    private readonly NodeSource _nodes;

    public SearchFillService(NodeSource nodes, ILogger<SearchFillService> log)
        : base(nodes.Time, log) => _nodes = nodes;

    protected override async Task<TimeSpan> TurnAsync(CancellationToken cancellation)
    {
        try
        {
            using var node = _nodes.Open();
            return await FillAsync(node, cancellation) ? Rest : BetweenSteps;
        }
        catch (Exception error) when (error is StorageException or SettingsException)
        {
            Log.SearchFillFailed(error);
            return Rest;
        }
    }

    /// <summary>Does some steps; whether nothing is missing any more.</summary>
    private async Task<bool> FillAsync(Node node, CancellationToken cancellation)
    {
        if (!node.Register.Read(session => session.Search.IsFilling))
        {
            return true;
        }

        for (var step = 0; step < StepsPerTurn; step++)
        {
            node.Register.Note(session => session.FillSearch(Step));
            if (!node.Register.Read(session => session.Search.IsFilling))
            {
                Log.SearchFilled();
                return true;
            }

            await Task.Delay(BetweenSteps, node.Time, cancellation);
        }

        return false;
    }
}
