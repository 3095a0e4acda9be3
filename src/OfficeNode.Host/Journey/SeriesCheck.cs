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
        var name = NameOf(entry.Name, findings);
        var (first, last) = YearsOf(entry, findings);
        var pattern = PatternOf(entry, findings);
        var next = NextOf(entry.Next, findings);
        return pattern is null || findings.Count > 0 ? (null, null, findings) : (
            new SeriesFacts { Right = entry.Right, Name = name, FirstYear = first, LastYear = last, Pattern = pattern, IsYearly = entry.IsYearly },
            next,
            []);
    }

    private static string NameOf(string? typed, List<Finding> findings)
    {
        var name = TypedText.Settle(typed) ?? "";
        if (!name.Any(char.IsLetterOrDigit) || !TypedText.Fits(name, NumberSeries.LongestName))
        {
            findings.Add(ReceptionCheck.TooLong(CounterFindings.SeriesName, "name", NumberSeries.LongestName));
        }

        return name;
    }

    private static (int First, int? Last) YearsOf(SeriesEntry entry, List<Finding> findings)
    {
        var runs = string.IsNullOrWhiteSpace(entry.LastYear);
        var (first, last) = (YearOf(entry.FirstYear), runs ? null : YearOf(entry.LastYear));
        if (first is null)
        {
            findings.Add(new Finding(CounterFindings.YearsForm, Severity.Error) { Path = "firstYear", Found = entry.FirstYear });
        }
        else if ((last is null && !runs) || last < first)
        {
            findings.Add(new Finding(CounterFindings.YearsForm, Severity.Error) { Path = "lastYear", Found = entry.LastYear });
        }

        return (first ?? 0, last);
    }

    private static SeriesPattern? PatternOf(SeriesEntry entry, List<Finding> findings)
    {
        var pattern = SeriesPattern.Parse(entry.Pattern ?? "");
        var rule = !pattern.Success ? CounterFindings.PatternForm : entry.IsYearly && !pattern.Value.HasYear ? CounterFindings.PatternYear : null;
        if (rule is not null)
        {
            findings.Add(new Finding(rule, Severity.Error) { Path = "pattern", Found = entry.Pattern, Expected = Example });
        }

        return pattern.Success ? pattern.Value : null;
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
