namespace OfficeNode.Host.Desk;

/// <summary>Ids of what <c>verify</c> and <c>intake</c> find besides what the package itself and its documents' schemas say.</summary>
public static class DeskFindings
{
    /// <summary>There is no file of that name.</summary>
    public const string FileMissing = "VERIFY-FILE-MISSING";

    /// <summary>The file cannot be read.</summary>
    public const string FileUnreadable = "VERIFY-FILE-UNREADABLE";

    /// <summary>The file is a sidecar and is checked with its package.</summary>
    public const string Sidecar = "VERIFY-SIDECAR";

    /// <summary>The file is a sidecar and its package is not beside it.</summary>
    public const string SidecarAlone = "VERIFY-SIDECAR-ALONE";

    /// <summary>The file is nothing that is accepted.</summary>
    public const string KindUnknown = "VERIFY-KIND-UNKNOWN";

    /// <summary>The file is of a standard that this version does not check.</summary>
    public const string KindLater = "VERIFY-KIND-LATER";

    /// <summary>A document is not well-formed XML.</summary>
    public const string NotWellFormed = "DOCUMENT-NOT-WELL-FORMED";

    /// <summary>A document is larger or deeper than any that a record needs.</summary>
    public const string TooLarge = "DOCUMENT-TOO-LARGE";

    /// <summary>A document names a file that the package does not have.</summary>
    public const string MemberMissing = "DOCUMENT-MEMBER-MISSING";

    /// <summary>A document is of another office than its package.</summary>
    public const string DocumentOffice = "DOCUMENT-OTHER-OFFICE";

    /// <summary>A document is of a standard that the manifest does not announce.</summary>
    public const string DocumentStandard = "DOCUMENT-OTHER-STANDARD";

    /// <summary>The package is of another office than its signer.</summary>
    public const string PackageOffice = "DESK-OTHER-OFFICE";

    /// <summary>The package lies in the folder of another scope.</summary>
    public const string PackageFolder = "DESK-OTHER-FOLDER";

    /// <summary>A package of this name came before, with other bytes.</summary>
    public const string NameReused = "DESK-NAME-REUSED";

    /// <summary>Where the receipt belongs lies a file that this desk did not write for these bytes.</summary>
    public const string ReceiptForeign = "DESK-RECEIPT-FOREIGN";

    /// <summary>The package was exchanged while it was read.</summary>
    public const string Changed = "DESK-PACKAGE-CHANGED";

    /// <summary>So many records are bad that the package is refused as a whole.</summary>
    public const string TooManyRefused = "DESK-TOO-MANY-REFUSED";

    /// <summary>The package cannot be read at all; it stays for the next run.</summary>
    public const string PackageUnreadable = "DESK-PACKAGE-UNREADABLE";
}
