namespace OfficeNode.Journeys.Kiosk.Counter;

/// <summary>A clock that stands until it is set, in an office five hours ahead of UTC; what waits on it waits by the machine.</summary>
internal sealed class OfficeClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 20, 13, 5, 0, TimeSpan.Zero);

    public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.CreateCustomTimeZone("Office", TimeSpan.FromHours(5), "Office", "Office");

    public override DateTimeOffset GetUtcNow() => Now;
}
