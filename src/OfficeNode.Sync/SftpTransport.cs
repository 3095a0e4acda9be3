using OfficeNode.Core;
using OfficeNode.Sync.Sftp;

namespace OfficeNode.Sync;

/// <summary>Delivers to an SFTP server through OpenSSH's client.</summary>
/// <remarks>The proof is <see cref="ProofKind.LengthAndTail"/>. The server's key must be the pinned one; nothing is ever learnt from the line.</remarks>
public sealed class SftpTransport : ITransport
{
    private readonly Func<ISftpChannel> _dial;
    private readonly SyncLimits _limits;
    private readonly ByteBudget _budget;
    private readonly TimeProvider _clock;
    private readonly Dictionary<Digest, UploadMeter> _meters = [];
    private SftpClient? _client;
    private Traffic _before;

    /// <param name="budget">What this line may carry; it counts every byte both ways.</param>
    /// <exception cref="ArgumentException">The settings have <see cref="SftpSettings.Mistakes"/>; ask before.</exception>
    public SftpTransport(SftpSettings settings, SyncLimits limits, ByteBudget budget, TimeProvider clock)
        : this(() => SshProcess.Start(settings, limits, clock), limits, budget, clock)
    {
        if (settings.Mistakes().FirstOrDefault() is { } mistake)
        {
            throw new ArgumentException($"The settings of the SFTP server are wrong: expected {mistake}.", nameof(settings));
        }
    }

    internal SftpTransport(Func<ISftpChannel> dial, SyncLimits limits, ByteBudget budget, TimeProvider clock)
    {
        _dial = dial;
        _limits = limits;
        _budget = budget;
        _clock = clock;
    }

    public Traffic Traffic => new(
        _before.Sent + (_client?.Connection.Sent ?? 0),
        _before.Received + (_client?.Connection.Received ?? 0),
        _meters.Values.Sum(meter => meter.AcknowledgedBytes),
        _meters.Values.Sum(meter => meter.ResentBytes),
        _meters.Values.Sum(meter => meter.ReadBackBytes));

    public async Task ConnectAsync(CancellationToken cancellationToken)
    {
        if (_client is { Connection.IsAlive: true })
        {
            return;
        }

        await HangUpAsync();
        _client = new SftpClient(new SftpConnection(_dial(), _limits, _budget, _clock), _limits);
        await GuardedAsync(client => client.OpenAsync(cancellationToken));
    }

    public Task<RemoteEntry?> StatAsync(RemotePath path, CancellationToken cancellationToken) =>
        GuardedAsync(client => client.LstatAsync(path, cancellationToken));

    public Task<IReadOnlyList<RemoteEntry>> ListAsync(RemotePath folder, CancellationToken cancellationToken) =>
        GuardedAsync(client => client.ListAsync(folder, cancellationToken));

    public Task CreateFolderAsync(RemotePath folder, CancellationToken cancellationToken) =>
        GuardedAsync(client => CreateFolderAsync(client, folder, cancellationToken));

    public async Task<Proof> UploadAsync(Upload upload, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        using var source = await LocalFile.OpenAsync(upload, cancellationToken);
        var meter = _meters.TryGetValue(upload.Digest, out var known) ? known : _meters[upload.Digest] = new UploadMeter();
        meter.Progress = progress;
        var before = Traffic;

        var wasThere = await GuardedAsync(client => new SftpUpload(client, upload, source, meter, (_limits, _clock)).RunAsync(cancellationToken));
        var after = Traffic;
        return new Proof
        {
            Kind = ProofKind.LengthAndTail,
            Path = upload.Folder.Child(upload.Name),
            Length = source.Length,
            WasThere = wasThere,
            WireBytes = after.Total - before.Total,
            ResentBytes = after.Resent - before.Resent,
        };
    }

    public Task<byte[]> DownloadAsync(RemotePath path, int limit, CancellationToken cancellationToken) =>
        GuardedAsync(client => DownloadAsync(client, path, limit, cancellationToken));

    public async ValueTask DisposeAsync() => await HangUpAsync();

    private static async Task CreateFolderAsync(SftpClient client, RemotePath folder, CancellationToken cancellationToken)
    {
        if (folder.Segments.Count == 0 || await client.LstatAsync(folder, cancellationToken) is { Kind: RemoteKind.Folder })
        {
            return;
        }

        await CreateFolderAsync(client, folder.Parent, cancellationToken);
        if (!await client.MakeFolderAsync(folder, cancellationToken) && await client.LstatAsync(folder, cancellationToken) is not { Kind: RemoteKind.Folder })
        {
            throw new DeliveryException(DeliveryFault.Refused, $"The SFTP server does not make the folder {folder}.") { Path = folder.Value, Found = "mkdir: refused" };
        }
    }

    private static async Task<byte[]> DownloadAsync(SftpClient client, RemotePath path, int limit, CancellationToken cancellationToken)
    {
        if (await client.LstatAsync(path, cancellationToken) is not { Kind: RemoteKind.File, Length: { } length })
        {
            throw TransportFaults.Missing(path);
        }

        if (length > limit)
        {
            throw TransportFaults.TooLarge(path, limit);
        }

        var handle = await client.OpenFileAsync(path, SftpOpen.Read, cancellationToken);
        var bytes = await client.ReadAsync(handle, path, 0, (int)length, cancellationToken);
        await client.CloseAsync(handle, path, cancellationToken);
        return bytes;
    }

    private async Task GuardedAsync(Func<SftpClient, Task> use) => await GuardedAsync(async client =>
    {
        await use(client);
        return true;
    });

    /// <summary>Uses the connection, and gives it up when it can no longer be trusted.</summary>
    private async Task<T> GuardedAsync<T>(Func<SftpClient, Task<T>> use)
    {
        var client = _client ?? throw new InvalidOperationException($"{nameof(ConnectAsync)} comes first.");
        try
        {
            return await use(client);
        }
        catch (Exception error) when (error is not DeliveryException refusal || !IsAnswer(refusal.Fault))
        {
            // Requests may be under way whose answers nobody waits for any more.
            await HangUpAsync();
            throw;
        }
    }

    // The server said its word on a request that is over: the connection is as good as before.
    private static bool IsAnswer(DeliveryFault fault) =>
        fault is DeliveryFault.Missing or DeliveryFault.FolderMissing or DeliveryFault.TooLarge or DeliveryFault.NameTaken or DeliveryFault.Unproven;

    private async Task HangUpAsync()
    {
        if (_client is not { } client)
        {
            return;
        }

        await client.DisposeAsync();
        _before = new Traffic(_before.Sent + client.Connection.Sent, _before.Received + client.Connection.Received, 0, 0, 0);
        _client = null;
    }
}
