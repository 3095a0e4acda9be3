namespace OfficeNode.Standards.Codes;

/// <summary>The code lists that rules judge by: the official ones, with what an office's data files add.</summary>
/// <remarks>Immutable and thread-safe. Lists grow between editions of the standards, so an office adds by data file (facts/numbering-and-codes.md [I]).</remarks>
public sealed class CodeTables
{
    // Stands before Standard, which needs it.
    private static readonly CodeList EmbeddedMarkCategories = CodeList.Embedded("mark-categories.txt");

    private CodeTables(OfficeCodes offices, CodeList countries, CodeList languages) =>
        (Offices, Countries, Languages) = (offices, countries, languages);

    /// <summary>The lists as they ship.</summary>
    public static CodeTables Standard { get; } = new(
        new OfficeCodes(CodeList.Embedded("offices.txt"), CodeList.Embedded("former-offices.txt")),
        CodeList.Embedded("countries.txt"),
        CodeList.Embedded("languages.txt"));

    public OfficeCodes Offices { get; }

    /// <summary>ISO 3166-1 alpha-2, for addresses, nationality and residence.</summary>
    public CodeList Countries { get; }

    /// <summary>ISO 639-1.</summary>
    public CodeList Languages { get; }

    /// <summary>The words of ST.96 MarkCategory, which no office adds to: the schema enumerates them.</summary>
    public CodeList MarkCategories { get; } = EmbeddedMarkCategories;

    /// <summary>The same lists with the codes of an office's data files.</summary>
    public CodeTables With(IEnumerable<string> offices, IEnumerable<string> countries, IEnumerable<string> languages) =>
        new(Offices.With(offices), Countries.With(countries), Languages.With(languages));
}
