using OfficeNode.Core;

namespace OfficeNode.Packaging.Zip;

/// <summary>How a member lies in the ZIP; the numbers are the format's own.</summary>
public enum ZipMethod
{
    Stored = 0,
    Deflated = 8,
}

/// <summary>One member of a ZIP as it was written or read. Of a damaged member read, length, checksum and digest are those found.</summary>
/// <param name="Path">Relative, with forward slashes.</param>
/// <param name="Length">Of the content, in bytes.</param>
/// <param name="Checksum">CRC-32 of the content.</param>
/// <param name="Sha256">Digest of the content.</param>
/// <param name="Method">How the content lies in the ZIP.</param>
/// <param name="StoredLength">Bytes that the content takes in the ZIP.</param>
/// <param name="Offset">Where the member's header begins in the ZIP.</param>
public sealed record ZipMember(string Path, long Length, uint Checksum, Digest Sha256, ZipMethod Method, long StoredLength, long Offset)
{
    /// <summary>Whether nothing was found against it.</summary>
    public bool IsIntact { get; init; } = true;
}
