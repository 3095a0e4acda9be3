using System.Collections.Frozen;
using System.Text.Json.Serialization;
using OfficeNode.Core.Json;

namespace OfficeNode.Core;

/// <summary>The type of a document in a dossier, as three letters.</summary>
[JsonConverter(typeof(TextValueConverter<DocumentCode>))]
public readonly record struct DocumentCode : ITextValue<DocumentCode>
{
    private static readonly FrozenSet<string> Openable = FrozenSet.Create(
        StringComparer.Ordinal, "APP", "TMA", "DSA", "DES", "CLA", "DRA", "GDS", "FRO", "ABS", "SRP", "MRK", "VIE");

    private static readonly FrozenSet<string> Closed = FrozenSet.Create(StringComparer.Ordinal, "COR", "POA", "IDP", "FEE", "PRI", "LED");

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

    /// <summary>A page of a register or index card: it shows other people's records beside its own.</summary>
    public static DocumentCode Ledger { get; } = new("LED");

    /// <summary>Every code, in alphabetical order.</summary>
    public static IReadOnlyList<DocumentCode> All { get; } = [.. Openable.Concat(Closed).Order(StringComparer.Ordinal).Select(code => new DocumentCode(code))];

    public string Value { get; }

    /// <summary>Correspondence, powers of attorney, identity papers, fee slips, priority papers, pages of ledgers: no act and no setting ever opens them (I13).</summary>
    public bool IsClosed => Closed.Contains(Value);

    public static ParseResult<DocumentCode> Parse(string text) => Openable.Contains(text) || Closed.Contains(text)
        ? ParseResult<DocumentCode>.Read(new(text))
        : ParseResult<DocumentCode>.Refuse("one of " + string.Join(' ', All));

    public override string ToString() => Value;
}
