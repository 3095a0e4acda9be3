using System.IO.Pipelines;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Packaging.Json;

namespace OfficeNode.Packaging;

/// <summary>The far end of the pipe: takes the ZIP's bytes on a thread of its own, hashes them and brings them to the medium.</summary>
/// <remarks>So the two digests of every byte, the member's and the ZIP's, are computed side by side.</remarks>
internal sealed class PackageSink : IDisposable
{
    /// <summary>Every so many bytes the digest of all bytes so far is noted.</summary>
    public const long PrefixStep = 16 * 1024 * 1024;

    private readonly HashedFile _file;
    private readonly List<PrefixLine> _prefixes = [];

    public PackageSink(IDisk disk, string path) => _file = new HashedFile(disk, path);

    public long Length => _file.Length;

    /// <summary>The digests of the ZIP's beginnings, the last of them of all of it.</summary>
    public IReadOnlyList<PrefixLine> Prefixes => _prefixes;

    public Digest Sha256 => _prefixes[^1].Sha256;

    /// <summary>Takes all there is, syncs, and ends the pipe, with the error if there was one.</summary>
    public async Task RunAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        try
        {
            await TakeAllAsync(reader, cancellationToken);
            if (Length == 0 || Length % PrefixStep != 0)
            {
                NotePrefix();
            }

            _file.Sync();
            await reader.CompleteAsync();
        }
        catch (Exception error)
        {
            await reader.CompleteAsync(error);      // the writing side fails with it and stops
            throw;
        }
    }

    public void Dispose() => _file.Dispose();

    private async Task TakeAllAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        ReadResult result;
        do
        {
            result = await reader.ReadAsync(cancellationToken);
            foreach (var piece in result.Buffer)
            {
                Take(piece.Span);
            }

            reader.AdvanceTo(result.Buffer.End);
        }
        while (!result.IsCompleted);
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var taken = (int)Math.Min(bytes.Length, PrefixStep - (Length % PrefixStep));
            _file.Write(bytes[..taken]);
            bytes = bytes[taken..];
            if (Length % PrefixStep == 0)
            {
                NotePrefix();
            }
        }
    }

    private void NotePrefix() => _prefixes.Add(new PrefixLine { Prefix = Length, Sha256 = _file.Current() });
}
