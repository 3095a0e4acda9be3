namespace OfficeNode.Core.Counter;

/// <summary>Numbers reserved for days without power: printed on a sheet, given by hand, entered later.</summary>
public sealed record NumberBlock
{
    /// <summary>The most numbers of a block: what a busy counter gives in a week, on four printed sheets.</summary>
    public const int MostNumbers = 200;

    /// <summary>The most days that one block is for.</summary>
    public const int MostDays = 31;

    public required BlockId Id { get; init; }

    public required SeriesId Series { get; init; }

    /// <summary>The year that its numbers show.</summary>
    public required int Year { get; init; }

    /// <summary>The first number of it, as it is counted in the series.</summary>
    public required long First { get; init; }

    public required long Last { get; init; }

    /// <summary>The first day on which its numbers may be given.</summary>
    public required DateOnly FirstDay { get; init; }

    public required DateOnly LastDay { get; init; }

    public required string Author { get; init; }

    public required DateTimeOffset ReservedAt { get; init; }

    /// <summary>When its unused numbers were explained; null while some may still be entered.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    public string? ClosedBy { get; init; }

    public bool IsOpen => ClosedAt is null;
}
