using System.Security.Cryptography;
using OfficeNode.Core;
using OfficeNode.Core.Checksums;
using OfficeNode.Core.Disk;

namespace OfficeNode.Storage;

/// <summary>What one pass over a stream gives: its digests and length.</summary>
public sealed record ContentFacts(Digest Digest, uint Crc32, long Length);

/// <summary>Files named by the digest of their bytes: made durable before anybody may name them (I2).</summary>
internal sealed class DurableFiles
{
    private const int BufferBytes = 128 << 10;
    private readonly IDisk _disk;
    private readonly string _incoming;

    /// <param name="incoming">A folder on the same file system; whatever lies there after a stop is nobody's.</param>
    public DurableFiles(IDisk disk, string incoming)
    {
        _disk = disk;
        _incoming = incoming;
    }

    /// <summary>Writes a stream under the name its digest gives; a file that is there already is kept when its bytes are right and made good when they are not.</summary>
    /// <param name="nameOf">Full path for a digest.</param>
    /// <exception cref="StorageException">Nothing is then under the final name that was not there before.</exception>
    public async Task<ContentFacts> AddAsync(Stream content, Func<Digest, string> nameOf, CancellationToken cancellation)
    {
        var incoming = Path.Combine(_incoming, Path.GetRandomFileName());
        try
        {
            var facts = await WriteAsync(incoming, content, cancellation);
            await PlaceAsync(incoming, nameOf(facts.Digest), facts, cancellation);
            return facts;
        }
        finally
        {
            DeleteOrLeave(incoming);
        }
    }

    /// <summary>Reads a file whole and gives its digests.</summary>
    public static async Task<ContentFacts> MeasureAsync(string path, CancellationToken cancellation)
    {
        try
        {
            await using var file = File.OpenRead(path);
            return await CopyAsync(file, Stream.Null, cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw PhysicalDisk.Describe(path, error);
        }
    }

    private async Task<ContentFacts> WriteAsync(string path, Stream content, CancellationToken cancellation)
    {
        await using var file = _disk.CreateFile(path);
        var facts = await CopyAsync(content, file, cancellation);
        _disk.Sync(file);
        return facts;
    }

    private async Task PlaceAsync(string incoming, string final, ContentFacts facts, CancellationToken cancellation)
    {
        if (!TryMove(incoming, final) && await MeasureAsync(final, cancellation) != facts)
        {
            // The name promises these bytes; what lies there is damage, and the good bytes are at hand.
            _disk.Replace(incoming, final);
        }

        _disk.SyncFolder(Path.GetDirectoryName(final)!);   // a path below the data directory has a folder
    }

    // Two scans of one sheet may come at the same time: the one that is late finds the other's file.
    private bool TryMove(string incoming, string final)
    {
        try
        {
            _disk.Move(incoming, final);
            return true;
        }
        catch (StorageException error) when (error.Fault == StorageFault.Exists)
        {
            return false;
        }
    }

    // What cannot be deleted is no fault of the file that was added, and hides none: it is swept with the other leftovers.
    private void DeleteOrLeave(string incoming)
    {
        try
        {
            _disk.Delete(incoming);
        }
        catch (StorageException)
        {
            return;
        }
    }

    private static async Task<ContentFacts> CopyAsync(Stream from, Stream to, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var crc = 0u;
        var length = 0L;
        var buffer = new byte[BufferBytes];
        int read;
        while ((read = await from.ReadAsync(buffer, cancellation)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            crc = Crc32.Append(crc, buffer.AsSpan(0, read));
            length += read;
            await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        return new ContentFacts(Digest.FromHash(hash.GetHashAndReset()), crc, length);
    }
}
