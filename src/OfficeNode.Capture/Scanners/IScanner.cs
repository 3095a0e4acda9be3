using OfficeNode.Core.Batches;

namespace OfficeNode.Capture.Scanners;

/// <summary>Something that yields sides of paper as files: a scanner, or a folder that others save files into.</summary>
/// <remarks>
/// The contract: sides come in the order of the paper; a side's file is complete and stays where it is until the caller settles it by
/// <see cref="Take"/> or <see cref="Refuse"/>, which it does once the page is durable and entered. A side that was not settled when the process
/// ended is yielded again by the next scan into the same spool. Not thread-safe; one scan at a time.
/// </remarks>
public interface IScanner
{
    /// <summary>Yields sides until the paper ends; of a folder, until no file has come for its time of rest.</summary>
    /// <exception cref="ScannerException">The scanner stopped; every side before it was yielded. The kind says what a person should do.</exception>
    IAsyncEnumerable<ScannedSide> ScanAsync(ScanOrder order, CancellationToken cancellation);

    /// <summary>Yields what a scan that was stopped left whole in the order's spool, after ending what still writes there; clears the rest away. Nothing for a folder.</summary>
    IAsyncEnumerable<ScannedSide> LeftAsync(ScanOrder order, CancellationToken cancellation);

    /// <summary>The sheet that goes on top of the feeder for the next scan of an order: the first that is neither entered nor lies whole in the spool. Null where nobody puts paper in.</summary>
    int? NextSheet(ScanOrder order);

    /// <summary>The side is durable and entered: its file may go.</summary>
    void Take(ScannedSide side);

    /// <summary>The side's file cannot be taken: it is put aside, never deleted (I10).</summary>
    void Refuse(ScannedSide side);
}

/// <summary>How to scan.</summary>
public sealed record ScanOrder
{
    /// <summary>Pixels per inch. Default 300, which reading and patent images want.</summary>
    public int Resolution { get; init; } = 300;

    /// <summary>Default grey: thresholds can be chosen later, lost greys cannot be had back.</summary>
    public ScanColour Colour { get; init; } = ScanColour.Grey;

    /// <summary>Whether both sides are scanned; a scanner that cannot refuses. Default no: fronts alone, unless the scanner itself leaves no choice.</summary>
    public bool Duplex { get; init; }

    /// <summary>Millimetres of paper across its way through the scanner; null takes all that the scanner sees.</summary>
    public double? Width { get; init; }

    /// <summary>Millimetres of paper along its way; null as for <see cref="Width"/>.</summary>
    public double? Height { get; init; }

    /// <summary>The folder for sides that are not settled yet; it belongs to this batch alone and exists.</summary>
    public required string Spool { get; init; }

    /// <summary>The number of the first sheet, above 1 when a batch goes on.</summary>
    public int FirstSheet { get; init; } = 1;

    /// <summary>The sheet with which this order began before something stopped it; null where that is not known, and all of the order is carried out.</summary>
    public int? BeganWith { get; init; }
}

/// <summary>What is kept of the colours.</summary>
public enum ScanColour
{
    Bilevel,
    Grey,
    Colour,
}

/// <summary>One side as a file. A file with several frames holds several sides, all of which go by this one.</summary>
/// <param name="Path">The complete file.</param>
/// <param name="File">The name under which it came; null for a scanner.</param>
public sealed record ScannedSide(int Sheet, Side Side, string Path, string? File)
{
    /// <summary>The other side of the same sheet is yielded next: both count, or neither does.</summary>
    public bool BackFollows { get; init; }
}
