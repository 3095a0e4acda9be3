namespace OfficeNode.Standards.Writers;

/// <summary>The finding ids of writers and of validation against official schemas; their words stand in <c>WriterFindings.resx</c>.</summary>
public static class WriterFindings
{
    /// <summary>The record has neither an application nor a registration number.</summary>
    public const string NumberMissing = "WRITER-NUMBER-MISSING";

    /// <summary>The standard demands an application number; the registration number was written in its place.</summary>
    public const string NumberSubstituted = "WRITER-NUMBER-SUBSTITUTED";

    /// <summary>The standard demands a title and the record has none.</summary>
    public const string TitleMissing = "WRITER-TITLE-MISSING";

    /// <summary>The standard demands an applicant, and nobody in the record may be named.</summary>
    public const string PartyMissing = "WRITER-PARTY-MISSING";

    /// <summary>The standard demands the language of the document.</summary>
    public const string LanguageMissing = "WRITER-LANGUAGE-MISSING";

    /// <summary>The standard demands a Locarno class for every design.</summary>
    public const string LocarnoMissing = "WRITER-LOCARNO-MISSING";

    /// <summary>A Locarno class has no edition; that of the settings was written.</summary>
    public const string LocarnoEditionAssumed = "WRITER-LOCARNO-EDITION-ASSUMED";

    /// <summary>The record's office is not in the standard's list.</summary>
    public const string OfficeUnlisted = "WRITER-OFFICE-UNLISTED";

    /// <summary>A code is not in the list of the standard's version and was left out.</summary>
    public const string CodeUnlisted = "WRITER-CODE-UNLISTED";

    /// <summary>The standard has no place for a value as the register has it; it was left out.</summary>
    public const string ValueLeftOut = "WRITER-VALUE-LEFT-OUT";

    /// <summary>The standard cannot say that a record is to be deleted.</summary>
    public const string DeleteImpossible = "WRITER-DELETE-IMPOSSIBLE";

    /// <summary>The standard does not take images of this format.</summary>
    public const string ImageFormat = "WRITER-IMAGE-FORMAT";

    /// <summary>A page image gives no resolution; its size was computed with 300 dpi.</summary>
    public const string ResolutionAssumed = "WRITER-RESOLUTION-ASSUMED";

    /// <summary>A written or received document breaks the official schema or DTD.</summary>
    public const string SchemaInvalid = "SCHEMA-INVALID";

    /// <summary>A document is not well-formed XML, or larger than the limits.</summary>
    public const string SchemaNotWellFormed = "SCHEMA-NOT-WELL-FORMED";

    /// <summary>The official schema is not installed: the document was not checked against it.</summary>
    public const string SchemaMissing = "SCHEMA-MISSING";

    /// <summary>An installed schema file cannot be used.</summary>
    public const string SchemaUnusable = "SCHEMA-UNUSABLE";

    /// <summary>A document has more errors than are listed.</summary>
    public const string SchemaMore = "SCHEMA-MORE";
}
