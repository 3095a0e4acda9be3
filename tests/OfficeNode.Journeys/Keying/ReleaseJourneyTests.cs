using NUnit.Framework;
using OfficeNode.Capture;
using OfficeNode.Core;
using OfficeNode.Core.Json;
using OfficeNode.Core.Keying;
using OfficeNode.Host.Journey;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Keying;

/// <summary>Entries that become revisions of the register, or go back.</summary>
[CancelAfter(240_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class ReleaseJourneyTests
{
    private KeyingOffice _office = null!;   // made before each test
    private ImageWorkerPool _workers = null!;

    private Node Node => _office.Node;

    [SetUp]
    public Task MakeOffice() => MakeAsync(settings => settings);

    [TearDown]
    public async Task RemoveOffice()
    {
        await _workers.DisposeAsync();
        _office.Dispose();
    }

    [Test]
    public async Task A_released_entry_is_a_dossier_with_its_pages_and_who_released_it(CancellationToken cancellation)
    {
        var entry = (await ReleaseOffice.HandOverAsync(Node, 1, "nadia"))[0].Id;
        ReleaseOffice.Key(Node, entry, "nadia");
        var seen = By("ada").Open(entry)!;

        var answer = await By("ada").ReleaseAsync(entry, seen.Entry.Version, cancellation);

        Assert.That((answer.IsDone, answer.Dossier?.Name.ToString()), Is.EqualTo((true, "P-2025-P/2025/101")));
        var (record, pages, release, after) = Node.Register.Read(session =>
        {
            var dossier = answer.Dossier!;   // it was released
            return (session.Revisions.Get(dossier.Revision).Record, session.Pages.Of(dossier.Id), session.Releases.Of(dossier.Id).Single(), session.Entries.Get(entry));
        });
        Assert.That((record.FilingDate?.Iso, record.Titles[0].Text, record.Parties[0].Names[0].Text, record.Priorities[0].Office?.Value), Is.EqualTo(("2025-02-26", "Solar water heater with a siphon valve", "Lake Basin Tools Ltd", "US")));
        Assert.That(pages.Select(page => (page.Document.Value, page.Sequence, page.Origin.Batch)), Is.EqualTo(new[] { ("APP", 1, "B-1"), ("APP", 2, "B-1") }));
        Assert.That((release.Author, release.Level, release.IsOwn, after?.State), Is.EqualTo(("ada", TextLevel.Proofread, false, EntryState.Released)));
    }

    [Test]
    public async Task Nobody_releases_what_they_keyed(CancellationToken cancellation)
    {
        var entry = (await ReleaseOffice.HandOverAsync(Node, 1, "nadia"))[0].Id;
        ReleaseOffice.Key(Node, entry, "nadia");

        var answer = await By("nadia").ReleaseAsync(entry, By("nadia").Open(entry)!.Entry.Version, cancellation);

        Assert.That(answer.Refused.Select(finding => finding.Rule), Is.EqualTo(new[] { KeyingFindings.OwnRelease }));
        Assert.That(Node.Register.Read(session => session.Dossiers.Counts()), Is.Empty);
    }

    [Test]
    public async Task An_office_of_one_person_releases_its_own_work_marked_for_ever(CancellationToken cancellation)
    {
        await RemoveOffice();
        await MakeAsync(settings => settings with { OwnRelease = true });
        var entry = (await ReleaseOffice.HandOverAsync(Node, 1, "nadia"))[0].Id;
        ReleaseOffice.Key(Node, entry, "nadia");

        var answer = await By("nadia").ReleaseAsync(entry, By("nadia").Open(entry)!.Entry.Version, cancellation);

        var release = Node.Register.Read(session => session.Releases.Of(answer.Dossier!.Id).Single());
        Assert.That((release.IsOwn, release.Level), Is.EqualTo((true, TextLevel.Checked)));
    }

    [Test]
    public async Task What_is_sent_back_is_keyed_again_with_the_remark()
    {
        var entry = (await ReleaseOffice.HandOverAsync(Node, 1, "nadia"))[0].Id;
        ReleaseOffice.Key(Node, entry, "nadia");

        var without = By("ada").SendBack(entry, " ", []);
        var back = By("ada").SendBack(entry, "The title ends with a full stop.", []);

        Assert.That((without.Single().Rule, back.Count), Is.EqualTo((KeyingFindings.RemarkMissing, 0)));
        var view = _office.By("nadia").Open(entry)!;
        Assert.That((view.Entry.State, view.Entry.Remark, view.Entry.RemarkBy, view.MayEdit), Is.EqualTo((EntryState.SentBack, "The title ends with a full stop.", "ada", true)));
    }

    [Test]
    public async Task A_correction_changes_what_was_changed_and_keeps_all_else(CancellationToken cancellation)
    {
        var before = SampleRecords.Patent();
        var dossier = Import(before);
        var entry = _office.By("nadia").Correct(dossier).Entry!.Value;
        ReleaseOffice.Key(Node, entry, "nadia", new KeyedValue("titles", 1, "سخان شمسي", LanguageCode.Parse("ar").Value, false));

        var seen = By("ada").Open(entry)!;
        var answer = await By("ada").ReleaseAsync(entry, seen.Entry.Version, cancellation);

        Assert.That(answer.Refused.Select(finding => $"{finding.Rule} {finding.Path}"), Is.Empty);
        Assert.That(seen.Fields.Where(field => field.IsChange).Select(field => (field.Field.Path, field.Item, field.Was)), Is.EqualTo(new[] { ("titles", 1, "سخان مياه بالطاقة الشمسية") }));
        var after = Node.Register.Read(session => session.Revisions.Current(dossier.Id))!.Record;
        var expected = before with { Titles = [before.Titles[0], LocalText.Of("سخان شمسي", LanguageCode.Parse("ar").Value)] };
        Assert.That(Text(after), Is.EqualTo(Text(expected)));
    }

    [TestCaseSource(typeof(SampleRecords), nameof(SampleRecords.All))]
    public async Task A_correction_without_a_change_makes_no_new_revision(Record record)
    {
        var dossier = Import(record);
        var entry = _office.By("nadia").Correct(dossier).Entry!.Value;
        ReleaseOffice.Key(Node, entry, "nadia");

        var answer = await By("ada").ReleaseAsync(entry, By("ada").Open(entry)!.Entry.Version, CancellationToken.None);

        Assert.That(answer.Refused.Select(finding => $"{finding.Rule} {finding.Path}"), Is.Empty);
        var history = Node.Register.Read(session => session.Revisions.History(dossier.Id));
        Assert.That(history.Select(revision => Text(revision.Record)), Is.EqualTo(new[] { Text(record) }));
    }

    [Test]
    public async Task A_dossier_that_changed_meanwhile_stops_the_release_until_it_went_back(CancellationToken cancellation)
    {
        var before = SampleRecords.Patent();
        var dossier = Import(before);
        var entry = _office.By("nadia").Correct(dossier).Entry!.Value;
        ReleaseOffice.Key(Node, entry, "nadia", new KeyedValue("titles", 0, "Chauffe-eau", LanguageCode.Parse("fr").Value, false));
        var changed = before with { ExpiryDate = PrintedDate.Of(new DateOnly(2041, 2, 26)) };
        Node.Register.Write(new Deed("import", "import", "test"), session => session.Save(dossier.Id, changed, RecordJson.Write(changed), "import", null));

        var refused = await By("ada").ReleaseAsync(entry, By("ada").Open(entry)!.Entry.Version, cancellation);
        By("ada").SendBack(entry, "look again", []);
        ReleaseOffice.Key(Node, entry, "nadia");
        var answer = await By("ada").ReleaseAsync(entry, By("ada").Open(entry)!.Entry.Version, cancellation);

        Assert.That((refused.Refused[0].Rule, answer.IsDone), Is.EqualTo((KeyingFindings.BaseChanged, true)));
        var after = Node.Register.Read(session => session.Revisions.Current(dossier.Id))!.Record;
        Assert.That((after.Titles[0].Text, after.ExpiryDate?.Iso), Is.EqualTo(("Chauffe-eau", "2041-02-26")));
    }

    [Test]
    public async Task A_number_that_the_register_knows_is_tied_to_its_dossier_when_it_is_done()
    {
        var dossier = Import(SampleRecords.Patent());
        var entry = (await ReleaseOffice.HandOverAsync(Node, 1, "nadia"))[0].Id;
        var keying = _office.By("nadia");
        var saved = keying.Save(entry, keying.Open(entry)!.Entry.Version, [new("applicationNumber", 0, "P/2022/00123", null, false)]);

        var told = keying.Done(entry, saved.Version, null);

        Assert.That((told.IsDone, told.Refused[0].Rule), Is.EqualTo((false, KeyingFindings.NumberKnown)));
        var view = keying.View(entry)!;
        Assert.That((view.Entry.Dossier, view.Values.Single(value => value.Path == "registrationNumber").Text), Is.EqualTo((dossier.Id, "B00123")));
    }

    [Test]
    public async Task A_confirmed_part_of_a_page_becomes_a_page_of_its_own(CancellationToken cancellation)
    {
        var batch = await _office.ScanAsync(KeyingOffice.Sheet("T/2025/7", "TMA", Right.Trademark), new Paper());
        var entry = _office.HandOver(batch)[0].Id;
        var keying = _office.By("nadia");
        var drawn = keying.SetCrop(entry, keying.Open(entry)!.Entry.Version, new EntryCrop(0, 1, new PixelBox(2, 2, 8, 8), DocumentCode.MarkImage, null, false));
        ReleaseOffice.Key(
            Node, entry, "nadia", new("filingDate", 0, "26.02.2025", null, false), new("mark.words", 0, "SIMBA", null, false), new("mark.feature", 0, "combined", null, false),
            new("nice", 0, "29", null, false), new("nice.goods", 0, "Milk and cheese", null, false), new("vienna", 0, "03.01.01", null, false), new("parties[applicant].name", 0, "Lake Basin Tools Ltd", null, false));

        var answer = await By("ada").ReleaseAsync(entry, By("ada").Open(entry)!.Entry.Version, cancellation);

        Assert.That((drawn.IsDone, string.Join(' ', answer.Refused.Select(finding => $"{finding.Rule} {finding.Path}"))), Is.EqualTo((true, "")));
        var pages = Node.Register.Read(session => session.Pages.Of(answer.Dossier!.Id));
        Assert.That(pages.Select(page => page.Document.Value), Is.EqualTo(new[] { "MRK", "TMA" }));
        Assert.That((pages[0].Facts.Width, pages[0].Facts.Height, pages[0].Master.Digest == pages[1].Master.Digest), Is.EqualTo((8, 8, false)));
        Assert.That(await Node.Pages.IsIntactAsync(pages[0].Master, cancellation), Is.True);
    }

    [Test]
    public async Task A_page_that_was_turned_is_filed_upright(CancellationToken cancellation)
    {
        var entry = (await ReleaseOffice.HandOverAsync(Node, 1, "nadia"))[0].Id;
        var keying = _office.By("nadia");
        keying.Turn(entry, keying.Open(entry)!.Entry.Version, [2], 3);
        ReleaseOffice.Key(Node, entry, "nadia");

        var answer = await By("ada").ReleaseAsync(entry, By("ada").Open(entry)!.Entry.Version, cancellation);

        Assert.That(Node.Register.Read(session => session.Pages.Of(answer.Dossier!.Id)).Select(page => page.Turns), Is.EqualTo(new[] { 0, 3 }));
    }

    [Test]
    public async Task A_value_spoiled_on_purpose_is_shown_and_never_released(CancellationToken cancellation)
    {
        await RemoveOffice();
        await MakeAsync(settings => settings with { SpoiledShare = 20 });
        var entries = await ReleaseOffice.HandOverAsync(Node, 30, "nadia");
        foreach (var entry in entries)
        {
            ReleaseOffice.Key(Node, entry.Id, "nadia");
            By("ada").Open(entry.Id);
        }

        var spoiled = entries.Select(entry => Node.Register.Read(session => session.Accuracy.SpoiledOf(entry.Id))).OfType<SeededValue>().ToList();
        var noticed = By("ada").SendBack(spoiled[0].Entry, "two signs changed places", [spoiled[0].Path]);
        var missed = await By("ada").ReleaseAsync(spoiled[1].Entry, By("ada").Open(spoiled[1].Entry)!.Entry.Version, cancellation);

        Assert.That(spoiled, Has.Count.InRange(2, 15));
        Assert.That((noticed[0].Rule, Node.Register.Read(session => session.Entries.Get(spoiled[0].Entry))?.State), Is.EqualTo((KeyingFindings.SeedNoticed, EntryState.Waiting)));
        var record = Node.Register.Read(session => session.Revisions.Current(missed.Dossier!.Id))!.Record;
        Assert.That(System.Text.Encoding.UTF8.GetString(RecordJson.Write(record)), Does.Not.Contain(spoiled[1].Spoiled));
        Assert.That(By("ada").Accuracy(DateTimeOffset.MinValue).Noticed, Is.EqualTo(new AccuracyEstimate(1, 2)));
    }

    private static string Text(Record record) => System.Text.Encoding.UTF8.GetString(RecordJson.Write(record));

    private ReleaseJourney By(string author) => ReleaseOffice.By(Node, author, _workers);

    private async Task MakeAsync(Func<Host.Settings.KeyingSettings, Host.Settings.KeyingSettings> keying)
    {
        _office = await KeyingOffice.CreateAsync(keying);
        _office.Time.Advance(new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero) - _office.Time.GetUtcNow());
        _workers = ReleaseOffice.Workers(TimeProvider.System);
    }

    private Dossier Import(Record record)
    {
        var own = record with { Office = Node.Settings.Office };
        var id = Node.Register.Write(new Deed("import", "import", "test"), session => session.Save(null, own, RecordJson.Write(own), "import", null));
        return Node.Register.Read(session => session.Dossiers.Get(id));
    }
}
