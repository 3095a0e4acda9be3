namespace OfficeNode.Core.Closing;

/// <summary>What a day came to, counted.</summary>
public sealed record DayCounts
{
    /// <summary>Pages that were scanned on it.</summary>
    public long Pages { get; init; }

    /// <summary>Entries that were released on it.</summary>
    public long Released { get; init; }

    /// <summary>Packages that were delivered on it.</summary>
    public long Delivered { get; init; }

    /// <summary>Packages that were accepted on it.</summary>
    public long Accepted { get; init; }

    /// <summary>Batches that were not handed over at its end.</summary>
    public long ToArrange { get; init; }

    /// <summary>Entries that were still to be keyed at its end, sent back and second ones among them.</summary>
    public long ToKey { get; init; }

    /// <summary>Entries that waited for release at its end.</summary>
    public long ToRelease { get; init; }
}

/// <summary>The end of a day, as somebody declared it.</summary>
/// <param name="IsFeederEmpty">Whether they looked that no sheet is left in the feeder.</param>
/// <param name="Remark">What whoever comes next should know; may be empty.</param>
public sealed record DayClose(DateOnly Day, string Author, DateTimeOffset At, bool IsFeederEmpty, string Remark, DayCounts Counts);

/// <summary>Ids of what keeps a day from being closed.</summary>
public static class ClosingFindings
{
    /// <summary>Nobody looked into the feeder, and nothing says why.</summary>
    public const string Feeder = "CLOSING-FEEDER";

    /// <summary>The remark is too long, or no plain text.</summary>
    public const string Remark = "CLOSING-REMARK";
}
