using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Core.Counter;
using OfficeNode.Host.Kiosk.Today;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Kiosk.Counter;

/// <summary>What screens of the counter call things.</summary>
internal static class CounterWords
{
    /// <summary>A series with its right, for a list.</summary>
    public static string NameOf(NumberSeries series) => Words.Of("counter.series.value", ("right", Words.Of("right." + series.Right)), ("series", series.Name));

    /// <summary>The years of a series.</summary>
    public static string YearsOf(NumberSeries series) => series.LastYear is { } last
        ? string.Create(CultureInfo.InvariantCulture, $"{series.FirstYear}–{last}")
        : Words.Of("series.years.from", ("year", series.FirstYear.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The days that a block is for.</summary>
    public static string DaysOf(NumberBlock block, Moments moments) => block.FirstDay == block.LastDay
        ? moments.Of(block.FirstDay)
        : Words.Of("block.days.value", ("first", moments.Of(block.FirstDay)), ("last", moments.Of(block.LastDay)));

    public static string SheetsOf(ReceptionFacts facts) => facts.Papers.Sum(papers => papers.Sheets).ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>The key that opens the form for a series: its right's letter where it is the first of its right, else its place in the list; null beyond the ninth.</summary>
    public static string? KeyOf(IReadOnlyList<NumberSeries> all, int index) =>
        !all.Take(index).Any(series => series.Right == all[index].Right) ? RightLetter.Of(all[index].Right).ToString()
        : index < 9 ? (index + 1).ToString(CultureInfo.InvariantCulture)
        : null;
}
