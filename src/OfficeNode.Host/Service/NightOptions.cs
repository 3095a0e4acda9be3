using OfficeNode.Sync;

namespace OfficeNode.Host.Service;

/// <summary>How a night goes on when something keeps it from its work.</summary>
internal sealed record NightOptions
{
    /// <summary>The pause after the first round that left something undone; each further one doubles it. Default 5 minutes.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest pause. Default one hour: a line that comes back in the night is used the same night.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long the service goes without looking at clock and settings. Default 10 minutes: both may be changed by day.</summary>
    public TimeSpan Glance { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Bytes per second for the work of a missed night by day, where the office set no rate. Default 16,000: half of a line of 256 kbit/s.</summary>
    public int BytesPerSecondByDay { get; init; } = 16_000;

    /// <summary>How long a dead line is tried within one round.</summary>
    public DeliveryRetryOptions Patience { get; init; } = new();
}
