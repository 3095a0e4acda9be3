using OfficeNode.Core;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Settings;
using OfficeNode.Storage.Tables;
using OfficeNode.Sync;

namespace OfficeNode.Host.Service;

/// <summary>The work of one night: packages what is new for every agreed destination, delivers what waits, fetches receipts; in rounds, until all is done.</summary>
/// <remarks>What fails for one destination never keeps the others from their turn (I11). Not thread-safe.</remarks>
internal sealed class NightRun
{
    /// <summary>The author of what the night does, for the audit log.</summary>
    public const string Author = "night";

    private readonly NodeSource _nodes;
    private readonly NightOptions _options;
    private readonly ByteBudget _budget;
    private readonly DateTimeOffset _end;
    private readonly ILogger _log;
    private readonly HashSet<string> _packaged = new(StringComparer.Ordinal);
    private readonly List<Finding> _troubles = [];

    public NightRun(NodeSource nodes, NightOptions options, ByteBudget budget, DateTimeOffset end, ILogger log)
    {
        _nodes = nodes;
        _options = options;
        _budget = budget;
        _end = end;
        _log = log;
    }

    /// <summary>Goes once over all destinations and counts on from a result so far.</summary>
    /// <returns>The new result, and whether there is nothing left that another round could do.</returns>
    public async Task<(NightResult Result, bool IsDone)> RoundAsync(NightResult result, CancellationToken cancellation)
    {
        _troubles.Clear();
        using var node = _nodes.Open();
        var destinations = node.Settings.Destinations.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        foreach (var (name, settings) in destinations.Where(pair => pair.Value.State == DestinationState.Agreed && !_packaged.Contains(pair.Key)))
        {
            await TryAsync(name, async () => result = await PackageAsync(node, name, settings, result, cancellation), cancellation);
        }

        var reachable = destinations.Where(pair => pair.Value.Transport.Kind != TransportKind.None).ToList();
        foreach (var (name, _) in reachable)
        {
            await TryAsync(name, async () => result = await DeliverAsync(node, name, result, cancellation), cancellation);
        }

        var open = Open(node, reachable.ToDictionary(pair => pair.Key, pair => pair.Value));
        return (result with { Waiting = open.Waiting, Troubles = [.. _troubles] }, _troubles.Count == 0 && open.Hoped == 0);
    }

    private bool IsTime => _nodes.Time.GetUtcNow() < _end;

    private async Task<NightResult> PackageAsync(Node node, string name, DestinationSettings settings, NightResult result, CancellationToken cancellation)
    {
        if (!IsTime)
        {
            return result;
        }

        await using var journey = new PackageJourney(node, Author) { LeavesRefused = true };
        var made = await journey.RunAsync(name, settings, PackageScope.Updates, null, cancellation);
        _packaged.Add(name);
        var leftOut = made.Skipped.Count(skipped => skipped.Findings.Any(finding => finding.Severity == Severity.Error));
        _log.Packaged(name, made.Packages.Count, leftOut);
        return result with { Packages = result.Packages + made.Packages.Count, LeftOut = result.LeftOut + leftOut };
    }

    private async Task<NightResult> DeliverAsync(Node node, string name, NightResult result, CancellationToken cancellation)
    {
        // At the end of the window the package under way is finished, because the receiver takes no halves; the next is not begun.
        var journey = new SyncJourney(node, _options.Patience, _budget) { MayStart = () => IsTime };
        var run = await journey.RunOneAsync(name, (fault, wait) => _log.Retrying(name, wait.TotalSeconds, fault.Fault.ToString()), cancellation);
        foreach (var finding in run.Findings)
        {
            _log.Trouble(name, finding.Rule, finding.Found ?? "");
        }

        _log.Synced(name, run.Delivered, run.Accepted, run.Refused, run.Waiting, run.BytesOnWire);
        return result with
        {
            Delivered = result.Delivered + run.Delivered,
            Accepted = result.Accepted + run.Accepted,
            Refused = result.Refused + run.Refused,
            BytesOnWire = result.BytesOnWire + run.BytesOnWire,
        };
    }

    /// <summary>Packages that wait, and how many of all another round may bring forward: what has a line, and what a signed receipt may answer.</summary>
    private static (int Waiting, int Hoped) Open(Node node, Dictionary<string, DestinationSettings> reachable) => node.Register.Read(session =>
    {
        var waiting = session.Deliveries.InState(DeliveryState.Waiting);
        var unanswered = session.Deliveries.InState(DeliveryState.Delivered)
            .Count(delivery => reachable.GetValueOrDefault(delivery.Package.Destination)?.Acknowledgement == Acknowledgement.Signed);
        return (waiting.Count, unanswered + waiting.Count(delivery => reachable.ContainsKey(delivery.Package.Destination)));
    });

    private async Task TryAsync(string destination, Func<Task> work, CancellationToken cancellation)
    {
        try
        {
            await work();
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            // The edge of a worker: whatever it is, the other destinations get their turn.
            var finding = ServiceFindings.Of(destination, error);
            if (finding.Rule == ServiceFindings.Failed)
            {
                _log.NightFailed(destination, error);
            }
            else
            {
                _log.Trouble(destination, finding.Rule, finding.Found ?? "");
            }

            _troubles.Add(finding);
        }
    }
}
