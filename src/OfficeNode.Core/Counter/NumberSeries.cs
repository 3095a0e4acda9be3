namespace OfficeNode.Core.Counter;

/// <summary>A row of numbers that an office gives at its counter: for a right, under a law, in years. Old series stay, with their law and years; several may run beside each other.</summary>
public sealed record NumberSeries
{
    /// <summary>The most characters of a name (UTF-16 code units): one line of a list.</summary>
    public const int LongestName = 100;

    /// <summary>The earliest year that a series may begin in: before the oldest laws on industrial property that offices still hold files of.</summary>
    public const int EarliestYear = 1800;

    /// <summary>The latest year that one may begin or end in: what dates are written with.</summary>
    public const int LatestYear = 9999;

    public required SeriesId Id { get; init; }

    public required Right Right { get; init; }

    /// <summary>What people call it: the law, the register, the era.</summary>
    public required string Name { get; init; }

    /// <summary>The first year in which it gives numbers.</summary>
    public required int FirstYear { get; init; }

    /// <summary>The last one; null while it runs.</summary>
    public int? LastYear { get; init; }

    public required SeriesPattern Pattern { get; init; }

    /// <summary>Whether it begins at 1 again with each year; otherwise it runs on.</summary>
    public required bool IsYearly { get; init; }

    /// <summary>Whether it gives numbers in a year.</summary>
    public bool Covers(int year) => year >= FirstYear && !(year > LastYear);

    /// <summary>Under which year its numbers are counted: 0 where it runs on.</summary>
    public int CountYear(int year) => IsYearly ? year : 0;

    /// <summary>A number as it is printed, with the year it was given in.</summary>
    public Number NumberOf(int year, long ordinal) => Number.Of(Pattern.Print(year, ordinal), year);
}
