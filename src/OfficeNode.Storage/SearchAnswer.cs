using OfficeNode.Core;

namespace OfficeNode.Storage;

/// <summary>What a search found.</summary>
/// <param name="Dossiers">The best, as many as were asked for.</param>
/// <param name="Found">How many there are; beyond <see cref="MostCounted"/> nobody counts.</param>
/// <param name="IsPartial">Whether only the newest of those with the words were compared with the filters: too many have the words.</param>
public sealed record SearchAnswer(IReadOnlyList<DossierId> Dossiers, int Found, bool IsPartial)
{
    /// <summary>As far as results are counted: a person narrows the search long before.</summary>
    public const int MostCounted = 1000;

    public static SearchAnswer Nothing { get; } = new([], 0, IsPartial: false);

    /// <summary>Whether there are more than anybody counted.</summary>
    public bool IsUncounted => Found > MostCounted;
}
