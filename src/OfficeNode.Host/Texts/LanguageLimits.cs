namespace OfficeNode.Host.Texts;

/// <summary>How much of an office's language files is taken before they are refused.</summary>
public sealed record LanguageLimits
{
    public static LanguageLimits Default { get; } = new();

    /// <summary>Files in the folder that are looked at, in the order of their names. Default 50: more languages than any office speaks.</summary>
    public int Files { get; init; } = 50;

    /// <summary>Bytes of one file. Default 4 MiB: all texts of the program with the English beside them are below 1 MiB.</summary>
    public int FileBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Texts of one file. Default 20,000: the program has some thousands.</summary>
    public int Texts { get; init; } = 20_000;

    /// <summary>Characters of a key. Default 200: the program's longest has some forty.</summary>
    public int Key { get; init; } = 200;

    /// <summary>Characters of a text. Default 4,000: the program's longest has some four hundred.</summary>
    public int Text { get; init; } = 4_000;

    /// <summary>Characters of a language's own name and the other values of the head. Default 60: what a menu can show.</summary>
    public int Head { get; init; } = 60;

    /// <summary>Levels of nested JSON. Default 4: the form has three.</summary>
    public int Depth { get; init; } = 4;

    /// <summary>Findings kept of one file; the others are counted. Default 100: more than a person mends in one go.</summary>
    public int Findings { get; init; } = 100;
}
