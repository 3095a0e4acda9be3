namespace OfficeNode.Sync;

/// <summary>How patiently a line is tried.</summary>
public sealed record DeliveryRetryOptions
{
    /// <summary>The wait after the first failure; each further one doubles it. Default 2 seconds: a dropped modem has dialled again.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait between two tries. Default 5 minutes.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Tries in a row that move nothing before the delivery rests until the next window. Default 8: about ten minutes of a dead line.</summary>
    public int FruitlessTries { get; init; } = 8;
}
