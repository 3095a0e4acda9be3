namespace OfficeNode.Packaging;

/// <summary>How much of foreign packages, sidecars and receipts is read before this program refuses.</summary>
public sealed record PackagingLimits
{
    /// <summary>The defaults.</summary>
    public static PackagingLimits Default { get; } = new();

    /// <summary>Members of one package. Default 2,000,000: twice the largest collection one package is planned for (docs: a million).</summary>
    public long Members { get; init; } = 2_000_000;

    /// <summary>Bytes of one member's content. Default 16 GiB: four times what a TIFF or ZIP can hold without 64-bit extensions.</summary>
    public long MemberLength { get; init; } = 16L << 30;

    /// <summary>Bytes of all members' content. Default 1 TiB: a full collection of a small office with images is below 200 GB.</summary>
    public long ContentLength { get; init; } = 1L << 40;

    /// <summary>How many times its compressed size a member may unpack to. Default 200: bibliographic XML reaches 40, deflate can do 1,032.</summary>
    public int Ratio { get; init; } = 200;

    /// <summary>Content up to so many bytes may have any ratio. Default 1 MiB: harmless in memory and time, and blank text does compress well.</summary>
    public long AnyRatioUpTo { get; init; } = 1 << 20;

    /// <summary>Findings kept of one package; the rest is counted. Default 200: more than a person reads.</summary>
    public int Findings { get; init; } = 200;

    /// <summary>Bytes of a manifest. Default 64 KiB: what the package format promises.</summary>
    public int Manifest { get; init; } = 64 * 1024;

    /// <summary>Bytes of a signature file. Default 16 KiB: one certificate and one signature take about 700 bytes.</summary>
    public int Signature { get; init; } = 16 * 1024;

    /// <summary>Bytes of one line of a member list. Default 8 KiB: a path of 1 KiB with every byte escaped sixfold, and its facts.</summary>
    public int MembersLine { get; init; } = 8 * 1024;

    /// <summary>Bytes of a receipt. Default 4 MiB: some thousand findings.</summary>
    public int Receipt { get; init; } = 4 * 1024 * 1024;

    /// <summary>Findings that a receipt may carry. Default 10,000: more belongs in a talk between two offices.</summary>
    public int ReceiptFindings { get; init; } = 10_000;
}
