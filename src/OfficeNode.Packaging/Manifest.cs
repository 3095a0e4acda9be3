using OfficeNode.Core;

namespace OfficeNode.Packaging;

/// <summary>The signed description of a package (I5).</summary>
/// <remarks>The order of the properties is the canonical order of <see cref="Json.ManifestJson"/>: a change here is a new format number.</remarks>
public sealed record Manifest
{
    public required PackageName Package { get; init; }

    public required PackageScope Scope { get; init; }

    public required string Destination { get; init; }

    public required OfficeCode Office { get; init; }

    /// <summary>In UTC.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The ZIP itself.</summary>
    public required ManifestFile Zip { get; init; }

    /// <summary>The member list, which travels beside it.</summary>
    public required ManifestFile Members { get; init; }

    /// <summary>Numbers by name in alphabetical order; always there are <c>members</c> and one for each kind of member, as <c>records</c>.</summary>
    public required IReadOnlyDictionary<string, long> Counts { get; init; }

    public IReadOnlyList<StandardVersion> Standards
    {
        get;
        init => field = value ?? [];    // canonical JSON leaves empty lists out, and its reader sets what is left out to null
    } = [];

    /// <summary>Whether all members were checked against the official schemas.</summary>
    public required bool SchemaValidated { get; init; }

    /// <summary>Why not, when they were not.</summary>
    public string? NotValidatedBecause { get; init; }

    /// <summary>The head of the office's audit log.</summary>
    public Digest? AuditHead { get; init; }

    /// <summary>Compressor and runtime with their versions.</summary>
    public required string Codec { get; init; }
}

/// <summary>A file that a manifest vouches for.</summary>
public sealed record ManifestFile(string File, long Length, Digest Sha256);
