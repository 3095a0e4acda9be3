using OfficeNode.Core;
using OfficeNode.Core.Checksums;
using OfficeNode.Packaging.Zip;

namespace OfficeNode.Packaging;

/// <summary>Where a member's bytes come from, and how they lie in the package.</summary>
public abstract record MemberContent
{
    private protected MemberContent()
    {
    }

    /// <summary>A stream over bytes in memory.</summary>
    private protected static Func<Stream> OpenBytes(ReadOnlyMemory<byte> bytes) => System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var part)
        ? () => new MemoryStream(part.Array!, part.Offset, part.Count, writable: false)   // TryGetArray gives an array when true
        : () => new MemoryStream(bytes.ToArray(), writable: false);
}

/// <summary>Bytes that are compressed already, as images are: they lie in the package as they are.</summary>
/// <param name="Open">Opens the bytes for one pass; the writer disposes the stream. Synchronous file streams are read without leaving the thread.</param>
/// <param name="Length">The length promised, in bytes.</param>
/// <param name="Checksum">The CRC-32 promised; it is computed again on the way and compared (I1).</param>
/// <param name="Sha256">
/// The digest under which the bytes are kept, listed as it is: length and CRC-32 find the damage on this side, and the receiver, who hashes
/// every member, finds whatever those two could miss. Null where nobody knows it yet; it is computed then.
/// </param>
public sealed record StoredContent(Func<Stream> Open, long Length, uint Checksum, Digest? Sha256 = null) : MemberContent
{
    /// <summary>Stores bytes in memory.</summary>
    public static StoredContent Of(ReadOnlyMemory<byte> bytes) => new(OpenBytes(bytes), bytes.Length, Crc32.Of(bytes.Span));
}

/// <summary>Text that the package holds compressed. Its length need not be known.</summary>
/// <param name="Open">Opens the bytes for one pass; the writer disposes the stream.</param>
public sealed record DeflatedContent(Func<Stream> Open) : MemberContent
{
    /// <summary>Compresses bytes in memory.</summary>
    public static DeflatedContent Of(ReadOnlyMemory<byte> bytes) => new(OpenBytes(bytes));
}

/// <summary>A document that was compressed beforehand, by <see cref="PrepareAsync"/>.</summary>
/// <param name="Deflated">The compressed bytes; they are taken on trust.</param>
/// <param name="Length">Length of the document itself, in bytes.</param>
/// <param name="Checksum">CRC-32 of the document itself.</param>
/// <param name="Sha256">Digest of the document itself.</param>
public sealed record PreparedContent(ReadOnlyMemory<byte> Deflated, long Length, uint Checksum, Digest Sha256) : MemberContent
{
    /// <summary>Compresses a document exactly as the package would.</summary>
    public static async Task<PreparedContent> PrepareAsync(ReadOnlyMemory<byte> document, CancellationToken cancellationToken)
    {
        using var deflated = new MemoryStream();
        using var deflater = new Deflater();
        using var source = OpenBytes(document)();
        var facts = await deflater.DeflateAsync(source, deflated, cancellationToken);
        return new PreparedContent(deflated.ToArray(), facts.Length, facts.Checksum, facts.Sha256);
    }
}
