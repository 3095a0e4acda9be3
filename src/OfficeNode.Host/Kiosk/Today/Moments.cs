using System.Globalization;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Kiosk.Today;

/// <summary>Times as people say them: the hour alone today, with the day otherwise; local, as the language writes them.</summary>
internal sealed class Moments
{
    private readonly TimeZoneInfo _zone;
    private readonly DateOnly _today;

    public Moments(TimeZoneInfo zone, DateTimeOffset now)
    {
        _zone = zone;
        _today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
    }

    public string Of(DateTimeOffset time)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, _zone).DateTime);
        return day == _today ? Clock(time) : Words.Of("moment.day", ("day", Of(day)), ("time", Clock(time)));
    }

    public string Clock(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, _zone).ToString("HH:mm", CultureInfo.CurrentCulture);

    /// <summary>The hour with its seconds, for what is soon.</summary>
    public string Second(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, _zone).ToString("HH:mm:ss", CultureInfo.CurrentCulture);

    public string Of(DateOnly day) => day.Year == _today.Year ? Language.Current.DayOfYear(day) : Language.Current.Day(day);
}
