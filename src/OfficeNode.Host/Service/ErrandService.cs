using OfficeNode.Core;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Settings;
using OfficeNode.Storage.Tables;
using OfficeNode.Sync;

namespace OfficeNode.Host.Service;

/// <summary>Does what people ask for at the kiosk: sends, packages and tests lines at once, by the journeys of the night and under their leases.</summary>
/// <remarks>An errand that a stop cut off is done again from its beginning: all of them are safe to repeat.</remarks>
internal sealed class ErrandService : TurnService
{
    // A person looks on: three tries without any progress are an answer.
    private static readonly DeliveryRetryOptions AtTheScreen = new() { FruitlessTries = 3 };

    private readonly NodeSource _nodes;
    private readonly ErrandBell _bell;

    public ErrandService(NodeSource nodes, ErrandBell bell, ILogger<ErrandService> log)
        : base(nodes.Time, log)
    {
        _nodes = nodes;
        _bell = bell;
    }

    protected override async Task<TimeSpan> TurnAsync(CancellationToken cancellation)
    {
        await _bell.WaitAsync(cancellation);
        using var node = _nodes.Open();
        while (node.Register.Read(session => session.Errands.Next()) is { } errand)
        {
            await DoAsync(errand, cancellation);
        }

        return TimeSpan.Zero;
    }

    private async Task DoAsync(Errand errand, CancellationToken cancellation)
    {
        Log.ErrandBegins(errand.Destination, errand.Kind.ToString(), errand.Person);

        // With the settings as they are now: a destination may have been changed since the errand before.
        using var node = _nodes.Open();
        node.Register.Note(session => session.Errands.Begin(errand.Id));
        var (result, findings) = await TryAsync(node, errand, cancellation);
        node.Register.Note(session => session.Errands.End(errand.Id, result, findings));
    }

    private async Task<(ErrandResult? Result, IReadOnlyList<Finding> Findings)> TryAsync(Node node, Errand errand, CancellationToken cancellation)
    {
        try
        {
            if (!node.Settings.Destinations.TryGetValue(errand.Destination, out var settings))
            {
                throw new SettingsException($"There is no destination {errand.Destination}.");
            }

            return await WorkAsync(node, errand, settings, cancellation);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            // The edge of a worker: the next errand gets its turn.
            var finding = ServiceFindings.Of(errand.Destination, error);
            if (finding.Rule == ServiceFindings.Failed)
            {
                Log.ErrandFailed(errand.Destination, errand.Kind.ToString(), error);
            }

            return (null, [finding]);
        }
    }

    private static async Task<(ErrandResult? Result, IReadOnlyList<Finding> Findings)> WorkAsync(
        Node node, Errand errand, DestinationSettings settings, CancellationToken cancellation)
    {
        switch (errand.Kind)
        {
            case ErrandKind.Build:
                return await BuildAsync(node, errand, settings, cancellation);
            case ErrandKind.Send:
                var run = await Sync(node).RunOneAsync(errand.Destination, new ErrandProgress(node, errand.Id), null, cancellation);
                return (new ErrandResult { Delivered = run.Delivered, Accepted = run.Accepted, Refused = run.Refused, Waiting = run.Waiting, BytesOnWire = run.BytesOnWire }, run.Findings);
            default:
                var found = await Sync(node).TestAsync(errand.Destination, cancellation);
                return (found.Count == 0 ? new ErrandResult() : null, found);
        }
    }

    private static async Task<(ErrandResult? Result, IReadOnlyList<Finding> Findings)> BuildAsync(
        Node node, Errand errand, DestinationSettings settings, CancellationToken cancellation)
    {
        if (settings.State != DestinationState.Agreed)
        {
            return (null, [new Finding(JourneyFindings.NotAgreed, Severity.Error) { Arguments = new Dictionary<string, string> { ["destination"] = errand.Destination } }]);
        }

        await using var journey = new PackageJourney(node, errand.Person) { LeavesRefused = true };
        var made = await journey.RunAsync(errand.Destination, settings, PackageScope.Updates, new ErrandProgress(node, errand.Id), cancellation);
        var result = new ErrandResult
        {
            Packages = made.Packages.Count,
            Records = made.Packages.Sum(package => package.Records ?? 0),
            LeftOut = made.Skipped.Count(skipped => skipped.Findings.Any(finding => finding.Severity == Severity.Error)),
        };
        return (result, made.Findings);
    }

    private static SyncJourney Sync(Node node) => new(node, AtTheScreen, ByteBudget.Unlimited(node.Time));

    /// <summary>Notes progress for the screen, once a second at most: each note is a write.</summary>
    private sealed class ErrandProgress : IProgress<long>
    {
        private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

        private readonly Node _node;
        private readonly long _errand;
        private long _notedAt;

        public ErrandProgress(Node node, long errand)
        {
            _node = node;
            _errand = errand;
            _notedAt = node.Time.GetTimestamp();
        }

        public void Report(long value)
        {
            if (_node.Time.GetElapsedTime(_notedAt) >= Least)
            {
                _notedAt = _node.Time.GetTimestamp();
                _node.Register.Note(session => session.Errands.NoteProgress(_errand, value));
            }
        }
    }
}
