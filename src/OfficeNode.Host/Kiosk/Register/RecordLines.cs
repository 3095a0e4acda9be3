using OfficeNode.Core;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Kiosk.Register;

/// <summary>A record as lines in the order of the paper, labelled in the language of the person who reads.</summary>
internal sealed class RecordLines
{
    private readonly Record _record;
    private readonly bool _withContacts;
    private readonly List<RecordLine> _lines = [];

    private RecordLines(Record record, bool withContacts)
    {
        _record = record;
        _withContacts = withContacts;
    }

    /// <summary>All that a record says.</summary>
    /// <param name="withContacts">Whether telephone, e-mail and identity numbers are among it: they are for the house, and never leave it (I14).</param>
    public static IReadOnlyList<RecordLine> Of(Record record, bool withContacts)
    {
        var lines = new RecordLines(record, withContacts);
        lines.AddNumbers();
        lines.AddTitle();
        lines.AddParties();
        lines.AddPriorities();
        lines.AddClasses();
        lines.AddDesigns();
        lines.AddPublications();
        lines.AddTexts();
        lines.AddEvents();
        return lines._lines;
    }

    private void AddNumbers()
    {
        Add("applicationNumber", _record.ApplicationNumber?.AsPrinted);
        Compose("filingDate", RecordWords.Day(_record.FilingDate));
        Add("registrationNumber", _record.RegistrationNumber?.AsPrinted);
        Compose("registrationDate", RecordWords.Day(_record.RegistrationDate));
        Compose("expiryDate", RecordWords.Day(_record.ExpiryDate));
        Compose("terminationDate", RecordWords.Day(_record.TerminationDate));
        Compose("status", RecordWords.Status(_record.Status));
        Add("language", _record.Language?.Value);
        Compose("route", RecordWords.Route(_record.Route));
    }

    private void AddTitle()
    {
        Add("titles", _record.Titles);
        if (_record.Mark is not { } mark)
        {
            return;
        }

        Add("mark.words", mark.Words);
        Add("mark.translations", mark.Translations);
        Add("mark.transliteration", mark.Transliteration);
        Add("mark.feature", mark.Feature is { } feature ? Words.Of("record-feature." + feature) : null);
        Add("mark.category", mark.Category);
        Add("mark.colours", mark.Colours);
        Add("mark.disclaimers", mark.Disclaimers);
        Add("mark.descriptions", mark.Descriptions);
        Add("mark.standardCharacters", mark.StandardCharacters is { } standard ? Words.Of(standard ? "register.yes" : "register.no") : null);
    }

    private void AddParties()
    {
        foreach (var (i, party) in _record.Parties.Index())
        {
            var path = FormattableString.Invariant($"parties[{i}]");
            _lines.Add(new RecordLine(path, InidCodes.Of(_record.Right, party.Role.ToString()), Words.Of("record-role." + party.Role), RecordWords.Party(party)));
            if (_withContacts)
            {
                Put(path + ".phone", "party.phone", party.Phone);
                Put(path + ".email", "party.email", party.Email);
                Put(path + ".identityNumber", "party.identityNumber", party.IdentityNumber);
            }
        }
    }

    private void AddPriorities() =>
        AddEach("priorities", _record.Priorities, priority => RecordWords.Join(priority.Office?.Value, priority.Number, RecordWords.Day(priority.Date)));

    private void AddClasses()
    {
        AddEach("ipc", _record.Ipc, ipc => ipc.Version is { } version ? FormattableString.Invariant($"{ipc.Symbol} ({version:yyyy.MM})") : ipc.Symbol);
        foreach (var (i, nice) in _record.Nice.Index())
        {
            var goods = string.Join('\n', nice.Goods.Select(part => part.Text));
            _lines.Add(LineOf(FormattableString.Invariant($"nice[{i}]"), "nice", goods.Length == 0 ? nice.Number : $"{nice.Number}: {goods}") with
            {
                Language = nice.Goods.Count == 1 ? nice.Goods[0].Language?.Value : null,
            });
        }

        AddEach("vienna", _record.Vienna, vienna => vienna.Code);
        AddEach("locarno", _record.Locarno, locarno => locarno.Code);
    }

    private void AddDesigns()
    {
        foreach (var (i, design) in _record.Designs.Index())
        {
            var path = FormattableString.Invariant($"designs[{i}]");
            var name = Words.Of("record.design", ("number", design.Number));
            AddOfDesign(path + ".products", "designs.products", name, string.Join('\n', design.Products.Select(part => part.Text)));
            AddOfDesign(path + ".locarno", "designs.locarno", name, string.Join(", ", design.Locarno.Select(locarno => locarno.Code)));
            AddOfDesign(path + ".descriptions", "designs.descriptions", name, string.Join('\n', design.Descriptions.Select(part => part.Text)));
        }
    }

    private void AddOfDesign(string path, string part, string name, string text)
    {
        if (text.Length > 0)
        {
            _lines.Add(new RecordLine(path, InidCodes.Of(_record.Right, part), Words.Of("record.of-design", ("design", name), ("part", Words.Of("record." + part))), text));
        }
    }

    private void AddPublications() => AddEach(
        "publications",
        _record.Publications,
        publication => RecordWords.Join(
            publication.Number, publication.Kind, RecordWords.Day(publication.Date), publication.Gazette is { } gazette ? Words.Of("record.gazette", ("gazette", gazette)) : null));

    private void AddTexts()
    {
        Add("abstracts", _record.Abstracts);
        Add("descriptions", _record.Descriptions, isLong: true);
        Add("claims", _record.Claims, isLong: true);
    }

    private void AddEvents() => AddEach("events", _record.Events, one => RecordWords.Join(RecordWords.Day(one.Date), one.Code, one.Text));

    private void AddEach<T>(string part, IReadOnlyList<T> values, Func<T, string> text)
    {
        foreach (var (i, value) in values.Index())
        {
            Put(FormattableString.Invariant($"{part}[{i}]"), part, text(value), isComposed: true);
        }
    }

    private void Add(string part, IReadOnlyList<LocalText> texts, bool isLong = false)
    {
        foreach (var (i, text) in texts.Index())
        {
            _lines.Add(LineOf(FormattableString.Invariant($"{part}[{i}]"), part, text.Text) with { Language = text.Language?.Value, IsLong = isLong });
        }
    }

    private void Add(string part, string? text) => Put(part, part, text);

    private void Compose(string part, string? text) => Put(part, part, text, isComposed: true);

    private void Put(string path, string part, string? text, bool isComposed = false)
    {
        if (!string.IsNullOrEmpty(text))
        {
            _lines.Add(LineOf(path, part, text) with { IsComposed = isComposed });
        }
    }

    private RecordLine LineOf(string path, string part, string text) => new(path, InidCodes.Of(_record.Right, part), Words.Of("record." + part), text);
}
