namespace OfficeNode.Host.StatusPage;

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

/// <summary>One thing, in one honest sentence, and what to do about it.</summary>
public sealed record Sentence(Tone Tone, string Text, string? Hint = null);
