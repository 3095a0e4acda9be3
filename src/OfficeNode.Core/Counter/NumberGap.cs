namespace OfficeNode.Core.Counter;

/// <summary>Why numbers of a series belong to no filing.</summary>
public enum GapReason
{
    /// <summary>The reception was taken back: the applicant took the papers home again, or they were received twice.</summary>
    Aborted,

    /// <summary>The number was stamped or printed on paper that cannot be used.</summary>
    Spoiled,

    /// <summary>The number was reserved in a block and not used.</summary>
    BlockUnused,
}

/// <summary>Numbers of a series that were skipped, and why: nothing about a series is left to guesses.</summary>
public sealed record NumberGap
{
    public required SeriesId Series { get; init; }

    /// <summary>The first number as printed.</summary>
    public required string First { get; init; }

    /// <summary>The last one; the same as <see cref="First"/> where it is one.</summary>
    public required string Last { get; init; }

    /// <summary>How many numbers.</summary>
    public required long Count { get; init; }

    public required GapReason Reason { get; init; }

    /// <summary>In words; null where the reason says all.</summary>
    public string? Remark { get; init; }

    public required string Author { get; init; }

    public required DateTimeOffset At { get; init; }
}
