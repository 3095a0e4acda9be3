namespace OfficeNode.Host.Kiosk.Today;

/// <summary>How much a sentence wants of its reader, the worst last.</summary>
public enum Tone
{
    /// <summary>In order.</summary>
    Good,

    /// <summary>Worth a look; it may settle itself.</summary>
    Look,

    /// <summary>A person must act.</summary>
    Act,
}

/// <summary>One thing, in one honest sentence.</summary>
/// <param name="Hint">What to do about it; null when there is nothing to do.</param>
/// <param name="Why">What keeps it from being otherwise; null when that is plain.</param>
public sealed record Sentence(Tone Tone, string Text, string? Hint = null, string? Why = null)
{
    /// <summary>The screen where it is dealt with; null where there is none. Who may not open it sees the sentence without a link.</summary>
    public string? Address { get; init; }
}
