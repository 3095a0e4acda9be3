namespace OfficeNode.Packaging;

/// <summary>The ids of what can be found in packages, sidecars and receipts. Scripts and texts depend on them.</summary>
public static class PackagingFindings
{
    /// <summary>The file does not begin as a ZIP with members does.</summary>
    public const string NotZip = "ZIP-NOT-ZIP";

    /// <summary>The file ends in the middle of something.</summary>
    public const string Truncated = "ZIP-TRUNCATED";

    /// <summary>Where a header should be, there is something else; what follows cannot be read.</summary>
    public const string Gap = "ZIP-GAP";

    /// <summary>A header contradicts itself or asks for what packages do not use.</summary>
    public const string Header = "ZIP-HEADER";

    /// <summary>A member is encrypted.</summary>
    public const string Encrypted = "ZIP-ENCRYPTED";

    /// <summary>A member's header leaves its lengths to a data descriptor.</summary>
    public const string Descriptor = "ZIP-DESCRIPTOR";

    /// <summary>A member is compressed in a way that packages do not use.</summary>
    public const string Method = "ZIP-METHOD";

    /// <summary>A member's path is unsafe to unpack.</summary>
    public const string Name = "ZIP-NAME";

    /// <summary>Two members would become one file.</summary>
    public const string Duplicate = "ZIP-DUPLICATE";

    /// <summary>A member's content has another checksum than its header says.</summary>
    public const string Checksum = "ZIP-CRC";

    /// <summary>A member's content has another length than its header says.</summary>
    public const string Length = "ZIP-LENGTH";

    /// <summary>A member's compressed data are damaged.</summary>
    public const string Deflate = "ZIP-DEFLATE";

    /// <summary>The central directory says something else than the members' own headers.</summary>
    public const string Directory = "ZIP-DIRECTORY";

    /// <summary>The end records do not fit the file.</summary>
    public const string End = "ZIP-END";

    /// <summary>Bytes follow after the end.</summary>
    public const string Trailing = "ZIP-TRAILING";

    /// <summary>Fields without consequence differ from what packages have: another program wrote the ZIP, or a bit was flipped.</summary>
    public const string Unusual = "ZIP-UNUSUAL";

    /// <summary>A member would unpack to far more than it should.</summary>
    public const string Bomb = "ZIP-BOMB";

    /// <summary>A limit of this program is passed.</summary>
    public const string Limit = "ZIP-LIMIT";

    /// <summary>No sidecar lies beside the package: only its structure could be checked.</summary>
    public const string Unsigned = "PACKAGE-UNSIGNED";

    /// <summary>Some sidecars are there and one is not.</summary>
    public const string SidecarMissing = "PACKAGE-SIDECAR-MISSING";

    /// <summary>The package has another length than its manifest says.</summary>
    public const string PackageLength = "PACKAGE-LENGTH";

    /// <summary>The package has another digest than its manifest says.</summary>
    public const string PackageDigest = "PACKAGE-DIGEST";

    /// <summary>Where the first damage of the package lies.</summary>
    public const string FirstDamage = "PACKAGE-FIRST-DAMAGE";

    /// <summary>A member is not what the member list says.</summary>
    public const string MemberDiffers = "PACKAGE-MEMBER-DIFFERS";

    /// <summary>The package has another number of members than the list or the manifest says.</summary>
    public const string MemberCount = "PACKAGE-MEMBER-COUNT";

    /// <summary>Not every finding is listed.</summary>
    public const string MoreFindings = "PACKAGE-MORE-FINDINGS";

    /// <summary>The member list has another length or digest than the manifest says.</summary>
    public const string MembersDigest = "MEMBERS-DIGEST";

    /// <summary>A line of the member list cannot be read.</summary>
    public const string MembersLine = "MEMBERS-LINE";

    /// <summary>The manifest cannot be read, or is not in canonical form.</summary>
    public const string ManifestMalformed = "MANIFEST-MALFORMED";

    /// <summary>The manifest speaks of another package.</summary>
    public const string ManifestOtherPackage = "MANIFEST-OTHER-PACKAGE";

    /// <summary>The signature file is not in the one form allowed.</summary>
    public const string SignatureMalformed = "SIGNATURE-MALFORMED";

    /// <summary>The signature does not fit what it stands for.</summary>
    public const string SignatureWrong = "SIGNATURE-WRONG";

    /// <summary>The signature is right, its signer is not among those trusted.</summary>
    public const string SignerUnknown = "SIGNATURE-SIGNER-UNKNOWN";

    /// <summary>The clock is outside the dates of the signer's certificate.</summary>
    public const string SignerDates = "SIGNATURE-DATES";

    /// <summary>The receipt cannot be read, or is not in canonical form.</summary>
    public const string ReceiptMalformed = "RECEIPT-MALFORMED";

    /// <summary>The receipt is for another package, or for other bytes.</summary>
    public const string ReceiptOtherPackage = "RECEIPT-OTHER-PACKAGE";

    /// <summary>A file is larger than its kind may be.</summary>
    public const string TooLarge = "PACKAGE-FILE-TOO-LARGE";
}
