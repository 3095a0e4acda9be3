using System.Collections.Frozen;
using OfficeNode.Standards.Codes;

namespace OfficeNode.Standards.Writers;

/// <summary>The code lists of one version of ST.96: what its schema lets stand where it demands a code.</summary>
/// <remarks>
/// A code outside them would make the document invalid, so writers leave it out and say so; an office's additions to the lists do not change the
/// schema. V6_0 has the lists that ship with the program, with former codes of its own (facts/numbering-and-codes.md [V]); it has no FM, MH and PS among
/// the offices. A test compares them with the schema.
/// </remarks>
internal sealed class St96Codes
{
    private St96Codes(IEnumerable<string> offices, IEnumerable<string> countries, IEnumerable<string> languages)
    {
        Offices = offices.ToFrozenSet(StringComparer.Ordinal);
        Countries = countries.ToFrozenSet(StringComparer.Ordinal);
        Languages = languages.ToFrozenSet(StringComparer.Ordinal);
    }

    public static St96Codes V6 { get; } = new(
        [.. CodeTables.Standard.Offices.Listed, .. CodeTables.Standard.Offices.Former],
        [.. CodeTables.Standard.Countries.All, "AN", "BU", "CS", "DD", "NT", "RH", "SU", "TP", "YD", "YU", "ZR"],
        [.. CodeTables.Standard.Languages.All, "jw", "sh"]);

    /// <summary>ExtendedWIPOST3CodeType.</summary>
    public FrozenSet<string> Offices { get; }

    /// <summary>ExtendedISOCountryCodeType.</summary>
    public FrozenSet<string> Countries { get; }

    /// <summary>ExtendedISOLanguageCodeType.</summary>
    public FrozenSet<string> Languages { get; }
}
