using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Core.Counter;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>What is typed about blocks and what was written on their sheets.</summary>
internal static class BlockCheck
{
    private static readonly string[] TimeForms = ["HH:mm", "HH:mm:ss", "H:mm"];

    /// <summary>Reads an order for a block, or what is wrong with it.</summary>
    public static (NewBlock? Block, IReadOnlyList<Finding> Findings) Read(BlockEntry entry, DateOnly today, string author, string request)
    {
        var findings = new List<Finding>();
        var count = ReceptionCheck.Count(entry.Count);
        if (count is null or 0 or > NumberBlock.MostNumbers)
        {
            findings.Add(ReceptionCheck.TooLong(CounterFindings.CountForm, "count", NumberBlock.MostNumbers) with { Found = entry.Count });
        }

        var first = DayOf(entry.FirstDay);
        var last = string.IsNullOrWhiteSpace(entry.LastDay) ? first : DayOf(entry.LastDay);
        if (first is null || first < today)
        {
            findings.Add(Days("firstDay", entry.FirstDay));
        }
        else if (last is null || last < first || last.Value.DayNumber - first.Value.DayNumber >= NumberBlock.MostDays || last.Value.Year != first.Value.Year)
        {
            // Numbers show the year, and may be counted by it: a block is of one.
            findings.Add(Days("lastDay", entry.LastDay));
        }

        return findings.Count > 0 ? (null, findings) : (
            new NewBlock { Count = count!.Value, FirstDay = first!.Value, LastDay = last!.Value, Author = author, Request = request },   // found good above
            []);
    }

    /// <summary>When a filing was received by the sheet, or what is wrong with that.</summary>
    public static (DateOnly Day, DateTimeOffset At, Finding? Finding) Read(PaperEntry entry, NumberBlock block, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (DayOf(entry.Day) is not { } day || day < block.FirstDay || day > block.LastDay)
        {
            return (default, default, new Finding(CounterFindings.PaperDay, Severity.Error) { Path = "day", Found = entry.Day });
        }

        if (!TimeOnly.TryParseExact(entry.Time?.Trim(), TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return (default, default, new Finding(CounterFindings.PaperTime, Severity.Error) { Path = "time", Found = entry.Time });
        }

        // An hour that the clocks skip did not strike: the offset before it is as good as any.
        var local = day.ToDateTime(time, DateTimeKind.Unspecified);
        var at = new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
        return at > now ? (day, at, new Finding(CounterFindings.PaperTime, Severity.Error) { Path = "time", Found = entry.Time }) : (day, at, null);
    }

    private static Finding Days(string path, string? found) => ReceptionCheck.TooLong(CounterFindings.BlockDays, path, NumberBlock.MostDays) with { Found = found };

    private static DateOnly? DayOf(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
