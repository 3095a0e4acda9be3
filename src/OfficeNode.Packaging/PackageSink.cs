using System.Buffers;
using System.IO.Pipelines;
using System.Security.Cryptography;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Packaging.Json;

namespace OfficeNode.Packaging;

/// <summary>The far end of the pipe: takes the ZIP's bytes beside the thread that makes them, hashes them and brings them to the medium.</summary>
/// <remarks>
/// Hashing, writing and syncing run side by side: the hash is the slowest, and the other two are meant to hide behind it. Syncing from time
/// to time keeps a gigabyte from waiting for the last sync.
/// </remarks>
internal sealed class PackageSink : IDisposable
{
    /// <summary>Every so many bytes the digest of all bytes so far is noted.</summary>
    public const long PrefixStep = 16 * 1024 * 1024;

    private const long SyncStep = 64 * 1024 * 1024;

    private readonly IDisk _disk;
    private readonly Stream _file;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<PrefixLine> _prefixes = [];
    private Task _syncing = Task.CompletedTask;
    private long _synced;

    public PackageSink(IDisk disk, string path)
    {
        _disk = disk;
        _file = disk.CreateFile(path);
    }

    /// <summary>Bytes taken so far.</summary>
    public long Length { get; private set; }

    /// <summary>The digests of the ZIP's beginnings, the last of them of all of it.</summary>
    public IReadOnlyList<PrefixLine> Prefixes => _prefixes;

    public Digest Sha256 => _prefixes[^1].Sha256;

    /// <summary>Takes all there is, syncs, and ends the pipe, with the error if there was one.</summary>
    public async Task RunAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        try
        {
            await TakeAllAsync(reader, cancellationToken);
            await _syncing;
            _disk.Sync(_file);
            await reader.CompleteAsync();
        }
        catch (Exception error)
        {
            // The writing side fails with it and stops; the file must not be closed under a sync.
            await reader.CompleteAsync(error);
            await Task.WhenAny(_syncing);
            throw;
        }
    }

    public void Dispose()
    {
        _hash.Dispose();
        _file.Dispose();
    }

    private async Task TakeAllAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        ReadResult result;
        do
        {
            result = await reader.ReadAsync(cancellationToken);
            var bytes = result.Buffer;
            var writing = Task.Run(() => Write(bytes), CancellationToken.None);
            Hash(bytes);
            await writing;
            reader.AdvanceTo(bytes.End);
            await SyncInPassingAsync();
        }
        while (!result.IsCompleted);

        if (Length == 0 || Length % PrefixStep != 0)
        {
            NotePrefix();
        }
    }

    private void Write(ReadOnlySequence<byte> bytes)
    {
        foreach (var piece in bytes)
        {
            _file.Write(piece.Span);
        }
    }

    private void Hash(ReadOnlySequence<byte> bytes)
    {
        foreach (var piece in bytes)
        {
            Hash(piece.Span);
        }
    }

    private void Hash(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var taken = (int)Math.Min(bytes.Length, PrefixStep - (Length % PrefixStep));
            _hash.AppendData(bytes[..taken]);
            Length += taken;
            bytes = bytes[taken..];
            if (Length % PrefixStep == 0)
            {
                NotePrefix();
            }
        }
    }

    private void NotePrefix() => _prefixes.Add(new PrefixLine { Prefix = Length, Sha256 = Digest.FromHash(_hash.GetCurrentHash()) });

    /// <summary>Starts a sync when enough has come and the last one has ended; a failed one ends the package here.</summary>
    private async ValueTask SyncInPassingAsync()
    {
        if (Length - _synced < SyncStep || !_syncing.IsCompleted)
        {
            return;
        }

        await _syncing;
        _synced = Length;
        _syncing = Task.Run(() => _disk.Sync(_file), CancellationToken.None);
    }
}
