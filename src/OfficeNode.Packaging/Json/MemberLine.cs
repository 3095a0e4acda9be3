using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Packaging.Zip;

namespace OfficeNode.Packaging.Json;

/// <summary>One line of a member list that describes a member.</summary>
internal sealed record MemberLine
{
    public required string Path { get; init; }

    public required MemberKind Kind { get; init; }

    public required long Length { get; init; }

    /// <summary>CRC-32, eight lower-case hexadecimal digits.</summary>
    public required string Crc { get; init; }

    public required Digest Sha256 { get; init; }

    public string? Dossier { get; init; }

    public static MemberLine Of(PackageMember member, ZipMember written) => new()
    {
        Path = written.Path,
        Kind = member.Kind,
        Length = written.Length,
        Crc = Text(written.Checksum),
        Sha256 = written.Sha256,
        Dossier = member.Dossier?.ToString(),
    };

    /// <summary>Whether a member read is the one of this line.</summary>
    public bool Fits(ZipMember member) =>
        Path == member.Path && Length == member.Length && Crc == Text(member.Checksum) && Sha256 == member.Sha256;

    private static string Text(uint checksum) => checksum.ToString("x8", CultureInfo.InvariantCulture);
}

/// <summary>One of the last lines of a member list: the digest of the ZIP's first bytes.</summary>
/// <remarks>
/// A prefix, not a block by itself: it costs no second hash, a receiver can check what has arrived so far while it arrives, and the first that
/// differs says where the damage begins. The last prefix is the whole ZIP.
/// </remarks>
internal sealed record PrefixLine
{
    /// <summary>How many bytes from the start.</summary>
    public required long Prefix { get; init; }

    public required Digest Sha256 { get; init; }
}
