using OfficeNode.Core;

namespace OfficeNode.Host.Service;

/// <summary>What a night has done so far, or did.</summary>
public sealed record NightResult
{
    /// <summary>The day on which the night begins.</summary>
    public required DateOnly Night { get; init; }

    public required DateTimeOffset Began { get; init; }

    /// <summary>Null while it goes on, and after a stop in its middle.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>The night itself was missed; this is its work, done by day and throttled.</summary>
    public bool Late { get; init; }

    /// <summary>While it goes on: when what waits is tried again.</summary>
    public DateTimeOffset? NextTry { get; init; }

    /// <summary>Packages built.</summary>
    public int Packages { get; init; }

    /// <summary>Records left out of packages because of errors.</summary>
    public int LeftOut { get; init; }

    public int Delivered { get; init; }

    public int Accepted { get; init; }

    public int Refused { get; init; }

    /// <summary>Packages in the outbox at the end.</summary>
    public int Waiting { get; init; }

    public long BytesOnWire { get; init; }

    /// <summary>What kept a destination from its turn, at the last try; why a package waits stands with the package.</summary>
    public IReadOnlyList<Finding> Troubles { get; init; } = [];
}
