using OfficeNode.Core;
using OfficeNode.Host.Settings;
using OfficeNode.Packaging;
using OfficeNode.Storage.Tables;
using OfficeNode.Sync;
using OfficeNode.Sync.Deliveries;

namespace OfficeNode.Host.Journey;

/// <summary>Delivers what waits and fetches answers, destination by destination; one that cannot be reached never holds up the others (I11).</summary>
public sealed class SyncJourney
{
    private readonly Node _node;
    private readonly DeliveryRetryOptions _patience;
    private readonly ByteBudget _budget;

    /// <param name="patience">How long a dead line is tried: a person at the screen waits less than the night does.</param>
    /// <param name="budget">What the line may carry in this run, over all destinations.</param>
    public SyncJourney(Node node, DeliveryRetryOptions patience, ByteBudget budget)
    {
        _node = node;
        _patience = patience;
        _budget = budget;
    }

    /// <summary>Asked before each package: false leaves it and those after it in the outbox. Default null: all go.</summary>
    public Func<bool>? MayStart { get; init; }

    /// <summary>Works through the outbox once.</summary>
    /// <param name="onRetry">Told each fault that is tried again, with the wait before; may be null.</param>
    public async Task<SyncRun> RunAsync(IProgress<long>? progress, Action<DeliveryException, TimeSpan>? onRetry, CancellationToken cancellation)
    {
        using var lease = _node.TakeLease("sync");
        var run = new SyncRun();
        foreach (var (name, settings) in _node.Settings.Destinations.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            run = run.Plus(await DestinationAsync(name, settings, progress, onRetry, cancellation));
        }

        return run;
    }

    /// <summary>Works through the outbox of one destination once.</summary>
    /// <param name="onRetry">Told each fault that is tried again, with the wait before; may be null.</param>
    /// <exception cref="SettingsException">Its line is set up wrongly.</exception>
    public Task<SyncRun> RunOneAsync(string destination, Action<DeliveryException, TimeSpan>? onRetry, CancellationToken cancellation) =>
        RunOneAsync(destination, null, onRetry, cancellation);

    /// <summary>Works through the outbox of one destination once.</summary>
    /// <param name="progress">Told the bytes of the current package that the receiver holds; may be null.</param>
    /// <param name="onRetry">Told each fault that is tried again, with the wait before; may be null.</param>
    /// <exception cref="SettingsException">Its line is set up wrongly.</exception>
    public async Task<SyncRun> RunOneAsync(string destination, IProgress<long>? progress, Action<DeliveryException, TimeSpan>? onRetry, CancellationToken cancellation)
    {
        using var lease = _node.TakeLease("sync");
        return await DestinationAsync(destination, _node.Settings.Destinations[destination], progress, onRetry, cancellation);
    }

    /// <summary>Reaches a destination and looks for the folders that packages go into; sends nothing.</summary>
    /// <returns>What is wrong; nothing when packages would arrive.</returns>
    /// <exception cref="SettingsException">Its line is set up wrongly.</exception>
    public async Task<IReadOnlyList<Finding>> TestAsync(string destination, CancellationToken cancellation)
    {
        var settings = _node.Settings.Destinations[destination];
        var transport = Open(destination, settings.Transport);
        if (transport is null)
        {
            return [new Finding(JourneyFindings.NoLine, Severity.Error) { Arguments = new Dictionary<string, string> { ["destination"] = destination } }];
        }

        await using (transport)
        {
            try
            {
                await transport.ConnectAsync(cancellation);
                var target = TargetOf(destination, settings);
                foreach (var scope in Enum.GetValues<PackageScope>())
                {
                    await transport.ListAsync(target.FolderOf(scope), cancellation);
                }

                return [];
            }
            catch (DeliveryException fault)
            {
                return [fault.ToFinding(destination)];
            }
        }
    }

    private async Task<SyncRun> DestinationAsync(
        string name, DestinationSettings settings, IProgress<long>? progress, Action<DeliveryException, TimeSpan>? onRetry, CancellationToken cancellation)
    {
        var transport = Open(name, settings.Transport);
        if (transport is null)
        {
            return new SyncRun { Waiting = Waiting(name) };
        }

        await using (transport)
        {
            var target = TargetOf(name, settings);
            var retry = new DeliveryRetry(_patience, _node.Time, Random.Shared.NextDouble, onRetry);
            var worker = new DeliveryWorker(_node.Register, _node.Folder.Packages, transport, target, retry) { MayStart = MayStart };
            var delivered = await worker.RunAsync(progress, cancellation);
            var verifier = new ReceiptVerifier(new TrustStore(_node.Folder, _node.Disk).For(name), _node.Time, PackagingLimits.Default);
            var answered = await new ReceiptCollector(_node.Register, transport, target, verifier, PackagingLimits.Default).RunAsync(cancellation);
            return delivered.Plus(answered);
        }
    }

    private int Waiting(string destination) => _node.Register.Read(session => session.Deliveries.InState(DeliveryState.Waiting))
        .Count(delivery => delivery.Package.Destination == destination);

    /// <summary>The line of a destination; null when it has none.</summary>
    private ITransport? Open(string name, TransportSettings settings) => settings.Kind switch
    {
        TransportKind.Folder => new FolderTransport(_node.Disk, settings.Root, SyncLimits.Default, _node.Time),
        TransportKind.Sftp => new SftpTransport(new LineKeys(_node).Prepare(name, settings), SyncLimits.Default, _budget, _node.Time),
        _ => null,
    };

    private static DeliveryTarget TargetOf(string name, DestinationSettings settings) => new()
    {
        Destination = name,
        Root = PathOf(RootOf(settings)),
        Collection = settings.Collection,
        Sidecars = settings.Sidecars,
        Receipts = settings.Acknowledgement == Acknowledgement.Signed ? PathOf(Join(RootOf(settings), settings.Receipts)) : null,
        DeliveredIsConfirmed = settings.Acknowledgement == Acknowledgement.None,
    };

    // A folder transport stands at the root already; at a server the tree may begin below the login folder.
    private static string RootOf(DestinationSettings settings) => settings.Transport.Kind == TransportKind.Sftp ? settings.Transport.Root : "";

    private static string Join(string root, string folder) => root.Length == 0 ? folder : $"{root.TrimEnd('/')}/{folder}";

    private static RemotePath PathOf(string text)
    {
        var path = RemotePath.Parse(text);
        return path.Success ? path.Value : throw new SettingsException($"The path '{text}' at the receiver is not usable, expected {path.Expected}.");
    }
}
