using OfficeNode.Host.Settings;

namespace OfficeNode.Host.Service;

/// <summary>One night: named by the day on which it begins.</summary>
public sealed record Night(DateOnly Day, DateTimeOffset From, DateTimeOffset To);

/// <summary>When nights are, by the office's window and the machine's time zone. A window that ends when it begins means: no nights.</summary>
internal sealed class NightPlan
{
    private readonly NightWindow _window;
    private readonly TimeZoneInfo _zone;

    public NightPlan(NightWindow window, TimeZoneInfo zone)
    {
        _window = window;
        _zone = zone;
    }

    public bool HasNights => _window.From != _window.To;

    /// <summary>The last night that has begun; it may be over.</summary>
    public Night LatestAt(DateTimeOffset now)
    {
        var today = DayOf(now);
        return Of(today) is var night && night.From <= now ? night : Of(today.AddDays(-1));
    }

    /// <summary>The first night that has not begun.</summary>
    public Night NextAfter(DateTimeOffset now) => Of(LatestAt(now).Day.AddDays(1));

    private Night Of(DateOnly day) => new(day, At(day, _window.From), At(_window.To < _window.From ? day.AddDays(1) : day, _window.To));

    // An hour that the change to summer time leaves out is taken with the offset before it: nothing here needs it to exist.
    private DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, _zone.GetUtcOffset(local));
    }

    private DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, _zone).DateTime);
}
