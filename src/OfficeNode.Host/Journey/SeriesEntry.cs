using OfficeNode.Core;

namespace OfficeNode.Host.Journey;

/// <summary>A series as somebody typed it.</summary>
public sealed record SeriesEntry
{
    public required Right Right { get; init; }

    public string? Name { get; init; }

    public string? FirstYear { get; init; }

    /// <summary>Empty while it runs.</summary>
    public string? LastYear { get; init; }

    public string? Pattern { get; init; }

    public bool IsYearly { get; init; }

    /// <summary>The number that comes next; empty for 1, or for the one where the series stands.</summary>
    public string? Next { get; init; }

    /// <summary>Whether the series goes on where the register's own numbers end; <see cref="Next"/> is empty then.</summary>
    public bool FromRegister { get; init; }
}
