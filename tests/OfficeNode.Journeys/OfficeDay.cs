namespace OfficeNode.Journeys;

/// <summary>A clock that stands at noon (UTC) of a chosen day; what waits on it waits by the machine, so that nothing hangs.</summary>
internal sealed class OfficeDay : TimeProvider
{
    public OfficeDay(int year, int month, int day) => Day = new DateOnly(year, month, day);

    public DateOnly Day { get; set; }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => new(Day, new TimeOnly(12, 0), TimeSpan.Zero);
}
