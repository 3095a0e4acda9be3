namespace OfficeNode.Capture.Fields;

/// <summary>What page texts and rule files may hold before they are left alone: a page of print is no form, and a search must end soon.</summary>
public sealed record FieldLimits
{
    /// <summary>Words of one page. Default 3,000: a page of A4 closely printed has 1,000, a form in two languages 600.</summary>
    public int MostWords { get; init; } = 3_000;

    /// <summary>Characters of one word. Default 200: the longest that reading machines make of a dotted line.</summary>
    public int LongestWord { get; init; } = 200;

    /// <summary>Pixels of a page's side, and of how far beside it a word may lie. Default 100,000: A0 at 1,200 dpi has 56,000.</summary>
    public int LongestSide { get; init; } = 100_000;

    /// <summary>Pages of one search. Default 50: an application form with all its continuation sheets has 20.</summary>
    public int MostPages { get; init; } = 50;

    /// <summary>Values of one field that may have several. Default 100: the PCT form has room for 12 inventors a dossier before continuation sheets.</summary>
    public int MostValues { get; init; } = 100;

    /// <summary>Bytes of a rule file. Default 1 MiB: more than thirty times all built-in rules together.</summary>
    public int MostFileBytes { get; init; } = 1 << 20;

    /// <summary>Rules of one file. Default 500: the longest built-in file has 17.</summary>
    public int MostRules { get; init; } = 500;

    /// <summary>Codes, labels or patterns of one rule. Default 100: the longest built-in list has 36.</summary>
    public int MostEntries { get; init; } = 100;

    /// <summary>Characters of a label or pattern. Default 200: the longest built-in pattern has 179.</summary>
    public int LongestEntry { get; init; } = 200;

    /// <summary>Lines that one value may take. Default 12: a list of goods in a box of a form.</summary>
    public int MostLines { get; init; } = 12;
}
