using System.Globalization;
using System.Text.Json.Serialization;

namespace OfficeNode.Core;

/// <summary>A legal date with the text the paper or source has for it, in whatever calendar.</summary>
/// <remarks>Offices print Ethiopian, Hijri and Thai dates too: the original stays beside the conversion (facts/numbering-and-codes.md [I]).</remarks>
public sealed record PrintedDate
{
    /// <summary>The Gregorian day (ST.2).</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The text as printed; null when it is the ISO form of <see cref="Date"/>.</summary>
    public string? Printed { get; init; }

    [JsonIgnore]
    public string Iso => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The eight-digit form of ST.36.</summary>
    [JsonIgnore]
    public string Compact => Date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    public static PrintedDate Of(DateOnly date, string? printed = null)
    {
        var plain = new PrintedDate { Date = date };
        return printed is null || printed == plain.Iso ? plain : plain with { Printed = printed };
    }
}
