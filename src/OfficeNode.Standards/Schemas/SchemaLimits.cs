namespace OfficeNode.Standards.Schemas;

/// <summary>What a document may cost while it is checked against an official schema or DTD.</summary>
public sealed record SchemaLimits
{
    /// <summary>The most characters of one document, after decoding. Default 256 Mi: a sequence listing of 100 MB, the largest ST.26 expects on a medium, fits twice.</summary>
    public long DocumentCharacters { get; init; } = 256L * 1024 * 1024;

    /// <summary>The most characters that entities may expand to. Default 10,000,000, as XmlReaderSettings has it for secure readers.</summary>
    public long EntityCharacters { get; init; } = 10_000_000;

    /// <summary>The most findings that one document gives; one more says that there were more. Default 100: a person mends the first ones and checks again.</summary>
    public int Findings { get; init; } = 100;

    /// <summary>The deepest nesting of elements. Default 256: the deepest ST.96 component, tables in claims, stays below 40.</summary>
    public int Depth { get; init; } = 256;
}
