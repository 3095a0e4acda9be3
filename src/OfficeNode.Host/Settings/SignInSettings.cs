namespace OfficeNode.Host.Settings;

/// <summary>How long a sign-in at the kiosk lasts.</summary>
public sealed record SignInSettings
{
    /// <summary>Uses are noted once a minute: what is shorter than two cannot be told.</summary>
    public static readonly TimeSpan ShortestIdle = TimeSpan.FromMinutes(2);

    /// <summary>A sign-in that outlasts a day is somebody else's by then.</summary>
    public static readonly TimeSpan LongestEver = TimeSpan.FromHours(24);

    /// <summary>It ends when nobody did anything for so long. Default 30 minutes: a talk at the counter, not a lunch.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>It ends after so long whatever was done. Default 12 hours: a working day, not the next one.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromHours(12);
}
