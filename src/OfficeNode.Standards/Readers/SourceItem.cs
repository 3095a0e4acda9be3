using OfficeNode.Core;

namespace OfficeNode.Standards.Readers;

/// <summary>One entry of a source of register data: a row, a document, a transaction. Either a record, or findings that say why not; often both.</summary>
public sealed record SourceItem
{
    /// <summary>Which entry of the source, counted from 1; 0 for an item that is no entry and carries findings about the whole source.</summary>
    public required long Ordinal { get; init; }

    /// <summary>The line it starts on, counted from 1; null where lines mean nothing.</summary>
    public long? Line { get; init; }

    /// <summary>The record read; null when the entry was rejected.</summary>
    public Record? Record { get; init; }

    /// <summary>What was wrong or odd, with place, found and expected. A rejected entry has at least one error.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Paths of values that the register has no place for, once per value; the source itself is kept.</summary>
    public IReadOnlyList<string> Unmapped { get; init; } = [];

    /// <summary>Pictures the entry names, as paths relative to the source's folder.</summary>
    public IReadOnlyList<SourceImage> Images { get; init; } = [];

    /// <summary>The publication act that the source itself records, with the person who answers for it (I13: imports are closed without one). A mere date of publication is none.</summary>
    public PublicationAct? Act { get; init; }

    /// <summary>The entry as it stood, for the file of rejects; null when it cannot be given back as text.</summary>
    public string? Raw { get; init; }
}

/// <summary>A picture that a source entry names.</summary>
/// <param name="File">As the source writes it; the importer resolves it beside the source and never above it.</param>
/// <param name="DesignNumber">For a design's view: the design it belongs to.</param>
public sealed record SourceImage(string File, DocumentCode Document, int? DesignNumber = null);
