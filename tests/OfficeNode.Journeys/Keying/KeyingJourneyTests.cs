using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Keying;
using OfficeNode.Host.Journey;

namespace OfficeNode.Journeys.Keying;

/// <summary>Entries from handing over to done.</summary>
[CancelAfter(120_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class KeyingJourneyTests
{
    private static readonly PageText Form = KeyingOffice.Text(
        "REQUEST FOR GRANT OF A PATENT",
        "(21) Application number: P/2025/000123",
        "(22) Filing date: 26.02.2025",
        "(30) Priority: US 63/138088, 14.02.2024",
        "(51) Classification: F24S 10/20; F16K 31/64",
        "(54) Title: Solar water heater with a siphon valve",
        "(71) Applicant: Lake Basin Tools Ltd",
        "Address: 14 Harbour Road, Mombasa 80100",
        "(72) Inventor or creator: Amina Wanjiru Otieno",
        "(74) Agent: Peter K. Mwangi");

    private KeyingOffice _office = null!;   // made before each test

    private KeyingJourney Nadia => _office.By("nadia");

    [SetUp]
    public async Task MakeOffice() => _office = await KeyingOffice.CreateAsync();

    [TearDown]
    public void RemoveOffice() => _office.Dispose();

    [Test]
    public async Task A_batch_becomes_an_entry_for_each_draft_with_its_pages_fixed()
    {
        var batch = await _office.ScanAsync(KeyingOffice.Sheet("P/2025/000123"), new(Text: Form), new(), KeyingOffice.Sheet("P/2025/000124"), new(), new(IsBlank: true));

        var entries = _office.HandOver(batch);

        Assert.That(entries.Select(entry => (entry.Id.Value, entry.Number, Nadia.View(entry.Id)!.Pages.Count)), Is.EqualTo(new[] { ("E-1", "P/2025/000123", 2), ("E-2", "P/2025/000124", 2) }));
        Assert.That(new BatchJourney(_office.Node).Edit(batch, new Core.Batches.MarkPages([2], true), "nadia"), Does.Contain("handed over"));
    }

    [Test]
    public async Task An_opened_entry_is_filled_with_what_was_read()
    {
        var entry = await EntryAsync();

        var view = Nadia.Open(entry)!;

        Assert.That(view.Values.ToDictionary(value => $"{value.Path} {value.Item}", value => value.Text), Is.EquivalentTo(new Dictionary<string, string>
        {
            ["applicationNumber 0"] = "P/2025/000123",
            ["filingDate 0"] = "26.02.2025",
            ["priorities.office 0"] = "US",
            ["priorities.number 0"] = "63/138088",
            ["priorities.date 0"] = "14.02.2024",
            ["ipc 0"] = "F24S 10/20",
            ["ipc 1"] = "F16K 31/64",
            ["titles 0"] = "Solar water heater with a siphon valve",
            ["parties[applicant].name 0"] = "Lake Basin Tools Ltd",
            ["parties[applicant].address.lines 0"] = "14 Harbour Road, Mombasa 80100",
            ["parties[inventor].name 0"] = "Amina Wanjiru Otieno",
            ["parties[representative].name 0"] = "Peter K. Mwangi",
        }));
        Assert.That(view.Values.Select(value => value.State), Is.All.EqualTo(ValueState.Read));
        Assert.That(view.Findings.Where(found => found.Finding.Severity == Severity.Error).Select(found => (found.Path, found.Finding.Rule)), Is.Empty);
        Assert.That((view.Entry.Number, view.Entry.Applicant, view.MayEdit), Is.EqualTo(("P/2025/000123", "Lake Basin Tools Ltd", true)));
    }

    [Test]
    public async Task A_number_stands_as_the_office_writes_it_on_the_form_and_not_as_the_sheet_names_it()
    {
        var batch = await _office.ScanAsync(KeyingOffice.Sheet("000123"), new Paper(Text: Form));
        var entry = _office.HandOver(batch)[0];

        var view = Nadia.Open(entry.Id)!;

        Assert.That((entry.Number, view.Entry.Number), Is.EqualTo(("000123", "P/2025/000123")));
        Assert.That(view.Findings.Select(found => found.Finding.Rule), Does.Not.Contain(KeyingFindings.NumberOther));
    }

    [Test]
    public async Task A_sheet_whose_digits_are_not_those_of_the_form_is_said_at_the_number()
    {
        var batch = await _office.ScanAsync(KeyingOffice.Sheet("000124"), new Paper(Text: Form));

        var view = Nadia.Open(_office.HandOver(batch)[0].Id)!;

        var said = view.Findings.Single(found => found.Finding.Rule == KeyingFindings.NumberOther);
        Assert.That((said.Path, said.Finding.Found, said.Finding.Expected), Is.EqualTo(("applicationNumber", "P/2025/000123", "P-2025-000124")));
    }

    [Test]
    public async Task A_page_that_is_read_late_fills_only_what_nobody_touched()
    {
        var batch = await _office.ScanAsync(KeyingOffice.Sheet("P/2025/000123"), new Paper());
        var id = _office.HandOver(batch)[0].Id;
        var before = Nadia.Open(id)!;
        Nadia.Save(id, before.Entry.Version, [new("titles", 0, "What the clerk saw", null, false), new("ipc", 0, "", null, false), new("filingDate", 0, "1.3.2025", null, false)]);

        await _office.ReadAsync(batch, 2, Form);
        var view = Nadia.Look(id)!;

        Assert.That(TextOf(view, "titles"), Is.EqualTo("What the clerk saw"));
        Assert.That(TextOf(view, "filingDate"), Is.EqualTo("1.3.2025"));
        Assert.That(TextOf(view, "parties[applicant].name"), Is.EqualTo("Lake Basin Tools Ltd"));
    }

    [Test]
    public async Task What_is_typed_is_kept_with_its_author_and_a_save_of_an_older_state_is_refused()
    {
        var entry = await EntryAsync();
        var view = Nadia.Open(entry)!;

        var first = Nadia.Save(entry, view.Entry.Version, [new("titles", 0, "Solar heater", null, false), new("filingDate", 0, "26.02.2025", null, true)]);
        var stale = Nadia.Save(entry, view.Entry.Version, [new("titles", 0, "Other", null, false)]);

        Assert.That((first.IsDone, stale.IsDone), Is.EqualTo((true, false)));
        Assert.That(stale.Refused.Select(finding => finding.Rule), Is.EqualTo(new[] { KeyingFindings.Changed }));
        var values = Nadia.View(entry)!.Values;
        Assert.That(values.Where(value => value.State != ValueState.Read).Select(value => (value.Path, value.Text, value.State, value.Author, value.Page)), Is.EquivalentTo(new[]
        {
            ("titles", "Solar heater", ValueState.Typed, "nadia", (int?)1), ("filingDate", "26.02.2025", ValueState.Confirmed, "nadia", 1),
        }));
    }

    [Test]
    public async Task The_second_person_reads_along_until_the_first_is_gone_for_two_minutes()
    {
        var entry = await EntryAsync();
        var version = Nadia.Open(entry)!.Entry.Version;
        var omar = _office.By("omar");

        var along = omar.Open(entry)!;
        var refused = omar.Save(entry, version, [new("titles", 0, "Mine", null, false)]);
        _office.Time.Advance(TimeSpan.FromMinutes(2));
        var after = omar.Open(entry)!;

        Assert.That((along.Holder?.Person, along.MayEdit, refused.Refused[0].Rule), Is.EqualTo(("nadia", false, KeyingFindings.Held)));
        Assert.That((after.Holder, after.MayEdit, after.Entry.Claim?.Person), Is.EqualTo(((Claim?)null, true, "omar")));
    }

    [Test]
    public async Task A_finding_leads_to_the_field_it_is_about()
    {
        var entry = await EntryAsync();
        var version = Nadia.Open(entry)!.Entry.Version;

        var answer = Nadia.Save(entry, version, [new("filingDate", 0, "31.02.2025", null, false), new("priorities.date", 0, "14.02.2027", null, false), new("ipc", 1, "nonsense", null, false)]);

        Assert.That(answer.Findings.Select(found => (found.Path, found.Item, found.Finding.Rule)), Is.SupersetOf(new[]
        {
            ("filingDate", 0, KeyingFindings.Date), ("ipc", 1, KeyingFindings.Ipc),
        }));
        Assert.That(answer.Findings.Any(found => found is { Path: "priorities.date", Item: 0, Finding.Rule: not KeyingFindings.Unconfirmed }), Is.True, "a date in the future");
    }

    [Test]
    public async Task An_entry_with_errors_goes_on_with_a_remark_only()
    {
        var entry = await EntryAsync();
        var saved = Nadia.Save(entry, Nadia.Open(entry)!.Entry.Version, [new("filingDate", 0, "31.02.2025", null, false)]);

        var refused = Nadia.Done(entry, saved.Version, null);
        var done = Nadia.Done(entry, saved.Version, "The stamp cannot be read.");

        Assert.That((refused.Refused[0].Rule, done.IsDone), Is.EqualTo((KeyingFindings.HasErrors, true)));
        var after = Nadia.View(entry)!.Entry;
        Assert.That((after.State, after.KeyedBy, after.Remark, after.Level, after.Claim), Is.EqualTo((EntryState.Waiting, "nadia", "The stamp cannot be read.", TextLevel.Raw, (Claim?)null)));
    }

    [Test]
    public async Task Work_is_given_out_once_and_done_entries_are_no_work()
    {
        var batch = await _office.ScanAsync(
            KeyingOffice.Sheet("P/2025/000123"), new Paper(Text: Form), KeyingOffice.Sheet("P/2025/000124"), new Paper(), KeyingOffice.Sheet("P/2025/000125"), new Paper());
        var entries = _office.HandOver(batch);
        var version = Nadia.Open(entries[0].Id)!.Entry.Version;
        _office.By("omar").Open(entries[1].Id);

        Nadia.Done(entries[0].Id, version, "all of it");

        Assert.That(Nadia.Due(10).Select(entry => entry.Number), Is.EqualTo(new[] { "P/2025/000125" }));
        Assert.That(Nadia.Next(entries[2].Id), Is.Null);
    }

    [Test]
    public async Task A_batch_can_be_taken_back_until_somebody_keyed_something()
    {
        var batch = await _office.ScanAsync(KeyingOffice.Sheet("P/2025/000123"), new Paper(Text: Form));
        _office.HandOver(batch);
        Assert.That(Nadia.TakeBack(batch), Is.Empty);
        var entry = _office.HandOver(batch)[0];
        Nadia.Save(entry.Id, Nadia.Open(entry.Id)!.Entry.Version, [new("titles", 0, "Solar heater", null, false)]);

        var refused = Nadia.TakeBack(batch);

        Assert.That(refused.Select(finding => finding.Rule), Is.EqualTo(new[] { KeyingFindings.BatchTouched }));
    }

    private static string? TextOf(EntryView view, string path) => view.Values.FirstOrDefault(value => value.Path == path && value.Item == 0)?.Text;

    private async Task<EntryId> EntryAsync()
    {
        var batch = await _office.ScanAsync(KeyingOffice.Sheet("P/2025/000123"), new Paper(Text: Form));
        return _office.HandOver(batch)[0].Id;
    }
}
