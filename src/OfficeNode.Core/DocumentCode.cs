using System.Collections.Frozen;
using System.Text.Json.Serialization;
using OfficeNode.Core.Json;

namespace OfficeNode.Core;

/// <summary>The type of a document in a dossier, as three letters.</summary>
[JsonConverter(typeof(TextValueConverter<DocumentCode>))]
public readonly record struct DocumentCode : ITextValue<DocumentCode>
{
    private static readonly FrozenDictionary<string, bool> ClosedByCode = new Dictionary<string, bool>
    {
        ["APP"] = false, ["TMA"] = false, ["DSA"] = false, ["DES"] = false, ["CLA"] = false, ["DRA"] = false,
        ["GDS"] = false, ["FRO"] = false, ["ABS"] = false, ["SRP"] = false, ["MRK"] = false, ["VIE"] = false,
        ["COR"] = true, ["POA"] = true, ["IDP"] = true, ["FEE"] = true, ["PRI"] = true,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private DocumentCode(string value) => Value = value;

    /// <summary>Front page, abstract, description, claims, drawings and search report: what a patent publication is made of.</summary>
    public static DocumentCode FrontPage { get; } = new("FRO");

    public static DocumentCode Abstract { get; } = new("ABS");

    public static DocumentCode Description { get; } = new("DES");

    public static DocumentCode Claims { get; } = new("CLA");

    public static DocumentCode Drawings { get; } = new("DRA");

    public static DocumentCode SearchReport { get; } = new("SRP");

    /// <summary>The representation of a mark.</summary>
    public static DocumentCode MarkImage { get; } = new("MRK");

    /// <summary>The views of a design.</summary>
    public static DocumentCode DesignViews { get; } = new("VIE");

    /// <summary>Every code, in the order of the list in docs/vocabulary.md.</summary>
    public static IReadOnlyList<DocumentCode> All { get; } = [.. ClosedByCode.Keys.Order(StringComparer.Ordinal).Select(code => new DocumentCode(code))];

    public string Value { get; }

    /// <summary>Correspondence, powers of attorney, identity papers, fee slips, priority papers: no act and no setting ever opens them (I13).</summary>
    public bool IsClosed => ClosedByCode[Value];

    public static ParseResult<DocumentCode> Parse(string text) => ClosedByCode.ContainsKey(text)
        ? ParseResult<DocumentCode>.Read(new(text))
        : ParseResult<DocumentCode>.Refuse("one of " + string.Join(' ', ClosedByCode.Keys.Order(StringComparer.Ordinal)));

    public override string ToString() => Value;
}
