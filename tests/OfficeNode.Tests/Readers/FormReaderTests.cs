using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Json;
using OfficeNode.Core.Keying;
using OfficeNode.Standards.Readers;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Readers;

/// <summary>Forms that become records, and records that become forms.</summary>
[CancelAfter(60_000)]
public sealed class FormReaderTests
{
    private static readonly FormReader Reader = new(new FormOptions { Office = SampleRecords.Office, Dates = ["d.M.yyyy"] });

    [TestCaseSource(typeof(SampleRecords), nameof(SampleRecords.All))]
    public void A_record_goes_through_its_form_unchanged(Record record)
    {
        var read = Reader.Read(Form.Of(record.Right), Kept(record), record);

        Assert.That(read.Findings, Is.Empty);
        Assert.That(Text(read.Record), Is.EqualTo(Text(record)));
    }

    [Test]
    public void A_form_says_all_that_stands_in_it()
    {
        var read = Reader.Read(Form.Of(Right.Trademark),
        [
            Value("applicationNumber", "T/2025/7"), Value("filingDate", "26.2.2025"), Value("mark.words", "SIMBA"), Value("mark.feature", "combined"), Value("nice", "30", 1), Value("nice", "29"),
            Value("nice.goods", "Milk"), Value("nice.goods", "Coffee", 1), Value("parties[applicant].name", "Lake Basin Tools Ltd"), Value("parties[applicant].otherName", "شركة", 0),
            Value("parties[applicant].address.country", "ke"), Value("parties[representative].name", "Mwangi"),
        ], null).Record;

        Assert.That((read.ApplicationNumber?.Year, read.FilingDate?.Iso, read.Mark?.Words[0].Text, read.Mark?.Feature), Is.EqualTo((2025, "2025-02-26", "SIMBA", (MarkFeature?)MarkFeature.Combined)));
        Assert.That(read.Nice.Select(nice => (nice.Number, nice.Goods[0].Text)), Is.EqualTo(new[] { ("29", "Milk"), ("30", "Coffee") }));
        Assert.That(read.Parties.Select(party => (party.Role, string.Join('|', party.Names.Select(name => name.Text)), party.Address?.Country?.Value)), Is.EqualTo(new[]
        {
            (PartyRole.Applicant, "Lake Basin Tools Ltd|شركة", "KE"), (PartyRole.Representative, "Mwangi", null),
        }));
    }

    [Test]
    public void A_publication_is_known_by_its_date_kind_and_number()
    {
        var read = Reader.Read(Form.Of(Right.Patent),
            [Value("applicationNumber", "1"), Value("publications.number", "XX 1", 1), Value("publications.kind", "A1"), Value("publications.date", "1.6.2025"), Value("publications.date", "2.6.2025", 1)], null);

        Assert.That(read.Record.Publications.Select(one => (one.Number, one.Kind, one.Date?.Iso)), Is.EqualTo(new[] { (null, "A1", "2025-06-01"), ("XX 1", (string?)null, "2025-06-02") }));
    }

    [Test]
    public void A_filing_is_in_the_language_that_is_keyed_beside_its_title()
    {
        var known = SampleRecords.All.First(record => record.Right == Right.Patent) with { Language = null };

        var read = Reader.Read(Form.Of(Right.Patent), [Value("applicationNumber", "1"), Value("titles", "Batteuse"), Value("titles", "Thresher", 1) with { Language = LanguageCode.Parse("en").Value }], null).Record;
        var corrected = Reader.Read(Form.Of(Right.Patent), Kept(known), known).Record;

        Assert.That((read.Language?.Value, corrected.Language), Is.EqualTo(("en", known.Titles[0].Language)));
    }

