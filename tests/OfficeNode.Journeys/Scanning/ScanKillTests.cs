using System.Globalization;
using NUnit.Framework;
using OfficeNode.Journeys.Faults;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Scanning;

/// <summary>The power goes at any moment of a batch of a hundred pages: none is lost, doubled or moved, and the same command goes on.</summary>
public sealed class ScanKillTests
{
    private const int Pages = 100;

    [Test]
    public async Task After_a_kill_at_any_point_the_same_command_brings_every_page_once_and_in_order()
    {
        var random = FaultPoints.Random();
        var points = FaultPoints.Count(daily: 20, promised: 200);
        var changes = 0;
        var kills = 0;
        using (var node = await TestNode.CreateAsync())
        {
            var folder = Papers.Lay(node, Pages);
            changes = (await KilledRun.AtAsync(int.MaxValue, Line(node, folder), [node.Folder.Root, folder])).Changes;
            CheckComplete(node);
        }

        for (var round = 0; kills < points && round < 2 * points;)
        {
            using var node = await TestNode.CreateAsync();
            var folder = Papers.Lay(node, Pages);
            for (var ended = false; !ended && kills < points; round++)
            {
                var change = random.Next(1, changes + 1);
                var killed = await KilledRun.AtAsync(change, Line(node, folder), [node.Folder.Root, folder]);
                kills += killed.WasKilled ? 1 : 0;
                ended = !killed.WasKilled;
                NodeInvariants.Check(node);
                TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round}: change {change} of about {changes}, {(killed.WasKilled ? "killed" : "ended before")}"));
            }

            var again = await node.ProcessAsync("scan", "--rest", "0", "--source", $"folder:{folder}");
            Assert.That(again.ExitCode, Is.Zero, again.Everything);
            CheckComplete(node);
        }

        Assert.That(kills, Is.GreaterThanOrEqualTo(points));
    }

    private static IReadOnlyList<string> Line(TestNode node, string folder) => node.Line(["scan", "--rest", "0", "--source", $"folder:{folder}", "--json"]);

    private static void CheckComplete(TestNode node)
    {
        var batches = node.Read(session => session.Batches.Newest(100).Reverse().Select(summary => summary.Batch).ToList());
        var pages = node.Read(session => batches.SelectMany(batch => session.Batches.Pages(batch.Id)).ToList());
        Assert.That(pages.Select(page => page.File), Is.EqualTo(Papers.Names(Pages)));
        Assert.That(pages.Select(page => page.Master.Digest).Distinct().Count(), Is.EqualTo(Pages));
        Assert.That(batches.Select(batch => batch.Ended), Has.All.Not.Null);
        Assert.That(pages.Select(page => node.Folder.MasterFile(page.Master.Digest, page.Master.Extension)), Has.All.Exist);
    }
}
