using OfficeNode.Core;
using OfficeNode.Packaging.Signatures;

namespace OfficeNode.Packaging;

/// <summary>What lay there to be checked.</summary>
public enum PackageKind
{
    /// <summary>A ZIP with its sidecars.</summary>
    Signed,

    /// <summary>A ZIP alone: nobody vouches for it.</summary>
    Unsigned,
}

/// <summary>A package that was looked at.</summary>
/// <param name="Manifest">Null when there is none, or none that can be read.</param>
/// <param name="Length">Of the ZIP, as found.</param>
/// <param name="Sha256">Of the ZIP, as found.</param>
/// <param name="Members">Members found.</param>
/// <param name="Findings">In the order: sidecars, members, directory, comparison with the sidecars.</param>
public sealed record PackageCheck(PackageKind Kind, Manifest? Manifest, long Length, Digest Sha256, long Members, IReadOnlyList<Finding> Findings)
{
    /// <summary>Whether no error was found. An unsigned package may be valid; its warning says what that means.</summary>
    public required bool IsValid { get; init; }

    /// <summary>Whose signature fits the manifest, believed or not; null when none does.</summary>
    public TrustedCertificate? Signer { get; init; }
}
