namespace OfficeNode.Host.Settings;

/// <summary>How much is prepared for screens and kept.</summary>
public sealed record PreviewSettings
{
    /// <summary>Room for the thumbnails of a few batches and what is looked at meanwhile.</summary>
    public const int LeastMegabytes = 100;

    /// <summary>More than any disk of an office.</summary>
    public const int MostOfMegabytes = 10_000_000;

    /// <summary>Some 30 GB. Where <see cref="MostMegabytes"/> is less, the first of them are swept again before anybody looks.</summary>
    public const int MostOfPagesAhead = 100_000;

    /// <summary>Megabytes that previews may take; the oldest go first, and are made again when somebody looks. Default 4,000: some 15,000 pages as they stand beside a form, or 400,000 thumbnails.</summary>
    public int MostMegabytes { get; init; } = 4_000;

    /// <summary>How many of the last pages are prepared for the screen before anybody looks. Default 1,000: a feeder's batch, some 300 MB; 0 prepares none.</summary>
    public int PagesAhead { get; init; } = 1_000;
}
