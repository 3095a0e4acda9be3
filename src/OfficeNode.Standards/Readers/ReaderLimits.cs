namespace OfficeNode.Standards.Readers;

/// <summary>What the readers of register data accept of a foreign file. All limits stand here; each default says where it comes from.</summary>
public sealed record ReaderLimits
{
    public static ReaderLimits Default { get; } = new();

    /// <summary>Bytes looked at to tell format, encoding and delimiter. Default 256 KiB: some hundred rows of the real registers at hand.</summary>
    public int HeadBytes { get; init; } = 256 * 1024;

    /// <summary>Bytes of one CSV row in UTF-8. Default 4 MiB: the longest goods lists of EUIPO's open data stay below 1 MiB in all languages together.</summary>
    public int MaxRowBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Columns of a CSV file. Default 2,000: spreadsheets of registers have up to some hundred.</summary>
    public int MaxColumns { get; init; } = 2_000;

    /// <summary>
    /// How often a CSV file with broken quotes is taken up again on the line after the quote. Default 1,000; after that no quoted field may hold a
    /// line break, because every new start may read up to <see cref="MaxRowBytes"/> again.
    /// </summary>
    public int MaxResyncs { get; init; } = 1_000;

    /// <summary>UTF-16 code units of a rejected entry that are given back. Default 64 Ki: a whole row of any real register.</summary>
    public int LongestRaw { get; init; } = 64 * 1024;

    /// <summary>Findings kept of one entry. Default 50: a person stops reading before.</summary>
    public int FindingsPerEntry { get; init; } = 50;

    /// <summary>Bytes of a mapping file. Default 1 MiB: the largest written so far has 10 KiB.</summary>
    public int MaxMappingBytes { get; init; } = 1024 * 1024;

    /// <summary>Levels of nested XML elements. Default 128: real ST.36 documents with tables and formulas stay below 40.</summary>
    public int MaxXmlDepth { get; init; } = 128;

    /// <summary>Characters of one XML source. Default 2 Gi: a yearly back file in one document.</summary>
    public long MaxXmlCharacters { get; init; } = 2L * 1024 * 1024 * 1024;

    /// <summary>Characters that entities of one XML source expand to. Default 1 Mi: documents use entities for single signs.</summary>
    public long MaxEntityCharacters { get; init; } = 1024 * 1024;

    /// <summary>Elements and attributes of the bibliographic data of one XML entry. Default 500,000: a USPTO mark with 170 events has 2,000.</summary>
    public int MaxEntryNodes { get; init; } = 500_000;

    /// <summary>Characters of one XML entry, and of one full text within it. Default 64 Mi: sequence listings printed into a description reach some tens.</summary>
    public int MaxEntryCharacters { get; init; } = 64 * 1024 * 1024;
}
