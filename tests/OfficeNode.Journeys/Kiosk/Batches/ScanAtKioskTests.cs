using System.Net;
using NUnit.Framework;
using OfficeNode.Core.Batches;
using OfficeNode.Host.Journey;
using OfficeNode.Journeys.Scanning;
using OfficeNode.Journeys.Service;
using OfficeNode.Storage;

namespace OfficeNode.Journeys.Kiosk.Batches;

/// <summary>Scans that people start at the kiosk: run by the service, whatever becomes of the browser.</summary>
[CancelAfter(120_000)]
[Platform("Linux")]   // SANE's pnm device
[Parallelizable(ParallelScope.Self)]   // a node of its own, and a program that leaves a core free
public sealed class ScanAtKioskTests : OneNodeTests
{
    [Test]
    public async Task A_scan_becomes_a_batch_and_its_choice_is_offered_for_the_next_one(CancellationToken cancellation)
    {
        var source = await LaySourceAsync(2);
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var clerk = BatchNode.Clerk(served);

        var answer = await ScanForm.SendAsync(clerk, source, cancellation, ("Given.Resolution", "200"));
        await EndOfAsync(new BatchId(2), cancellation);

        Assert.That((answer.Status, answer.Location), Is.EqualTo((HttpStatusCode.Redirect, "/batches/B-2")));
        var batch = Node.Read(session => session.Batches.Get(new BatchId(2)));
        Assert.That((batch?.Author, batch?.Source, BatchNode.OrderOf(Node, new BatchId(2)).Count), Is.EqualTo(("binta", source, 2)));
        Assert.That((await clerk.GetAsync(ScanForm.Address, cancellation)).Text, Does.Contain("value=\"200\""));
    }

    [Test]
    public async Task Pages_are_scanned_in_before_a_page(CancellationToken cancellation)
    {
        var source = await LaySourceAsync(2);
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        await ScanForm.SendAsync(BatchNode.Clerk(served), source, cancellation, ("Given.Into", "B-1"), ("Given.Before", "2"));
        await EndOfAsync(BatchNode.First, cancellation);

        Assert.That(BatchNode.OrderOf(Node, BatchNode.First), Is.EqualTo(new[] { 1, 3, 4, 2 }));
    }

    [Test]
    public async Task Pages_scanned_anew_take_the_places_of_others(CancellationToken cancellation)
    {
        var source = await LaySourceAsync(2);
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        await ScanForm.SendAsync(BatchNode.Clerk(served), source, cancellation, ("Given.Into", "B-1"), ("Given.Replace", "1"));
        await EndOfAsync(BatchNode.First, cancellation);

        Assert.That(BatchNode.OrderOf(Node, BatchNode.First), Is.EqualTo(new[] { 3, 2, 4 }));
        Assert.That(Node.Read(session => session.Batches.Arrange(BatchNode.First)).Replaced.Select(page => page.Number), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task A_scan_that_stopped_says_why_and_goes_on_to_where_its_pages_were_wanted(CancellationToken cancellation)
    {
        var source = await LaySourceAsync(3);
        var second = Path.Combine(Node.PathOf("glass"), "2.pgm");
        File.Move(second, second + ".away");
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var clerk = BatchNode.Clerk(served);
        await ScanForm.SendAsync(clerk, source, cancellation, ("Given.Into", "B-1"), ("Given.Before", "1"));
        await EndOfAsync(BatchNode.First, cancellation);
        var stopped = await clerk.GetAsync("/batches/B-1", cancellation);
        File.Move(second + ".away", second);

        await clerk.FillAsync("/batches/B-1", "feeder", [("Given.Act", "go-on")], cancellation);
        await EndOfAsync(BatchNode.First, cancellation);

        Assert.That(stopped.Text, Does.Contain("stopped").And.Contain("goes on top of the feeder"));
        Assert.That(BatchNode.OrderOf(Node, BatchNode.First), Is.EqualTo(new[] { 4, 5, 6, 1, 2, 3 }));
    }

    [Test]
    public async Task A_person_stops_a_scan_and_the_batch_says_who(CancellationToken cancellation)
    {
        const string Slow = "sane:test:0?source=Automatic Document Feeder&read-delay=yes&read-delay-duration=200000";
        using (var node = Host.Journey.Node.Open(Node.Folder.Root, Node.Disk, Node.Time))
        {
            node.Register.Write(new Deed("test", "scan", Slow), session => session.Batches.End(session.Batches.Begin(Slow, "test"), null));
        }

        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var clerk = BatchNode.Clerk(served);
        await ScanForm.SendAsync(clerk, Slow, cancellation);

        await clerk.FillAsync("/batches/B-2", "feeder", [("Given.Act", "stop")], cancellation);
        await EndOfAsync(new BatchId(2), cancellation);

        var fault = Node.Read(session => session.Batches.Get(new BatchId(2)))?.Fault;
        Assert.That((fault?.Rule, fault?.Found), Is.EqualTo((ScanFindings.Stopped, "binta")));
    }

    [Test]
    public async Task While_somebody_scans_the_next_one_is_told_who(CancellationToken cancellation)
    {
        var source = await LaySourceAsync(1);
        using var node = Host.Journey.Node.Open(Node.Folder.Root, Node.Disk, Node.Time);
        using var lease = node.TakeLease("scan", "amina");
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        var answer = await ScanForm.SendAsync(BatchNode.Clerk(served), source, cancellation);

        Assert.That(answer.Text, Does.Contain("Somebody scans already: amina"));
        Assert.That(Node.Read(session => session.Batches.Newest(9)).Count, Is.EqualTo(1));
    }

    /// <summary>A scanner of so many sheets that a command used before, so that the kiosk offers it: its sheets are B-1.</summary>
    private async Task<string> LaySourceAsync(int sheets)
    {
        var source = Papers.LayForScanner(Node, sheets);
        await Node.DoAsync("scan", "--source", source);
        return source;
    }

    /// <summary>Waits for the register to say that the scan into a batch has ended and its pages are in their places.</summary>
    private async Task EndOfAsync(BatchId batch, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!Node.Read(session => session.Batches.Get(batch) is { Ended: not null } && session.Leases.HolderOf("scan") is null && (ScanBook.Aim(session, batch) is not { } aim || aim.From > session.Batches.Pulse(batch).Pages)))
        {
            await timer.WaitForNextTickAsync(cancellation);
        }
    }
}
