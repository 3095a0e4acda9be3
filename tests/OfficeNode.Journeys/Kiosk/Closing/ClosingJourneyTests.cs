using System.Net;
using NUnit.Framework;
using OfficeNode.Core.Closing;
using OfficeNode.Core.People;
using OfficeNode.Host.Journey;
using OfficeNode.Journeys.Scanning;
using OfficeNode.Journeys.Service;

namespace OfficeNode.Journeys.Kiosk.Closing;

[CancelAfter(60_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class ClosingJourneyTests : OneNodeTests
{
    [Test]
    public void A_feeder_that_nobody_looked_into_wants_a_remark()
    {
        var refused = Do(closing => closing.Close(isFeederEmpty: false, ""));
        var taken = Do(closing => closing.Close(isFeederEmpty: false, "The scanner is at the repair."));

        Assert.That(refused.Select(finding => finding.Rule), Is.EqualTo(new[] { ClosingFindings.Feeder }));
        Assert.That(taken, Is.Empty);
        Assert.That(Do(closing => closing.Of(Node.Time.Day))?.IsFeederEmpty, Is.False);
    }

    [Test]
    public void Of_two_closings_of_a_day_the_last_counts()
    {
        Do(closing => closing.Close(isFeederEmpty: true, "first"));
        Do(closing => closing.Close(isFeederEmpty: true, "second"));

        Assert.That(Do(closing => closing.Newest(10)).Select(day => day.Remark), Is.EqualTo(new[] { "second" }));
    }

    [Test]
    public async Task A_batch_that_waits_to_be_put_in_order_stands_open_and_its_pages_are_counted()
    {
        await Node.DoAsync("scan", "--rest", "0", "--source", $"folder:{Papers.Lay(Node, 2)}");

        var ends = Do(closing => closing.Look());

        Assert.That((ends.Counts.Pages, ends.Counts.ToArrange, ends.BeingScanned.Count), Is.EqualTo((2L, 1L, 0)));
    }

    [Test]
    public async Task Pages_of_yesterday_are_not_counted_today()
    {
        await Node.DoAsync("scan", "--rest", "0", "--source", $"folder:{Papers.Lay(Node, 2)}");
        Node.Time.Day = Node.Time.Day.AddDays(1);

        Assert.That(Do(closing => closing.Look()).Counts.Pages, Is.Zero);
    }

    [TestCase("2026-13-01")]
    [TestCase("2026-11-20")]
    public async Task A_day_that_is_none_or_was_not_closed_is_not_found(string day, CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        var answer = await served.As("binta", Role.Clerk).GetAsync("/closing/" + day, cancellation);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private T Do<T>(Func<ClosingJourney, T> work)
    {
        using var node = Host.Journey.Node.Open(Node.Folder.Root, Node.Disk, Node.Time);
        return work(new ClosingJourney(node, "binta"));
    }
}
