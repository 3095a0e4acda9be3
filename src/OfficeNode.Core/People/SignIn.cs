namespace OfficeNode.Core.People;

/// <summary>Why a sign-in ended.</summary>
public enum SignInEnd
{
    /// <summary>The person left.</summary>
    Left,

    /// <summary>Nobody did anything for too long.</summary>
    Idle,

    /// <summary>It had lasted for as long as one may.</summary>
    Longest,

    /// <summary>The person was disabled.</summary>
    Disabled,

    /// <summary>The person was given, or took, a new secret.</summary>
    NewSecret,

    /// <summary>The person's roles are others now.</summary>
    OtherRoles,
}

/// <summary>The time from a person's name and secret to their leaving, in one browser.</summary>
public sealed record SignIn
{
    public required PersonId Person { get; init; }

    public required DateTimeOffset Began { get; init; }

    /// <summary>When the person last did something, to the minute.</summary>
    public required DateTimeOffset Seen { get; init; }

    /// <summary>Null while it lasts, and where it ran out unnoticed.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>Null with <see cref="Ended"/>.</summary>
    public SignInEnd? Why { get; init; }
}
