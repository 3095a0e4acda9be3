namespace OfficeNode.Host.Journey;

/// <summary>Ids of what journeys find in register data and pages on their way in.</summary>
public static class JourneyFindings
{
    /// <summary>The file cannot be read at all.</summary>
    public const string FileUnreadable = "IMPORT-FILE-UNREADABLE";

    /// <summary>A table needs a mapping and none was given.</summary>
    public const string MappingMissing = "IMPORT-MAPPING-MISSING";

    /// <summary>The entry has neither application nor registration number.</summary>
    public const string NumberMissing = "IMPORT-NUMBER-MISSING";

    /// <summary>The entry belongs to another office.</summary>
    public const string OtherOffice = "IMPORT-OTHER-OFFICE";

    /// <summary>Two entries of one source have the same number.</summary>
    public const string NumberTwice = "IMPORT-NUMBER-TWICE";

    /// <summary>A named picture is not beside the source.</summary>
    public const string ImageMissing = "IMPORT-IMAGE-MISSING";

    /// <summary>A named picture lies outside the source's folder.</summary>
    public const string ImageOutside = "IMPORT-IMAGE-OUTSIDE";

    /// <summary>A named picture is a PDF, of which nobody knows which page is meant.</summary>
    public const string ImagePdf = "IMPORT-IMAGE-PDF";

    /// <summary>An act names document types that never open.</summary>
    public const string ActOpensClosed = "ACT-OPENS-CLOSED";

    /// <summary>An act comes before the office's opening point: it is recorded and opens nothing.</summary>
    public const string ActBeforeOpeningPoint = "ACT-BEFORE-OPENING-POINT";

    /// <summary>The master of a page no longer has the bytes its name promises.</summary>
    public const string MasterDamaged = "PAGE-MASTER-DAMAGED";

    /// <summary>The file is not there.</summary>
    public const string PageFileMissing = "PAGE-FILE-MISSING";

    /// <summary>The record is closed for the destination.</summary>
    public const string GateClosed = "GATE-CLOSED";

    /// <summary>An earlier state of the record is still on its way.</summary>
    public const string Outstanding = "PACKAGE-OUTSTANDING";

    /// <summary>One dossier alone is larger than a package may be.</summary>
    public const string DossierAboveLimit = "PACKAGE-DOSSIER-ABOVE-LIMIT";

    /// <summary>The destination has no line.</summary>
    public const string NoLine = "DESTINATION-NO-LINE";

    /// <summary>Packages of this kind go to a destination only once it is agreed.</summary>
    public const string NotAgreed = "DESTINATION-NOT-AGREED";

    /// <summary>A rebuild does not give the bytes that were sealed.</summary>
    public const string RebuildDiffers = "PACKAGE-REBUILD-DIFFERS";
}
