using OfficeNode.Core;
using OfficeNode.Core.Keying;

namespace OfficeNode.Standards.Readers;

/// <summary>What a record puts into one field of a form.</summary>
public sealed record FormText(string Path, int Item, string Text, LanguageCode? Language);

/// <summary>The way from a record back into a form.</summary>
internal static class FormTexts
{
    public static IReadOnlyList<FormText> Of(Form form, Record record) =>
        [.. form.Fields.SelectMany(field => TextsOf(field.Path, record).Where(text => text.Text.Length > 0))];

    private static IEnumerable<FormText> TextsOf(string path, Record record) => path switch
    {
        "applicationNumber" => One(path, record.ApplicationNumber?.AsPrinted),
        "filingDate" => One(path, Text(record.FilingDate)),
        "registrationNumber" => One(path, record.RegistrationNumber?.AsPrinted),
        "registrationDate" => One(path, Text(record.RegistrationDate)),
        "expiryDate" => One(path, Text(record.ExpiryDate)),
        "status" => One(path, record.Status?.Code),
        "titles" => Local(path, record.Titles),
        "abstracts" => Local(path, record.Abstracts),
        "ipc" => Many(path, record.Ipc, ipc => ipc.Symbol),
        "vienna" => Many(path, record.Vienna, vienna => vienna.Code),
        "locarno" => Many(path, record.Locarno, locarno => locarno.Code),
        "locarno.edition" => One(path, record.Locarno.Select(locarno => locarno.Edition).FirstOrDefault(edition => edition is not null)),
        "nice" => Many(path, record.Nice, nice => nice.Number),
        "nice.goods" => Firsts(path, record.Nice, nice => nice.Goods),
        "nice.edition" => One(path, record.Nice.Select(nice => nice.Edition).FirstOrDefault(edition => edition is not null)),
        "priorities.office" => Many(path, record.Priorities, priority => priority.Office?.Value),
        "priorities.number" => Many(path, record.Priorities, priority => priority.Number),
        "priorities.date" => Many(path, record.Priorities, priority => Text(priority.Date)),
        "publications.number" => Many(path, record.Publications, publication => publication.Number),
        "publications.kind" => Many(path, record.Publications, publication => publication.Kind),
        "publications.date" => Many(path, record.Publications, publication => Text(publication.Date)),
        "designs.products" => Firsts(path, record.Designs, design => design.Products),
        "designs.descriptions" => Firsts(path, record.Designs, design => design.Descriptions),
        _ => path.StartsWith("mark.", StringComparison.Ordinal) ? OfMark(path, record.Mark) : OfParties(path, record),
    };

    private static IEnumerable<FormText> OfMark(string path, Mark? mark) => mark is null ? [] : path switch
    {
        "mark.words" => Local(path, mark.Words),
        "mark.feature" => One(path, mark.Feature is { } feature ? MappingPath.JsonName(feature.ToString()) : null),
        "mark.colours" => Local(path, mark.Colours),
        "mark.disclaimers" => Local(path, mark.Disclaimers),
        "mark.transliteration" => One(path, mark.Transliteration),
        "mark.translations" => Local(path, mark.Translations),
        _ => [],
    };

    private static IEnumerable<FormText> OfParties(string path, Record record)
    {
        var end = path.IndexOf(']', StringComparison.Ordinal);
        if (end < 0)
        {
            return [];
        }

        var role = Enum.Parse<PartyRole>(path["parties[".Length..end], ignoreCase: true);
        var parties = record.Parties.Where(party => party.Role == role).ToList();
        return path[(end + 2)..] switch
        {
            "name" => Many(path, parties, party => party.Names[0].Text),
            "otherName" => Many(path, parties, party => party.Names.Count > 1 ? party.Names[1].Text : null),
            "address.lines" => Many(path, parties, party => AddressOf(party.Address)),
            "address.country" => Many(path, parties, party => party.Address?.Country?.Value),
            _ => [],
        };
    }

    // City and code are lines like others on the form; unchanged, they go back into their own places.
    private static string? AddressOf(Address? address) => address is null ? null : string.Join('\n', address.Lines
        .Append(string.Join(' ', new[] { address.PostalCode, address.City }.Where(part => part is { Length: > 0 })))
        .Append(address.Region ?? "")
        .Where(line => line.Length > 0));

    private static string? Text(PrintedDate? date) => date?.Printed ?? date?.Iso;

    private static IEnumerable<FormText> One(string path, string? text) => text is null ? [] : [new FormText(path, 0, text, null)];

    private static IEnumerable<FormText> Many<T>(string path, IReadOnlyList<T> items, Func<T, string?> textOf) =>
        items.Select((item, place) => new FormText(path, place, textOf(item) ?? "", null));

    private static IEnumerable<FormText> Local(string path, IReadOnlyList<LocalText> texts) =>
        texts.Select((text, place) => new FormText(path, place, text.Text, text.Language));

    private static IEnumerable<FormText> Firsts<T>(string path, IReadOnlyList<T> items, Func<T, IReadOnlyList<LocalText>> textsOf) => items.Select((item, place) =>
        textsOf(item) is [var first, ..] ? new FormText(path, place, first.Text, first.Language) : new FormText(path, place, "", null));
}
