using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text;
using OfficeNode.Core;
using OfficeNode.Core.Checksums;
using OfficeNode.Core.Disk;

namespace OfficeNode.Packaging.Zip;

/// <summary>Writes a ZIP in one pass, without seeking and without data descriptors: every header says exactly what follows.</summary>
/// <remarks>
/// Equal members in equal order give equal bytes. Memory does not grow with the members but for 16 bytes each (<see cref="PathSet"/>): the
/// central directory waits in a temporary file. Calls follow one another; not thread-safe. The owner of the pipe completes it.
/// </remarks>
public sealed class ZipWriter : IAsyncDisposable
{
    private const int DeflatedInMemory = 4 * 1024 * 1024;
    private const int DirectoryInMemory = 256 * 1024;

    // A master is read straight into the pipe's memory; less room than this at its end is left unused.
    private const int LeastRead = 16 * 1024;

    // Small members go to the other side together: waking it costs more than a small member.
    private const int FlushSize = 256 * 1024;

    private readonly PipeWriter _output;
    private readonly Deflater _deflater = new();
    private readonly SpillFile _deflated;
    private readonly SpillFile _directory;
    private readonly PathSet _paths = new();
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _record = new byte[ZipRecords.LargestFixedPart + MemberPath.Longest];
    private long _unflushed;

    /// <summary>Makes a writer.</summary>
    /// <param name="output">Takes the ZIP.</param>
    /// <param name="workPath">Temporary files stand at this path plus an ending.</param>
    public ZipWriter(PipeWriter output, IDisk disk, string workPath)
    {
        _output = output;
        _deflated = new SpillFile(disk, workPath + ".deflated.tmp", DeflatedInMemory);
        _directory = new SpillFile(disk, workPath + ".directory.tmp", DirectoryInMemory);
    }

    /// <summary>Bytes written so far.</summary>
    public long Length { get; private set; }

    /// <summary>Members written so far.</summary>
    public long Count { get; private set; }

    /// <summary>Writes one member.</summary>
    /// <exception cref="PackageException">The member is damaged or its path unfit or taken: the ZIP is of no use any more.</exception>
    /// <exception cref="StorageException">A temporary file cannot be written.</exception>
    public async Task<ZipMember> AddAsync(string path, MemberContent content, CancellationToken cancellationToken)
    {
        var name = Admit(path);
        try
        {
            var (entry, sha256) = content switch
            {
                StoredContent stored => await AddStoredAsync(path, name, stored, cancellationToken),
                DeflatedContent deflated => await AddDeflatedAsync(name, deflated, cancellationToken),
                PreparedContent prepared => await AddPreparedAsync(name, prepared, cancellationToken),
                _ => throw new ArgumentOutOfRangeException(nameof(content), content, null),
            };
            _directory.Write(_record.AsSpan(0, ZipRecords.WriteCentral(_record, entry)));
            Count++;
            return new ZipMember(path, entry.Length, entry.Checksum, sha256, entry.Method, entry.StoredLength, entry.Offset);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Our own files speak StorageException: this is the member's source.
            throw PackageException.Unreadable(path, error);
        }
    }

    /// <summary>Writes the central directory and the end, and flushes.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        var start = Length;
        await _directory.DrainAsync(WriteAsync, cancellationToken);
        var end = new byte[ZipRecords.LargeEndSize + ZipRecords.LargeEndLocatorSize + ZipRecords.EndSize];
        await WriteAsync(end.AsMemory(0, ZipRecords.WriteEnd(end, Count, start, Length - start)), cancellationToken);
        await FlushAsync(cancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        _hash.Dispose();
        _deflater.Dispose();
        _deflated.Dispose();
        _directory.Dispose();
        return ValueTask.CompletedTask;
    }

    private byte[] Admit(string path)
    {
        if (MemberPath.Complaint(path) is { } expected)
        {
            throw new PackageException(PackageFault.BadName, path, $"'{path}': expected {expected}.") { Expected = expected, Found = path };
        }

        if (!_paths.Add(path))
        {
            throw new PackageException(PackageFault.BadName, path, $"'{path}' is in the package already.") { Found = path };
        }

        return Encoding.UTF8.GetBytes(path);
    }

