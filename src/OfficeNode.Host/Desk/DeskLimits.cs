namespace OfficeNode.Host.Desk;

/// <summary>How much of foreign documents the desk looks at before it refuses, besides the limits of packages and schemas.</summary>
public sealed record DeskLimits
{
    public static DeskLimits Default { get; } = new();

    /// <summary>Bytes of one record's document in a package. Default 64 MiB: what the readers take of one entry; long full texts reach some tens.</summary>
    public int Document { get; init; } = 64 * 1024 * 1024;

    /// <summary>Levels of nested elements. Default 256: as schema validation has it; real documents stay below 40.</summary>
    public int Depth { get; init; } = 256;

    /// <summary>Characters that a document's own declarations may expand to before its root element. Default 1 Mi: as the readers have it.</summary>
    public long EntityCharacters { get; init; } = 1024 * 1024;

    /// <summary>Files that one document may name. Default 100,000: a dossier of that many pages fills a shelf.</summary>
    public int NamedFiles { get; init; } = 100_000;

    /// <summary>Findings kept of one document. Default 5: enough to see what is wrong with a record that is sent again anyway.</summary>
    public int FindingsPerDocument { get; init; } = 5;

    /// <summary>
    /// Records refused one by one. Default 2,000: with one finding each they fit a receipt; more means that something is wrong with all of them, and the
    /// package is refused as a whole.
    /// </summary>
    public int RefusedRecords { get; init; } = 2_000;

    /// <summary>Further findings of a package that are told to the sender. Default 200: more than a person reads.</summary>
    public int FurtherFindings { get; init; } = 200;
}
