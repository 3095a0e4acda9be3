using System.IO.Compression;
using System.Security.Cryptography;
using OfficeNode.Core;
using OfficeNode.Core.Checksums;

namespace OfficeNode.Packaging.Zip;

/// <summary>What is known of content once it has been read.</summary>
internal readonly record struct ContentFacts(long Length, uint Checksum, Digest Sha256);

/// <summary>Compresses documents one after the other, always in the same way. Not thread-safe.</summary>
internal sealed class Deflater : IDisposable
{
    // How input is cut changes the compressor's output: every piece but the last has this size, on every system.
    private const int PieceSize = 64 * 1024;

    // The platform's compressor writes nothing at all for nothing, which is no deflate stream: this is the empty one (RFC 1951, 3.2.6).
    private static readonly byte[] OfNothing = [0x03, 0x00];

    private readonly byte[] _piece = new byte[PieceSize];
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Reads the source to its end and writes it compressed to the sink, which stays open.</summary>
    public async Task<ContentFacts> DeflateAsync(Stream source, Stream sink, CancellationToken cancellationToken)
    {
        var (length, checksum) = (0L, 0u);
        await using var compressor = new DeflateStream(sink, CompressionLevel.Optimal, leaveOpen: true);
        int read;
        do
        {
            read = await source.ReadAtLeastAsync(_piece, PieceSize, throwOnEndOfStream: false, cancellationToken);
            var piece = _piece.AsMemory(0, read);
            checksum = Crc32.Append(checksum, piece.Span);
            _hash.AppendData(piece.Span);
            compressor.Write(piece.Span);
            length += read;
        }
        while (read == PieceSize);
        if (length == 0)
        {
            sink.Write(OfNothing);
        }

        return new ContentFacts(length, checksum, Digest.FromHash(_hash.GetHashAndReset()));
    }

    public void Dispose() => _hash.Dispose();
}
