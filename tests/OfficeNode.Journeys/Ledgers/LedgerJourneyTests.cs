using NUnit.Framework;
using OfficeNode.Capture;
using OfficeNode.Core;
using OfficeNode.Core.Keying;
using OfficeNode.Core.Ledgers;
using OfficeNode.Host.Journey;
using OfficeNode.Journeys.Keying;

namespace OfficeNode.Journeys.Ledgers;

/// <summary>Registers and cards from declaring to release.</summary>
[CancelAfter(120_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class LedgerJourneyTests
{
    private KeyingOffice _office = null!;   // made before each test
    private VolumeId _volume;

    private Node Node => _office.Node;

    private LedgerJourney Nadia => new(Node, "nadia");

    private LedgerJourney Omar => new(Node, "omar");

    [SetUp]
    public async Task MakeOffice()
    {
        _office = await KeyingOffice.CreateAsync();
        _volume = await LedgerOffice.DeclareAsync(Node, 3);
    }

    [TearDown]
    public void RemoveOffice() => _office.Dispose();

    [Test]
    public void A_volume_has_a_folio_for_each_page_and_is_arranged_no_more()
    {
        var view = Nadia.View(_volume, 3)!;

        Assert.That((view.Count, view.Folio.Label, view.Folio.BatchPage, view.NextRow), Is.EqualTo((3, "14", 3, 1)));
        Assert.That(new BatchJourney(Node).Edit(view.Volume.Batch, new Core.Batches.MarkPages([2], true), "nadia"), Does.Contain("handed over"));
        Assert.That(Nadia.Declare(LedgerOffice.Marks(view.Volume.Batch)).Refused.Select(finding => finding.Rule), Is.EqualTo(new[] { KeyingFindings.BatchHandedOver }));
    }

    [Test]
    public async Task An_opening_is_two_folios_the_right_one_first_where_the_book_is_read_so()
    {
        var batch = await _office.ScanAsync(new Paper(), new Paper());

        var volume = Nadia.Declare(LedgerOffice.Marks(batch) with { Layout = FolioLayout.RightFirst, FirstLabel = "1r" }).Volume!.Value;

        var folios = Enumerable.Range(1, 4).Select(number => Nadia.View(volume, number)!.Folio);
        Assert.That(folios.Select(folio => (folio.Label, folio.BatchPage, folio.Half)), Is.EqualTo(new[]
        {
            ("1r", 1, FolioHalf.Right), ("1v", 1, FolioHalf.Left), ("2r", 2, FolioHalf.Right), ("2v", 2, FolioHalf.Left),
        }));
    }

    [Test]
    public void A_row_is_an_entry_whose_page_is_closed_for_ever_and_whose_values_stand_at_its_region()
    {
        Nadia.Open(_volume, 1);

        var answer = Nadia.Save(_volume, 1, [.. LedgerOffice.Row(1, "1231"), new CellChange(1, FolioCells.Region, "10,200,2400,150", ""), new CellChange(1, FolioCells.Note, "Renewed 1997", "")]);

        var row = Nadia.View(_volume, 1)!.Rows.Single();
        var pages = Node.Register.Read(session => session.EntryPages.Of(row.Entry!.Id));
        Assert.That((answer.Refused, answer.Disputed, answer.Wrong), Is.EqualTo((Array.Empty<Finding>(), Array.Empty<CellChange>(), Array.Empty<CellFinding>())));
        Assert.That((row.Entry!.Number, row.Entry.Applicant, row.Row.Note), Is.EqualTo(("1231", "Lake Basin Tools Ltd", "Renewed 1997")));
        Assert.That(row.Values.Where(value => value.Path == LedgerOffice.Nice).Select(value => (value.Item, value.Text)), Is.EqualTo(new[] { (0, "29"), (1, "30") }));
        Assert.That(row.Values.Select(value => (value.Page, value.Box)).Distinct(), Is.EqualTo(new (int?, PixelBox?)[] { (1, new PixelBox(10, 200, 2400, 150)) }));
        Assert.That(pages.Select(page => (page.Document?.Value, page.Document?.IsClosed)), Is.EqualTo(new (string?, bool?)[] { ("LED", true) }));
    }

    [Test]
    public void What_is_saved_twice_is_there_once()
    {
        Nadia.Open(_volume, 1);
        Nadia.Save(_volume, 1, LedgerOffice.Row(1, "1231"));

        var again = Nadia.Save(_volume, 1, LedgerOffice.Row(1, "1231"));

        Assert.That(again.Disputed, Is.Empty);
        Assert.That(Node.Register.Read(session => session.Entries.OfBatch(Nadia.View(_volume, 1)!.Volume.Batch)), Has.Count.EqualTo(1));
    }

    [Test]
    public void A_folio_is_keyed_by_one_person_and_another_one_by_the_next()
    {
        Nadia.Open(_volume, 1);

        var first = Omar.Open(_volume, 1)!;
        var second = Omar.Open(_volume, 2)!;

        Assert.That((first.Holder?.Person, first.MayEdit, second.MayEdit), Is.EqualTo(("nadia", false, true)));
        Assert.That(Omar.Save(_volume, 1, LedgerOffice.Row(1, "1231")).Refused.Select(finding => finding.Rule), Is.EqualTo(new[] { LedgerFindings.Held }));
        Assert.That(Omar.Next(_volume, 0), Is.EqualTo(2));
        _office.Time.Advance(Claim.Longest);
        Assert.That(Omar.Open(_volume, 1)!.MayEdit, Is.True);
    }

    [Test]
    public void What_somebody_else_changed_meanwhile_is_left_to_them()
    {
        Nadia.Save(_volume, 1, LedgerOffice.Row(1, "1231"));

        var answer = Nadia.Save(_volume, 1, [new CellChange(1, LedgerOffice.Sign, "Zenith", "Zephir"), new CellChange(1, LedgerOffice.Number, "1232", "1231")]);

        var row = Nadia.View(_volume, 1)!.Rows.Single();
        Assert.That(answer.Disputed.Select(change => change.Path), Is.EqualTo(new[] { LedgerOffice.Sign }));
        Assert.That(row.Values.Where(value => value.Item == 0 && value.Path is LedgerOffice.Sign or LedgerOffice.Number && value.Item == 0).Select(value => value.Text), Is.EqualTo(new[] { "1232", "Zephyr" }));
    }

    [Test]
    public void A_record_over_two_folios_goes_on_with_the_last_of_them()
    {
        Nadia.Save(_volume, 1, LedgerOffice.Row(1, "1231"));
        var joined = Nadia.Continue(_volume, 1, 1, "");
        var first = Nadia.Done(_volume, 1, null);
        Nadia.Open(_volume, 2);
        var row = Nadia.View(_volume, 2)!.Rows.Single();
        Nadia.Save(_volume, 2, [new CellChange(row.Row.Row, FolioCells.Region, "5,5,100,40", "")]);
        var between = row.Entry!.State;

        var second = Nadia.Done(_volume, 2, null);

        var entry = Node.Register.Read(session => session.Entries.Get(row.Entry.Id))!;
        Assert.That((joined, first.Left, second.Left), Is.EqualTo((Array.Empty<Finding>(), Array.Empty<CellFinding>(), Array.Empty<CellFinding>())));
        Assert.That((row.Before, between, entry.State), Is.EqualTo((new[] { "12" }, EntryState.Keying, EntryState.Waiting)));
        Assert.That(Node.Register.Read(session => session.EntryPages.Of(entry.Id)).Select(page => (page.Document?.Value, page.BatchNumber)), Is.EqualTo(new (string?, int?)[] { ("LED", 1), ("LED", 2) }));
    }

    [Test]
    public void A_row_with_errors_keeps_no_other_from_going_on()
    {
        Nadia.Save(_volume, 1, [.. LedgerOffice.Row(1, "1231"), new CellChange(2, LedgerOffice.Sign, "Zenith", "")]);

        var answer = Nadia.Done(_volume, 1, null);

        var view = Nadia.View(_volume, 1)!;
        Assert.That(answer.Left.Select(found => found.Row).Distinct(), Is.EqualTo(new[] { 2 }));
        Assert.That(view.Rows.Select(row => row.Entry!.State), Is.EqualTo(new[] { EntryState.Waiting, EntryState.Keying }));
        Assert.That(view.Folio.Done, Is.Null);
        Assert.That(Nadia.Done(_volume, 1, "The page is torn here.").IsDone, Is.True);
    }

    [Test]
    public void A_row_that_was_taken_out_is_taken_up_again_with_its_record()
    {
        Nadia.Save(_volume, 1, [.. LedgerOffice.Row(1, "1231"), .. LedgerOffice.Row(2, "1232")]);
        Nadia.Take(_volume, 1, 1, "Row taken out");
        var between = Nadia.View(_volume, 1)!.Rows.Select(row => row.Entry!.Number).ToList();

        Nadia.Restore(_volume, 1, out var row);

        Assert.That((between, row), Is.EqualTo((new[] { "1232" }, 1)));
        Assert.That(Nadia.View(_volume, 1)!.Rows.Select(row => (row.Entry!.Number, row.Entry.State)), Is.EqualTo(new[] { ("1231", EntryState.Keying), ("1232", EntryState.Keying) }));
    }

    [Test]
    public void An_inserted_row_stands_before_the_other_and_is_empty()
    {
        Nadia.Save(_volume, 1, [.. LedgerOffice.Row(1, "1231"), .. LedgerOffice.Row(2, "1233")]);

        Nadia.Insert(_volume, 1, 2, out var row);
        Nadia.Save(_volume, 1, LedgerOffice.Row(row, "1232"));

        Assert.That(Nadia.View(_volume, 1)!.Rows.Select(row => row.Entry!.Number), Is.EqualTo(new[] { "1231", "1232", "1233" }));
    }

    [Test]
    public void A_region_beyond_the_page_is_refused_and_the_other_cells_are_kept()
    {
        var answer = Nadia.Save(_volume, 1, [.. LedgerOffice.Row(1, "1231"), new CellChange(1, FolioCells.Region, "0,0,99999,10", "")]);

        var row = Nadia.View(_volume, 1)!.Rows.Single();
        Assert.That(answer.Wrong.Select(found => (found.Path, found.Finding.Rule)), Is.EqualTo(new[] { (FolioCells.Region, LedgerFindings.RegionOutside) }));
        Assert.That((row.Entry!.Number, row.Row.Region), Is.EqualTo(("1231", (PixelBox?)null)));
    }

    [Test]
    public void A_folio_that_a_person_numbered_lets_the_others_count_on_from_it()
    {
        Nadia.SetLabel(_volume, 2, "20");

        Assert.That(Enumerable.Range(1, 3).Select(number => Nadia.View(_volume, number)!.Folio.Label), Is.EqualTo(new[] { "12", "20", "21" }));
        Assert.That(Nadia.Labelled(_volume, "21"), Is.EqualTo(3));
    }

    [Test]
    public void A_volume_of_which_nothing_was_keyed_becomes_a_batch_again()
    {
        var batch = Nadia.View(_volume, 1)!.Volume.Batch;

        var refused = _office.By("nadia").TakeBack(batch);

        Assert.That(refused, Is.Empty);
        Assert.That(Nadia.View(_volume, 1), Is.Null);
        Assert.That(Nadia.Batches().Select(known => known.Batch.Id), Is.EqualTo(new[] { batch }));
    }

    [Test]
    public void Rows_that_are_being_keyed_are_not_offered_one_by_one()
    {
        Nadia.Save(_volume, 1, LedgerOffice.Row(1, "1231"));

        Assert.That(_office.By("omar").Due(10), Is.Empty);
    }

    [Test]
    public void Who_keys_a_row_a_second_time_sees_its_place_and_none_of_its_values()
    {
        KeyingOffice.Change(_office.Files, settings => settings with { DoubleKeying = [LedgerOffice.Number] });
        using var node = Node.Open(_office.Files.Folder.Root, new Core.Disk.PhysicalDisk(), _office.Time);
        var journey = new LedgerJourney(node, "nadia");
        journey.Save(_volume, 1, [.. LedgerOffice.Row(1, "1231"), new CellChange(1, FolioCells.Region, "10,200,2400,150", "")]);
        journey.Done(_volume, 1, null);

        var due = new KeyingJourney(node, "omar").Due(10).Single();
        var view = new KeyingJourney(node, "omar").Open(due.Id)!;

        Assert.That((view.Entry.State, view.Values.Count, view.Region), Is.EqualTo((EntryState.Second, 0, new EntryRegion(1, new PixelBox(10, 200, 2400, 150)))));
    }

    [Test]
    public async Task A_released_row_is_a_dossier_that_names_its_folio_and_region(CancellationToken cancellation)
    {
        Nadia.Save(_volume, 1, [.. LedgerOffice.Row(1, "1231"), new CellChange(1, FolioCells.Region, "10,200,2400,150", "")]);
        Nadia.Done(_volume, 1, null);
        var entry = Nadia.View(_volume, 1)!.Rows.Single().Entry!;
        await using var workers = new ImageWorkerPool(ThisProgram.ImageWorkers(), _office.Time);

        var answer = await new ReleaseJourney(Node, "ada", new ImageConverter(workers)).ReleaseAsync(entry.Id, entry.Version, cancellation);

        Assert.That(answer.Refused, Is.Empty);
        var (pages, places) = (Node.Register.Read(session => session.Pages.Of(answer.Dossier!.Id)), Nadia.PlacesOf(answer.Dossier!.Id));
        Assert.That(pages.Select(page => page.Document), Is.EqualTo(new[] { DocumentCode.Ledger }));
        Assert.That(places.Select(place => (place.Volume.Name, place.Folio.Label, place.Row.Region, place.Page)), Is.EqualTo(new (string, string, PixelBox?, PageId?)[]
        {
            ("Register of marks, vol. 3", "12", new PixelBox(10, 200, 2400, 150), pages[0].Id),
        }));
    }
}
