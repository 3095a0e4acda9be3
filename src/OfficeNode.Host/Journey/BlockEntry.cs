namespace OfficeNode.Host.Journey;

/// <summary>A block of numbers as somebody orders it.</summary>
public sealed record BlockEntry
{
    /// <summary>How many numbers.</summary>
    public string? Count { get; init; }

    /// <summary>As 2026-11-20.</summary>
    public string? FirstDay { get; init; }

    /// <summary>As 2026-11-20; empty for the first alone.</summary>
    public string? LastDay { get; init; }
}

/// <summary>When a filing was received, as it stands on the sheet of a block.</summary>
/// <param name="Ordinal">Which number it got, as it is counted in its series.</param>
/// <param name="Day">As 2026-11-20.</param>
/// <param name="Time">By the office's clock, as 09:05.</param>
public sealed record PaperEntry(long Ordinal, string? Day, string? Time);
