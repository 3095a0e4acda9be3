using System.Globalization;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.StatusPage;

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
        var local = TimeZoneInfo.ConvertTime(time, _zone);
        var clock = local.ToString("HH:mm", CultureInfo.CurrentCulture);
        var day = DateOnly.FromDateTime(local.DateTime);
        return day == _today ? clock : Words.Of("moment.day", ("day", Of(day)), ("time", clock));
    }

    public string Of(DateOnly day) => day.ToString(day.Year == _today.Year ? "d MMMM" : "d MMMM yyyy", CultureInfo.CurrentCulture);
}
