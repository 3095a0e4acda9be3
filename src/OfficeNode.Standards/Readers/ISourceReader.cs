using OfficeNode.Core;

namespace OfficeNode.Standards.Readers;

/// <summary>Reads the entries of one format of register data.</summary>
/// <remarks>
/// The source is read once, forward, and stays open. Entries come in source order; memory does not grow with their number. A bad entry never
/// ends the reading while its neighbours can be told apart from it (I11). An item with ordinal 0 is no entry: it carries findings about the
/// whole source, and an error among them means that what was not yielded could not be read. A reader has no state: one may serve many sources.
/// </remarks>
public interface ISourceReader
{
    IAsyncEnumerable<SourceItem> ReadAsync(Stream source, ReadOptions options, CancellationToken cancellationToken);
}

/// <summary>What a reader is told about the source.</summary>
public sealed record ReadOptions
{
    /// <summary>The source's name as the user gave it, for findings.</summary>
    public string? File { get; init; }

    /// <summary>The office for records of sources that name none; a source that names one keeps it.</summary>
    public required OfficeCode Office { get; init; }

    /// <summary>The ordinal of the last entry taken in before; entries up to it are passed over without being interpreted. Default 0.</summary>
    public long After { get; init; }
}
