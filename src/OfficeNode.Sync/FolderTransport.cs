using System.Security.Cryptography;
using OfficeNode.Core;
using OfficeNode.Core.Disk;

namespace OfficeNode.Sync;

/// <summary>Delivers to a folder of this machine: a mounted share, a removable disk.</summary>
/// <remarks>
/// The proof is <see cref="ProofKind.Digest"/>. A copy that was cut is begun again, since a disk has no slow line. Shares hang, and the system's
/// calls know no time-out: each step runs beside the caller, who leaves after <see cref="SyncLimits.FolderStep"/>; the step itself ends when the
/// share comes back. A mount point without its disk is an empty folder like any other: the root should be a folder on the disk, not the mount point.
/// </remarks>
public sealed class FolderTransport : ITransport
{
    private readonly IDisk _disk;
    private readonly string _root;
    private readonly SyncLimits _limits;
    private readonly TimeProvider _clock;
    private readonly Dictionary<Digest, UploadMeter> _meters = [];
    private long _written;
    private long _read;

    /// <param name="root">An existing folder; every path, with a leading '/' or without, lies below it.</param>
    public FolderTransport(IDisk disk, string root, SyncLimits limits, TimeProvider clock)
    {
        _disk = disk;
        _root = Path.GetFullPath(root);
        _limits = limits;
        _clock = clock;
    }

    public Traffic Traffic => new(
        Interlocked.Read(ref _written),
        Interlocked.Read(ref _read),
        _meters.Values.Sum(meter => meter.AcknowledgedBytes),
        _meters.Values.Sum(meter => meter.ResentBytes),
        Interlocked.Read(ref _read));

    public Task ConnectAsync(CancellationToken cancellationToken) => StepAsync(_ => Require(Directory.Exists(_root)), cancellationToken);

    public Task<RemoteEntry?> StatAsync(RemotePath path, CancellationToken cancellationToken) => StepAsync(_ => Entry(PathOf(path)), cancellationToken);

    public Task<IReadOnlyList<RemoteEntry>> ListAsync(RemotePath folder, CancellationToken cancellationToken) =>
        StepAsync<IReadOnlyList<RemoteEntry>>(_ => List(folder), cancellationToken);

    public Task CreateFolderAsync(RemotePath folder, CancellationToken cancellationToken) => StepAsync(
        _ =>
        {
            var path = PathOf(folder);
            _disk.CreateFolder(path);
            _disk.SyncFolder(Path.GetDirectoryName(path) ?? path);
            return true;
        },
        cancellationToken);

    public async Task<Proof> UploadAsync(Upload upload, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        using var source = await LocalFile.OpenAsync(upload, cancellationToken);
        var meter = _meters.TryGetValue(upload.Digest, out var known) ? known : _meters[upload.Digest] = new UploadMeter();
        meter.Progress = progress;
        var resentBefore = meter.ResentBytes;
        var target = PathOf(upload.Folder.Child(upload.Name));

        var standing = await StepAsync(_ => Entry(target), cancellationToken);
        var wasThere = standing is not null;
        if (standing is { Kind: not RemoteKind.File })
        {
            throw Differs(DeliveryFault.NameTaken, target, $"{standing.Kind}", upload);
        }

        if (!wasThere)
        {
            await CopyAsync(upload, source, meter, cancellationToken);
        }

        await RequireDigestAsync(upload, target, wasThere ? DeliveryFault.NameTaken : DeliveryFault.Unproven, cancellationToken);
        return new Proof
        {
            Kind = ProofKind.Digest,
            Path = upload.Folder.Child(upload.Name),
            Length = source.Length,
            WasThere = wasThere,
            WireBytes = 0,
            ResentBytes = meter.ResentBytes - resentBefore,
        };
    }

