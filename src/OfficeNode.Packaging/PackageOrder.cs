using OfficeNode.Core;

namespace OfficeNode.Packaging;

/// <summary>A standard with its version, as <c>ST.96</c>, <c>V6_0</c>.</summary>
public sealed record StandardVersion(string Name, string Version);

/// <summary>What a package shall be, apart from its members: all of it goes into the manifest as it stands.</summary>
/// <remarks>Whatever depends on time or machine is handed in here and nowhere else, so that the ZIP depends on the members alone.</remarks>
public sealed record PackageOrder
{
    /// <summary>The reserved name (I6).</summary>
    public required PackageName Name { get; init; }

    /// <summary>The destination's name, as <c>patentscope</c>.</summary>
    public required string Destination { get; init; }

    public required PackageScope Scope { get; init; }

    public required OfficeCode Office { get; init; }

    /// <summary>The standards that the members follow.</summary>
    public IReadOnlyList<StandardVersion> Standards { get; init; } = [];

    /// <summary>Why the members were not checked against the official schemas; null when they were.</summary>
    public string? NotValidatedBecause { get; init; }

    /// <summary>The head of the audit log when the content was chosen.</summary>
    public Digest? AuditHead { get; init; }

    /// <summary>When the package was ordered, in UTC.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>Further numbers that the receiver should see, by name; the writer adds its own.</summary>
    public IReadOnlyDictionary<string, long> Counts { get; init; } = new Dictionary<string, long>();

    /// <summary>Compressor and runtime with their versions: equal ones give equal bytes of the ZIP.</summary>
    public required string Codec { get; init; }
}