    [TestCase("parties[1].address.country", "parties[inventor].address.country", 2)]
    [TestCase("parties[0].names[0].text", "parties[applicant].name", 0)]
    [TestCase("parties[2]", "parties[representative].name", 0)]
    [TestCase("priorities[0].date", "priorities.date", 3)]
    [TestCase("titles[1].text", "titles", 4)]
    [TestCase("ipc[0].symbol", "ipc", 1)]
    [TestCase("applicationNumber.year", "applicationNumber", 0)]
    [TestCase("publications[0].kind", "publications.kind", 2)]
    [TestCase("publications", "publications.date", 2)]
    [TestCase("language", "titles", 0)]
    [TestCase("route.kind", null, 0)]
    public void A_place_in_the_record_leads_to_its_field(string place, string? path, int item)
    {
        var read = Reader.Read(Form.Of(Right.Patent),
        [
            Value("applicationNumber", "P/2025/1"), Value("parties[applicant].name", "A"), Value("parties[inventor].name", "B", 2), Value("parties[representative].name", "C"),
            Value("priorities.number", "63/138088", 3), Value("titles", "One"), Value("titles", "Two", 4), Value("ipc", "nonsense"), Value("ipc", "F24S 10/20", 1),
            Value("publications.kind", "A1", 2), Value("publications.date", "1.6.2025", 2),
        ], null);

        var found = read.Lead(new Finding("X", Severity.Error) { Path = place });

        Assert.That((found.Path, found.Item), Is.EqualTo((path, item)));
    }

    [Test]
    public void What_cannot_be_understood_is_an_error_of_its_field()
    {
        var read = Reader.Read(Form.Of(Right.Trademark),
            [Value("filingDate", "31.02.2025"), Value("mark.feature", "nonsense"), Value("nice.goods", "Milk", 1), Value("nice", "29"), Value("parties[applicant].address.country", "KE", 2)], null);

        Assert.That(read.Findings.Select(found => (found.Path, found.Item, found.Finding.Rule, found.Finding.Severity)), Is.EquivalentTo(new[]
        {
            ("filingDate", 0, KeyingFindings.Date, Severity.Error), ("mark.feature", 0, KeyingFindings.Code, Severity.Error), ("nice.goods", 1, KeyingFindings.ClassMissing, Severity.Error),
            ("parties[applicant].name", 2, KeyingFindings.NameMissing, Severity.Error), ("applicationNumber", 0, KeyingFindings.NumberMissing, Severity.Error),
        }));
    }

    [Test]
    public void What_a_form_empties_leaves_the_record_and_its_neighbours_stay_whole()
    {
        var known = SampleRecords.Patent();
        var values = Kept(known).Select(value => value is { Path: "parties[inventor].name", Item: 0 } ? value with { Text = "", State = ValueState.Typed } : value).ToList();

        var read = Reader.Read(Form.Of(Right.Patent), values, known).Record;

        Assert.That(Text(read), Is.EqualTo(Text(known with { Parties = [known.Parties[0], .. known.Parties.Skip(2)] })));
    }

    [Test]
    public void A_date_of_another_calendar_is_the_day_of_ours()
    {
        var reader = new FormReader(new FormOptions { Office = SampleRecords.Office, Dates = ["d.M.yyyy"], Calendar = DateCalendar.Ethiopic });

        var read = reader.Read(Form.Of(Right.Patent), [Value("applicationNumber", "1"), Value("filingDate", "1.1.2017")], null).Record;

        Assert.That((read.FilingDate?.Iso, read.FilingDate?.Printed), Is.EqualTo(("2024-09-11", "1.1.2017")));
    }

    private static string Text(Record record) => System.Text.Encoding.UTF8.GetString(RecordJson.Write(record));

    private static EntryValue Value(string path, string text, int item = 0) => new() { Path = path, Item = item, Text = text, State = ValueState.Typed, At = DateTimeOffset.UnixEpoch };

    private static IReadOnlyList<EntryValue> Kept(Record record) =>
    [
        .. FormReader.TextsOf(Form.Of(record.Right), record).Select(text => Value(text.Path, text.Text, text.Item) with { Language = text.Language, Was = text.Text, State = ValueState.Kept }),
    ];
}
