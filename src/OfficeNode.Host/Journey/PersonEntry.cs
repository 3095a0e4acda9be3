using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>A person to be added, as somebody typed it.</summary>
public sealed record PersonEntry
{
    public required string Name { get; init; }

    public required PersonFacts Facts { get; init; }
}
