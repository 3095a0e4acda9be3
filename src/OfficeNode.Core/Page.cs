namespace OfficeNode.Core;

/// <summary>Stored bytes that never change, named by their SHA-256 (I1). Several pages may share one.</summary>
public sealed record Master
{
    public required Digest Digest { get; init; }

    /// <summary>File extension without the dot, lower case: <c>tif</c>, <c>jpg</c>, <c>png</c>, <c>pdf</c>.</summary>
    public required string Extension { get; init; }

    /// <summary>Bytes.</summary>
    public required long Length { get; init; }

    public required uint Crc32 { get; init; }
}

/// <summary>One side of paper in a dossier: its place, what it shows, the master that holds it and where it came from.</summary>
public sealed record Page
{
    public required PageId Id { get; init; }

    public required DossierId Dossier { get; init; }

    public required DocumentCode Document { get; init; }

    /// <summary>Place within the document, counted from 1.</summary>
    public required int Sequence { get; init; }

    public required Master Master { get; init; }

    /// <summary>Which frame of the master, counted from 0; a multi-page TIFF or PDF is one master for many pages.</summary>
    public required int Frame { get; init; }

    public required ImageFacts Facts { get; init; }

    public required PageOrigin Origin { get; init; }

    /// <summary>Quarter turns to the right, 0 to 3, that make its frame upright: as a person said, or as it was read.</summary>
    public int Turns { get; init; }

    /// <summary>For a design's view: the number of the design within the application.</summary>
    public int? DesignNumber { get; init; }

    /// <summary>Set when the master's bytes were found to differ from its digest: the page must be scanned again.</summary>
    public bool Damaged { get; init; }
}

/// <summary>Where a page came from.</summary>
public sealed record PageOrigin
{
    /// <summary>The file name, or the scanner's device name.</summary>
    public required string Source { get; init; }

    /// <summary>The batch of the feeder, if any.</summary>
    public string? Batch { get; init; }

    /// <summary>The sheet in the batch, counted from 1.</summary>
    public int? Sheet { get; init; }

    public required DateTimeOffset Time { get; init; }
}