    public Task<byte[]> DownloadAsync(RemotePath path, int limit, CancellationToken cancellationToken) => StepAsync(_ => Download(path, limit), cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task CopyAsync(Upload upload, LocalFile source, UploadMeter meter, CancellationToken cancellationToken)
    {
        var folder = PathOf(upload.Folder);
        await StepAsync(_ => RequireRoom(folder, source.Length), cancellationToken);
        var part = await FindPartAsync(upload, source, cancellationToken);
        meter.Begin(0);
        await StepAsync(token => FillAsync(part, source, meter, token), cancellationToken);
        await StepAsync(
            _ =>
            {
                _disk.Move(part, PathOf(upload.Folder.Child(upload.Name)));
                _disk.SyncFolder(folder);
                return true;
            },
            cancellationToken);
    }

    /// <summary>A name that is free, after an unfinished copy of this very file was taken away; what does not begin as this file is left.</summary>
    private async Task<string> FindPartAsync(Upload upload, LocalFile source, CancellationToken cancellationToken)
    {
        foreach (var path in PartName.Of(upload).Select(PathOf))
        {
            if (await StepAsync(_ => Entry(path), cancellationToken) is null)
            {
                return path;
            }

            if (await StepAsync(token => IsBeginningAsync(path, source, token), cancellationToken))
            {
                await StepAsync(_ => Delete(path), cancellationToken);
                return path;
            }
        }

        throw PartName.Exhausted(upload);
    }

    private async Task<bool> FillAsync(string part, LocalFile source, UploadMeter meter, CancellationToken cancellationToken)
    {
        await using var file = _disk.CreateFile(part);
        var buffer = new byte[_limits.Window];
        for (long offset = 0; offset < source.Length;)
        {
            var chunk = buffer.AsMemory(0, (int)Math.Min(buffer.Length, source.Length - offset));
            await source.ReadAsync(chunk, offset, cancellationToken);
            meter.Sent(offset, chunk.Length);
            await file.WriteAsync(chunk, cancellationToken);
            offset += chunk.Length;
            Interlocked.Add(ref _written, chunk.Length);
            meter.Acknowledged(offset, chunk.Length);
        }

        _disk.Sync(file);
        return true;
    }

    private async Task<bool> IsBeginningAsync(string part, LocalFile source, CancellationToken cancellationToken)
    {
        await using var theirs = File.OpenRead(part);
        if (theirs.Length > source.Length)
        {
            return false;
        }

        var one = new byte[_limits.Window];
        var other = new byte[_limits.Window];
        long offset = 0;
        for (int read; (read = await theirs.ReadAtLeastAsync(one, one.Length, throwOnEndOfStream: false, cancellationToken)) > 0; offset += read)
        {
            Interlocked.Add(ref _read, read);
            await source.ReadAsync(other.AsMemory(0, read), offset, cancellationToken);
            if (!one.AsSpan(0, read).SequenceEqual(other.AsSpan(0, read)))
            {
                return false;
            }
        }

        return true;
    }

    private async Task RequireDigestAsync(Upload upload, string target, DeliveryFault otherwise, CancellationToken cancellationToken)
    {
        var found = await StepAsync(
            async token =>
            {
                await using var file = File.OpenRead(target);
                Interlocked.Add(ref _read, file.Length);
                return Digest.FromHash(await SHA256.HashDataAsync(file, token));
            },
            cancellationToken);
        if (found != upload.Digest)
        {
            throw Differs(otherwise, target, found.Value, upload);
        }
    }

    private static DeliveryException Differs(DeliveryFault fault, string target, string found, Upload upload) =>
        new(fault, $"{target}: found {found}, expected {upload.Digest}.") { Path = target, Found = found, Expected = upload.Digest.Value };

    private List<RemoteEntry> List(RemotePath folder)
    {
        var path = PathOf(folder);
        RequireFolder(path);
        var entries = new DirectoryInfo(path).EnumerateFileSystemInfos().Take(_limits.FolderEntries + 1).Select(Entry).ToList();
        if (entries.Count > _limits.FolderEntries)
        {
            throw new DeliveryException(DeliveryFault.TooLarge, $"{path} holds more than {_limits.FolderEntries} names.")
            {
                Path = path,
                Found = $"more than {_limits.FolderEntries} names",
                Expected = $"at most {_limits.FolderEntries} names",
            };
        }

        entries.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        return entries;
    }

    private byte[] Download(RemotePath path, int limit)
    {
        if (!File.Exists(PathOf(path)))
        {
            throw TransportFaults.Missing(path);
        }

        using var file = File.OpenRead(PathOf(path));
        if (file.Length > limit)
        {
            throw TransportFaults.TooLarge(path, limit);
        }

        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        Interlocked.Add(ref _read, bytes.Length);
        return bytes;
    }

    private bool Delete(string path)
    {
        _disk.Delete(path);
        return true;
    }

    private bool RequireRoom(string folder, long length)
    {
        RequireFolder(folder);
        var free = _disk.FreeBytes(folder);
        return free >= length
            ? true
            : throw new DeliveryException(DeliveryFault.NoSpace, $"{folder} has {free} bytes left, {length} are needed.")
            {
                Path = folder,
                Found = $"{free} bytes free",
                Expected = $"{length} bytes",
            };
    }

    private static void RequireFolder(string path)
    {
        if (!Directory.Exists(path))
        {
            throw new DeliveryException(DeliveryFault.FolderMissing, $"There is no folder {path}.") { Path = path };
        }
    }

    private bool Require(bool rootExists) => rootExists
        ? true
        : throw new DeliveryException(DeliveryFault.Unreachable, $"There is no folder {_root}.") { Path = _root, Found = "no such folder" };

    private string PathOf(RemotePath path) => Path.Combine([_root, .. path.Segments]);

    private static RemoteEntry? Entry(string path)
    {
        FileSystemInfo info = Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path);
        return info.Exists ? Entry(info) : null;
    }

    private static RemoteEntry Entry(FileSystemInfo info) => info switch
    {
        { LinkTarget: not null } => new RemoteEntry(info.Name, RemoteKind.Other, null),
        FileInfo file => new RemoteEntry(file.Name, RemoteKind.File, file.Length),
        _ => new RemoteEntry(info.Name, RemoteKind.Folder, null),
    };

    private Task<T> StepAsync<T>(Func<CancellationToken, T> step, CancellationToken cancellationToken) =>
        StepAsync(token => Task.FromResult(step(token)), cancellationToken);

    private async Task<T> StepAsync<T>(Func<CancellationToken, Task<T>> step, CancellationToken cancellationToken)
    {
        try
        {
            return await Task.Run(() => step(cancellationToken), cancellationToken).WaitAsync(_limits.FolderStep, _clock, cancellationToken);
        }
        catch (StorageException error)
        {
            throw TransportFaults.Of(error);
        }
        catch (TimeoutException error)
        {
            throw new DeliveryException(DeliveryFault.TimedOut, $"{_root} did not answer within {_limits.FolderStep.TotalMinutes:F0} minutes.", error) { Path = _root };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw TransportFaults.OfReading(_root, error);
        }
    }
}
