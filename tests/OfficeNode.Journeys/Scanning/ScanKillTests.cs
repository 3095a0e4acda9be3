using NUnit.Framework;
using OfficeNode.Journeys.Faults;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Scanning;

/// <summary>The power goes at any moment of a batch of a hundred pages, or a worker dies: none is lost, doubled or moved, and the same command goes on.</summary>
[Parallelizable(ParallelScope.Self)]   // a node of its own, and programs that leave a core free
[Platform("Linux")]   // kills without warning as Linux does, and tells them by its codes
public sealed class ScanKillTests
{
    private const int Pages = 100;
    private const int Sheets = 30;
    private const int ChangesOfAFewSheets = 150;

    private static readonly string[] Victims = ["scan", "serve", "worker"];

    [Test]
    public async Task After_a_kill_at_any_point_the_same_command_brings_every_page_once_and_in_order()
    {
        var random = FaultPoints.Random();
        var points = FaultPoints.Count(daily: 20, promised: 200);
        var changes = await ChangesOfOnePageAsync();
        for (var kills = 0; kills < points;)
        {
            using var node = await TestNode.CreateAsync();
            var folder = Papers.Lay(node, Pages);
            await node.DoAsync("scanners", "watch", folder, "--rest", "0");
            for (var left = Pages; left > 0 && kills < points; left = Directory.GetFiles(folder).Length)
            {
                // So near that a batch lasts for several kills, and never beyond its end: the service has none.
                var change = random.Next(1, Math.Min(left, Pages / 2) * changes);
                var victim = Victims[kills % Victims.Length];
                var killed = await RunAsync(node, folder, victim, change);
                kills += killed.WasKilled ? 1 : 0;
                NodeInvariants.Check(node);
                TestContext.Out.WriteLine($"{kills}: {victim} at change {change}, {left - Directory.GetFiles(folder).Length} pages taken");
            }

            var again = await node.ProcessAsync("scan", "--rest", "0", "--source", $"folder:{folder}");
            Assert.That(again.ExitCode, Is.Zero, again.Everything);
            CheckComplete(node);
        }
    }

    [Test]
    public async Task After_a_kill_at_any_point_a_scanner_goes_on_with_the_next_sheet()
    {
        var random = FaultPoints.Random();
        var points = FaultPoints.Count(daily: 6, promised: 200);
        for (var kills = 0; kills < points;)
        {
            using var node = await TestNode.CreateAsync();
            var source = Papers.LayForScanner(node, Sheets);
            while (!IsComplete(node))
            {
                var line = node.Line(["scan", "--source", source, .. Into(node), "--json"]);
                var change = kills < points ? random.Next(1, ChangesOfAFewSheets) : int.MaxValue;
                // The program alone, which leaves scanimage behind; or what it started: scanimage and workers.
                var killed = kills % 2 == 0 ? await KilledRun.AtAsync(change, line, [node.Folder.Root]) : await KilledRun.ChildrenAtAsync(change, line, [node.Folder.Root]);
                kills += killed.WasKilled ? 1 : 0;
                NodeInvariants.Check(node);
            }

            var pages = node.Read(session => session.Batches.Pages(session.Batches.Newest(2).Single().Batch.Id));
            Assert.That(pages.Select(page => (page.Sheet, page.Facts.Width)), Is.EqualTo(Enumerable.Range(1, Sheets).Select(sheet => (sheet, Papers.WidthOf(sheet)))));
            TestContext.Out.WriteLine($"{kills} kills");
        }
    }

    /// <summary>Whether the scan came to its end. A kill may still come between that and the program's own end: the same command would be another order then.</summary>
    private static bool IsComplete(TestNode node) => node.Read(session => session.Batches.Newest(1)).SingleOrDefault() is { Batch.IsUnfinished: false };

    /// <summary>What the program says after a scanner stopped; after a kill the command alone goes on.</summary>
    private static string[] Into(TestNode node) => node.Read(session => session.Batches.Newest(1)).SingleOrDefault() is { Batch: { Ended: not null } batch } ? ["--into", batch.Id.Value] : [];

    private static Task<KilledRun> RunAsync(TestNode node, string folder, string victim, int change) => victim switch
    {
        "serve" => KilledRun.AtAsync(change, node.Line(["serve", "--urls", "http://127.0.0.1:0"]), [node.Folder.Root, folder]),
        "worker" => KilledRun.WorkerAtAsync(change, Line(node, folder), [node.Folder.Root, folder]),
        _ => KilledRun.AtAsync(change, Line(node, folder), [node.Folder.Root, folder]),
    };

    /// <summary>How many changes to the disk a page makes, at the least.</summary>
    private static async Task<int> ChangesOfOnePageAsync()
    {
        using var node = await TestNode.CreateAsync();
        var folder = Papers.Lay(node, Pages);
        var whole = await KilledRun.AtAsync(int.MaxValue, Line(node, folder), [node.Folder.Root, folder]);
        CheckComplete(node);
        return whole.Changes / Pages / 2;
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
