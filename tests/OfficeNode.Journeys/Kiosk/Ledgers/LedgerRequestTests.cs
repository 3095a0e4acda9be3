using System.Net;
using System.Text.Json;
using NUnit.Framework;
using OfficeNode.Capture;
using OfficeNode.Core.Disk;
using OfficeNode.Core.Keying;
using OfficeNode.Core.Ledgers;
using OfficeNode.Core.People;
using OfficeNode.Host.Journey;
using OfficeNode.Journeys.Ledgers;
using OfficeNode.Journeys.Service;

namespace OfficeNode.Journeys.Kiosk.Ledgers;

/// <summary>What grids send and get over HTTP, also requests that no screen makes.</summary>
[CancelAfter(120_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class LedgerRequestTests : OneNodeTests
{
    [Test]
    public async Task A_grid_that_is_sent_without_scripts_keeps_every_row_and_goes_on(CancellationToken cancellation)
    {
        var address = await FolioAsync();
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var clerk = served.As("binta", Role.Clerk);

        var answer = await clerk.FillAsync(address, "done", Row("1231"), cancellation);

        Assert.That((answer.Status, answer.Location), Is.EqualTo((HttpStatusCode.Redirect, "/ledgers/1/2?done=Folio%2012")));
        Assert.That(Entries().Select(entry => (entry.Number, entry.State, entry.KeyedBy)), Is.EqualTo(new[] { ("1231", EntryState.Waiting, "binta") }));
    }

    [Test]
    public async Task What_is_sent_to_a_folio_that_another_person_has_is_not_kept(CancellationToken cancellation)
    {
        var address = await FolioAsync();
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        await served.As("binta", Role.Clerk).GetAsync(address, cancellation);
        var other = served.As("omar", Role.Clerk);
        var screen = await other.GetAsync(address, cancellation);

        var answer = await other.SendFormAsync(address + "/save", [.. Visitor.HiddenOf(screen.Body, "done"), ("value:1/applicationNumber", "1231"), ("was:1/applicationNumber", "")], cancellation);

        Assert.That(screen.Text, Does.Contain("B. Person has this folio"));
        Assert.That(JsonDocument.Parse(answer.Body).RootElement.GetProperty("held").GetString(), Does.Contain("B. Person"));
        Assert.That(Entries(), Is.Empty);
    }

    [Test]
    public async Task A_save_says_what_is_wrong_with_each_cell_and_keeps_the_others(CancellationToken cancellation)
    {
        var address = await FolioAsync();
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var clerk = served.As("binta", Role.Clerk);
        var screen = await clerk.GetAsync(address, cancellation);

        var answer = await clerk.SendFormAsync(
            address + "/save",
            [.. Visitor.HiddenOf(screen.Body, "done"), ("value:1/applicationNumber", "1231"), ("was:1/applicationNumber", ""), ("value:1/filingDate", "31.02.1987"), ("was:1/filingDate", ""), ("value:1/status", "registered"), ("value:x", "y")],
            cancellation);

        var fields = JsonDocument.Parse(answer.Body).RootElement.GetProperty("fields");
        Assert.That(fields.GetProperty("1/filingDate").GetProperty("findings").GetArrayLength(), Is.GreaterThan(0));
        Assert.That(fields.GetProperty("1/applicationNumber").GetProperty("value").GetString(), Is.EqualTo("1231"));
    }

    [Test]
    public async Task What_keeps_a_row_from_going_on_is_said_with_its_row(CancellationToken cancellation)
    {
        var address = await FolioAsync();
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        var answer = await served.As("binta", Role.Clerk).FillAsync(
            address, "done", [.. Row("1231"), .. Row("1232").Select(cell => ("2" + cell.Name[1..], cell.Value.Replace("26.02.", "31.02.", StringComparison.Ordinal)))], cancellation);

        Assert.That(answer.Text, Does.Contain("<a href=\"#cell-2-filingDate\">Filing date, row 2: "));
    }

    [TestCase("/ledgers/1/99")]
    [TestCase("/ledgers/99/1")]
    [TestCase("/ledgers/1/99/look")]
    public async Task A_folio_that_is_not_there_is_said_to_be_missing(string address, CancellationToken cancellation)
    {
        await FolioAsync();
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        var answer = await served.As("binta", Role.Clerk).GetAsync(address, cancellation);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task The_pages_of_a_released_row_show_its_line_cut_out_and_its_note(CancellationToken cancellation)
    {
        await FolioAsync();
        var dossier = await ReleaseAsync(cancellation);
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        var answer = await served.As("ada", Role.Supervisor).GetAsync($"/register/{dossier}?pane=pages", cancellation);

        Assert.That(answer.Text, Does.Contain("viewBox=\"9 90 880 70\"").And.Contain("Renewed 1997").And.Contain("page of a ledger"));
    }

    private async Task<string> FolioAsync()
    {
        var volume = await LedgerPapers.DeclareAsync(Node, 2);
        return $"/ledgers/{volume.Number}/1";
    }

    private async Task<long> ReleaseAsync(CancellationToken cancellation)
    {
        using var opened = Host.Journey.Node.Open(Node.Folder.Root, new PhysicalDisk(), Node.Time);
        var (journey, volume) = (new LedgerJourney(opened, "binta"), new VolumeId(1));
        journey.Save(volume, 1, [.. LedgerOffice.Row(1, "1231"), new CellChange(1, FolioCells.Region, "9,90,880,70", ""), new CellChange(1, FolioCells.Note, "Renewed 1997", "")]);
        Assert.That(journey.Done(volume, 1, null).Left, Is.Empty);
        var entry = journey.View(volume, 1)!.Rows.Single().Entry!;
        await using var workers = new ImageWorkerPool(ThisProgram.ImageWorkers(), Node.Time);
        var answer = await new ReleaseJourney(opened, "ada", new ImageConverter(workers)).ReleaseAsync(entry.Id, entry.Version, cancellation);
        return answer.Dossier!.Id.Value;
    }

    private IReadOnlyList<Entry> Entries() => Node.Read(session => session.Entries.OfBatch(new Core.Batches.BatchId(1)));

    private static IReadOnlyList<(string Name, string Value)> Row(string number) =>
    [
        ("1/applicationNumber", number), ("1/filingDate", "26.02.1987"), ("1/parties[applicant].name", "Lake Basin Tools Ltd"), ("1/mark.words", "Zephyr"), ("1/nice", "29"),
    ];
}
