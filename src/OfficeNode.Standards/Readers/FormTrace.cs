using System.Globalization;
using System.Text.RegularExpressions;
using OfficeNode.Core;
using OfficeNode.Core.Keying;

namespace OfficeNode.Standards.Readers;

/// <summary>Which item of a form became which item of a record: what a rule says of <c>parties[3].address.country</c> leads to a field by it.</summary>
internal sealed partial record FormTrace
{
    public required Form Form { get; init; }

    /// <summary>Of each list of the record, the items of the form in the order of the list.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<int>> Items { get; init; }

    /// <summary>Of each party of the record, its role and item in the form; null for one that the form does not show.</summary>
    public required IReadOnlyList<(PartyRole Role, int Item)?> Parties { get; init; }

    /// <summary>The finding with the field it leads to; without one where the form has none for it.</summary>
    public FormFinding Lead(Finding finding)
    {
        var (path, item) = finding.Path is { } place ? Find(place) : (null, 0);
        return new FormFinding(path, item, finding);
    }

    private (string? Path, int Item) Find(string place)
    {
        var step = Step().Match(place);
        var list = step.Groups["list"].Value;
        var index = step.Groups["index"].Success ? int.Parse(step.Groups["index"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var rest = Index().Replace(step.Groups["rest"].Value, "");
        return list switch
        {
            "parties" when step.Groups["index"].Success => OfParty(index, rest),
            "parties" => Known("parties[applicant].name", 0),
            "priorities" => Known("priorities." + (rest.Length > 0 ? rest : "number"), ItemOf("priorities", index)),
            "publications" => Known("publications." + (rest is "number" or "kind" ? rest : "date"), ItemOf("publications", index)),
            "nice" => Known(rest is "goods" or "goods.text" or "goods.language" ? "nice.goods" : rest == "edition" ? "nice.edition" : "nice", rest == "edition" ? 0 : ItemOf("nice", index)),
            "language" => Known("titles", ItemOf("titles", 0)),   // it is keyed beside the title
            "vienna" or "ipc" => Known(list, ItemOf(list, index)),
            "locarno" => rest == "edition" ? Known("locarno.edition", 0) : Known("locarno", ItemOf("locarno", index)),
            "designs" => Known(rest.StartsWith("descriptions", StringComparison.Ordinal) ? "designs.descriptions" : rest.StartsWith("locarno", StringComparison.Ordinal) ? "locarno" : "designs.products", ItemOf("designs", index)),
            "mark" => OfMark(rest, place),
            "pages/MRK" or "pages" or "pages/VIE" => (null, 0),
            _ => Known(list, ItemOf(list, index)),
        };
    }

    private (string? Path, int Item) OfParty(int index, string rest)
    {
        if (index >= Parties.Count || Parties[index] is not { } party)
        {
            return (null, 0);
        }

        var role = $"parties[{MappingPath.JsonName(party.Role.ToString())}].";
        var part = rest switch
        {
            "address.lines" or "address.city" or "address.region" or "address.postalCode" or "address" => "address.lines",
            "address.country" or "residence" or "nationality" => "address.country",
            _ => "name",
        };
        return Known(role + part, party.Item);
    }

    // Within the mark stand lists of their own: mark.words[1].text.
    private (string? Path, int Item) OfMark(string rest, string place)
    {
        var part = rest.Split('.')[0];
        var inner = Index().Match(place);
        var index = inner.Success ? int.Parse(inner.ValueSpan[1..^1], CultureInfo.InvariantCulture) : 0;
        var path = part.Length == 0 ? "mark.words" : "mark." + part;
        return Known(path, ItemOf(path, index));
    }

    private (string? Path, int Item) Known(string path, int item) => Form.Find(path) is { } field ? (path, field.Repeats ? item : 0) : (null, 0);

    private int ItemOf(string list, int index) => Items.TryGetValue(list, out var items) && index < items.Count ? items[index] : index;

    [GeneratedRegex(@"^(?<list>[A-Za-z/]+)(\[(?<index>\d{1,4})\])?\.?(?<rest>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Step();

    [GeneratedRegex(@"\[\d{1,4}\]", RegexOptions.CultureInvariant)]
    private static partial Regex Index();
}
