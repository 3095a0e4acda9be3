using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Rules;

/// <summary>One text of a record with its language and its place; the path is only built when somebody asks.</summary>
/// <param name="Form">The RecordJson path with <c>{0}</c> for the outer and <c>{1}</c> for the inner position.</param>
internal readonly record struct TextPlace(string Text, LanguageCode? Language, string Form, int Outer = 0, int Inner = 0)
{
    public string Path => string.Format(CultureInfo.InvariantCulture, Form, Outer, Inner);

    /// <summary>The path of <see cref="Language"/>, which stands beside the text.</summary>
    public string LanguagePath => Path[..^"text".Length] + "language";

    /// <summary>What stands around one position, short enough for a finding.</summary>
    public string Around(int position)
    {
        const int Before = 30;
        const int Most = 80;
        var start = Math.Max(0, position - Before);
        start -= start > 0 && char.IsLowSurrogate(Text[start]) ? 1 : 0;
        var end = Math.Min(Text.Length, start + Most);
        end -= end < Text.Length && char.IsLowSurrogate(Text[end]) ? 1 : 0;
        return Text[start..end];
    }

    /// <summary>Every free text that a writer may put out: names, titles, words of marks, goods, abstracts, numbers as printed and the rest.</summary>
    public static IEnumerable<TextPlace> AllOf(Record record) => Numbers(record)
        .Concat(record.Route is { } route ? OfRoute(route) : [])
        .Concat(Local(record.Titles, "titles[{0}].text"))
        .Concat(Parties(record))
        .Concat(record.Mark is { } mark ? OfMark(mark) : [])
        .Concat(record.Nice.SelectMany((nice, i) => Local(nice.Goods, "nice[{1}].goods[{0}].text", i)))
        .Concat(record.Designs.SelectMany(OfDesign))
        .Concat(Local(record.Abstracts, "abstracts[{0}].text"))
        .Concat(Local(record.Descriptions, "descriptions[{0}].text"))
        .Concat(Local(record.Claims, "claims[{0}].text"))
        .Concat(record.Events.Select((happened, i) => new TextPlace(happened.Text ?? "", null, "events[{0}].text", i)));

    /// <summary>The names of all parties.</summary>
    public static IEnumerable<TextPlace> NamesOf(Record record)
    {
        for (var i = 0; i < record.Parties.Count; i++)
        {
            var names = record.Parties[i].Names;
            for (var j = 0; j < names.Count; j++)
            {
                yield return new TextPlace(names[j].Text, names[j].Language, "parties[{0}].names[{1}].text", i, j);
            }
        }
    }

    private static IEnumerable<TextPlace> Numbers(Record record)
    {
        yield return new TextPlace(record.ApplicationNumber?.AsPrinted ?? "", null, "applicationNumber");
        yield return new TextPlace(record.RegistrationNumber?.AsPrinted ?? "", null, "registrationNumber");
        yield return new TextPlace(record.Status?.Code ?? "", null, "status.code");
        for (var i = 0; i < record.Publications.Count; i++)
        {
            yield return new TextPlace(record.Publications[i].Number ?? "", null, "publications[{0}].number", i);
            yield return new TextPlace(record.Publications[i].Gazette ?? "", null, "publications[{0}].gazette", i);
        }

        for (var i = 0; i < record.Priorities.Count; i++)
        {
            yield return new TextPlace(record.Priorities[i].Number ?? "", null, "priorities[{0}].number", i);
        }
    }

    private static IEnumerable<TextPlace> OfRoute(Route route) =>
    [
        new TextPlace(route.ApplicationNumber ?? "", null, "route.applicationNumber"),
        new TextPlace(route.RegistrationNumber ?? "", null, "route.registrationNumber"),
        new TextPlace(route.PublicationNumber ?? "", null, "route.publicationNumber"),
    ];

    private static IEnumerable<TextPlace> Parties(Record record)
    {
        foreach (var name in NamesOf(record))
        {
            var parts = record.Parties[name.Outer].Names[name.Inner];
            yield return name;
            yield return new TextPlace(parts.LastName ?? "", null, "parties[{0}].names[{1}].lastName", name.Outer, name.Inner);
            yield return new TextPlace(parts.FirstName ?? "", null, "parties[{0}].names[{1}].firstName", name.Outer, name.Inner);
        }

        for (var i = 0; i < record.Parties.Count; i++)
        {
            if (record.Parties[i].Address is not { } address)
            {
                continue;
            }

            for (var j = 0; j < address.Lines.Count; j++)
            {
                yield return new TextPlace(address.Lines[j], null, "parties[{0}].address.lines[{1}]", i, j);
            }

            yield return new TextPlace(address.City ?? "", null, "parties[{0}].address.city", i);
            yield return new TextPlace(address.Region ?? "", null, "parties[{0}].address.region", i);
            yield return new TextPlace(address.PostalCode ?? "", null, "parties[{0}].address.postalCode", i);
        }
    }

    private static IEnumerable<TextPlace> OfMark(Mark mark) => Local(mark.Words, "mark.words[{0}].text")
        .Concat(Local(mark.Translations, "mark.translations[{0}].text"))
        .Concat(Local(mark.Colours, "mark.colours[{0}].text"))
        .Concat(Local(mark.Disclaimers, "mark.disclaimers[{0}].text"))
        .Concat(Local(mark.Descriptions, "mark.descriptions[{0}].text"))
        .Append(new TextPlace(mark.Transliteration ?? "", null, "mark.transliteration"));

    private static IEnumerable<TextPlace> OfDesign(DesignItem design, int position) =>
        Local(design.Products, "designs[{1}].products[{0}].text", position)
            .Concat(Local(design.Descriptions, "designs[{1}].descriptions[{0}].text", position));

    private static IEnumerable<TextPlace> Local(IReadOnlyList<LocalText> texts, string form, int inner = 0)
    {
        for (var i = 0; i < texts.Count; i++)
        {
            yield return new TextPlace(texts[i].Text, texts[i].Language, form, i, inner);
        }
    }
}