    private async Task<(ZipEntry Entry, Digest Sha256)> AddStoredAsync(string path, byte[] name, StoredContent content, CancellationToken cancellationToken)
    {
        await using var source = content.Open();
        var entry = new ZipEntry(name, ZipMethod.Stored, content.Checksum, content.Length, content.Length, Length);
        WriteHeader(entry);
        var (left, checksum) = (content.Length, 0u);
        while (left > 0)
        {
            var target = _output.GetMemory((int)Math.Min(left, LeastRead));
            var read = await ReadAsync(source, target[..(int)Math.Min(left, target.Length)], cancellationToken);
            if (read == 0)
            {
                throw PackageException.Damaged(path, $"length {content.Length}", $"length {content.Length - left}");
            }

            checksum = Crc32.Append(checksum, target.Span[..read]);
            if (content.Sha256 is null)
            {
                _hash.AppendData(target.Span[..read]);
            }

            await AdvanceAsync(read, cancellationToken);
            left -= read;
        }

        if (await ReadAsync(source, _record.AsMemory(0, 1), cancellationToken) != 0)
        {
            throw PackageException.Damaged(path, $"length {content.Length}", "more");
        }

        if (checksum != content.Checksum)
        {
            throw PackageException.Damaged(path, $"CRC-32 {content.Checksum:x8}", $"CRC-32 {checksum:x8}");
        }

        return (entry, content.Sha256 ?? Digest.FromHash(_hash.GetHashAndReset()));
    }

    private async Task<(ZipEntry Entry, Digest Sha256)> AddDeflatedAsync(byte[] name, DeflatedContent content, CancellationToken cancellationToken)
    {
        await using var source = content.Open();
        _deflated.Clear();
        var facts = await _deflater.DeflateAsync(source, _deflated, cancellationToken);
        var entry = new ZipEntry(name, ZipMethod.Deflated, facts.Checksum, _deflated.Length, facts.Length, Length);
        WriteHeader(entry);
        await _deflated.DrainAsync(WriteAsync, cancellationToken);
        return (entry, facts.Sha256);
    }

    private async Task<(ZipEntry Entry, Digest Sha256)> AddPreparedAsync(byte[] name, PreparedContent content, CancellationToken cancellationToken)
    {
        var entry = new ZipEntry(name, ZipMethod.Deflated, content.Checksum, content.Deflated.Length, content.Length, Length);
        WriteHeader(entry);
        await WriteAsync(content.Deflated, cancellationToken);
        return (entry, content.Sha256);
    }

    // A synchronous file stream answers ReadAsync from another thread, which costs more than reading a page image does.
    private static ValueTask<int> ReadAsync(Stream source, Memory<byte> target, CancellationToken cancellationToken) =>
        source is FileStream { IsAsync: false } or MemoryStream
            ? ValueTask.FromResult(source.Read(target.Span))
            : source.ReadAsync(target, cancellationToken);

    private void WriteHeader(in ZipEntry entry)
    {
        var size = ZipRecords.WriteLocal(_output.GetSpan(_record.Length), entry);
        _output.Advance(size);
        Length += size;
        _unflushed += size;
    }

    private async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (!bytes.IsEmpty)
        {
            var target = _output.GetMemory();
            var taken = Math.Min(bytes.Length, target.Length);
            bytes[..taken].CopyTo(target);
            await AdvanceAsync(taken, cancellationToken);
            bytes = bytes[taken..];
        }
    }

    private ValueTask AdvanceAsync(int count, CancellationToken cancellationToken)
    {
        _output.Advance(count);
        Length += count;
        _unflushed += count;
        return _unflushed < FlushSize ? ValueTask.CompletedTask : FlushAsync(cancellationToken);
    }

    private async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        _unflushed = 0;
        var result = await _output.FlushAsync(cancellationToken);
        if (result.IsCompleted)
        {
            // The reading side has gone; its owner knows why and reports it in place of this.
            throw new OperationCanceledException("Nobody takes the ZIP any more.");
        }
    }
}
