using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Core.Counter;
using OfficeNode.Storage;

namespace OfficeNode.Host.Journey;

/// <summary>What the counter looks at inside the transaction that gives numbers: the clock, the series, and whether a number is free.</summary>
internal sealed class CounterLook
{
    /// <summary>The most characters of the name of an act: browsers send 32.</summary>
    private const int LongestRequest = 64;

    private readonly TimeProvider _time;

    public CounterLook(TimeProvider time)
    {
        _time = time;
        Now = time.GetUtcNow();
        Today = DayOf(Now);
    }

    public DateTimeOffset Now { get; }

    /// <summary>The office's day, in its own time zone: numbers of the new year begin at its midnight.</summary>
    public DateOnly Today { get; }

    /// <summary>Whether an act has a name; a hand-made request may have none, or one that fills the register.</summary>
    public static bool IsName(string? request) => request is { Length: > 0 and <= LongestRequest } && request.All(char.IsAsciiLetterOrDigit);

    /// <summary>What keeps any number from being given now; null when nothing does.</summary>
    public Finding? AgainstClock(RegisterSession session) => session.Clock.IsBehind(Now)
        ? new Finding(CounterFindings.ClockBehind, Severity.Error) { Found = Local(Now), Expected = Local(session.Clock.Latest!.Value) }   // a clock is behind something
        : null;

    /// <summary>What keeps a series from coming further by so many numbers in a year; null when nothing does.</summary>
    public static Finding? AgainstSeries(RegisterSession session, NumberSeries series, int year, int count)
    {
        if (!series.Covers(year))
        {
            return new Finding(CounterFindings.SeriesYears, Severity.Error) { Path = "series", Found = year.ToString(CultureInfo.InvariantCulture), Expected = YearsOf(series) };
        }

        return session.Series.Next(series, year) + count - 1 > SeriesPattern.Largest ? new Finding(CounterFindings.SeriesFull, Severity.Error) { Path = "series" } : null;
    }

    /// <summary>The first of the next numbers of a series that the register knows already, or another series gave; null when all are free.</summary>
    public static Finding? AgainstTaken(RegisterSession session, NumberSeries series, int year, int count)
    {
        var next = session.Series.Next(series, year);
        return Enumerable.Range(0, count)
            .Select(offset => series.Pattern.Print(year, next + offset))
            .Where(printed => session.Dossiers.HasApplication(series.Right, printed) || session.Receptions.Find(series.Right, printed) is not null)
            .Select(printed => new Finding(CounterFindings.NumberTaken, Severity.Error) { Path = "series", Found = printed })
            .FirstOrDefault();
    }

    public DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, _time.LocalTimeZone).DateTime);

    /// <summary>A time in the office's zone, as the language writes it.</summary>
    public string Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, _time.LocalTimeZone).ToString("g", CultureInfo.CurrentCulture);

    private static string YearsOf(NumberSeries series) => string.Create(CultureInfo.InvariantCulture, $"{series.FirstYear}–{series.LastYear}");
}
