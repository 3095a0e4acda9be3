using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Core.Counter;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>What is typed about a series, before the register takes it.</summary>
internal static class SeriesCheck
{
    /// <summary>A pattern as most offices have them.</summary>
    public const string Example = "XX/P/{year}/{number:6}";

    /// <summary>Reads an entry: the facts and the next number (null where none was given), or what is wrong with them.</summary>
    public static (SeriesFacts? Facts, long? Next, IReadOnlyList<Finding> Findings) Read(SeriesEntry entry)
    {
        var findings = new List<Finding>();
        var name = TypedText.Settle(entry.Name);
        if (name is null || !name.Any(char.IsLetterOrDigit) || !TypedText.Fits(name, NumberSeries.LongestName))
        {
            findings.Add(ReceptionCheck.TooLong(CounterFindings.SeriesName, "name", NumberSeries.LongestName));
        }

        var first = YearOf(entry.FirstYear);
        var last = string.IsNullOrWhiteSpace(entry.LastYear) ? null : YearOf(entry.LastYear);
        if (first is null)
        {
            findings.Add(new Finding(CounterFindings.YearsForm, Severity.Error) { Path = "firstYear", Found = entry.FirstYear });
        }
        else if ((last is null && !string.IsNullOrWhiteSpace(entry.LastYear)) || last < first)
        {
            findings.Add(new Finding(CounterFindings.YearsForm, Severity.Error) { Path = "lastYear", Found = entry.LastYear });
        }

        var pattern = SeriesPattern.Parse(entry.Pattern ?? "");
        if (!pattern.Success)
        {
            findings.Add(new Finding(CounterFindings.PatternForm, Severity.Error) { Path = "pattern", Found = entry.Pattern, Expected = Example });
        }
        else if (entry.IsYearly && !pattern.Value.HasYear)
        {
            findings.Add(new Finding(CounterFindings.PatternYear, Severity.Error) { Path = "pattern", Found = entry.Pattern, Expected = Example });
        }

        var next = NextOf(entry.Next, findings);
        return findings.Count > 0 ? (null, null, findings) : (
            new SeriesFacts { Right = entry.Right, Name = name!, FirstYear = first!.Value, LastYear = last, Pattern = pattern.Value, IsYearly = entry.IsYearly },   // found good above
            next,
            []);
    }

    private static long? NextOf(string? typed, List<Finding> findings)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var next = ReceptionCheck.Count(typed);
        if (next is null or 0)
        {
            findings.Add(new Finding(CounterFindings.NextForm, Severity.Error) { Path = "next", Found = typed });
        }

        return next;
    }

    private static int? YearOf(string? typed) => ReceptionCheck.Count(typed) is { } year and >= NumberSeries.EarliestYear and <= NumberSeries.LatestYear ? year : null;
}
