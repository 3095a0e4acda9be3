using NUnit.Framework;
using OfficeNode.Journeys.Faults;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Scanning;

/// <summary>The command that reads, the service that reads and their workers are killed at any moment of a batch of a hundred pages: each page is read, none twice over.</summary>
[Parallelizable(ParallelScope.Self)]   // a node of its own, and programs that leave a core free
[Platform("Linux")]   // kills without warning as Linux does, and tells them by its codes
public sealed class ReadKillTests
{
    // A line each: what is tried is stopping, not reading.
    private const int Pages = 100;

    // A page read changes the register and the derivatives some ten times.
    private const int ChangesOfPage = 10;

    // A program whose worker is killed goes on to the end of the batch: that comes last.
    private const int PagesForWorkers = 40;

    private static readonly string[] Victims = ["read", "serve"];

    [Test]
    public async Task After_kills_at_any_point_every_page_is_read()
    {
        var random = FaultPoints.Random();
        var points = FaultPoints.Count(daily: 20, promised: 200);
        var kills = 0;
        while (kills < points)
        {
            using var node = await TestNode.CreateAsync();
            await Papers.ScanCopiesAsync(node, SharedMaterial.Require("samples/ocr-gt/ocrd-lines/heine_lieder_1827_0198_005.tif"), Pages);
            for (var waiting = Waiting(node); waiting > 0 && kills < points; waiting = Waiting(node))
            {
                // So near that a batch lasts for many kills, and never beyond its end: the service has none.
                var change = random.Next(1, Math.Min(10, waiting) * ChangesOfPage);
                var victim = waiting < PagesForWorkers ? "worker" : Victims[kills % Victims.Length];
                var run = await RunAsync(node, victim, change);
                kills += run.WasKilled ? 1 : 0;
                NodeInvariants.Check(node);
                TestContext.Out.WriteLine($"{kills}: {victim} at change {change}, {waiting - Waiting(node)} pages read");
            }

            var last = await node.ProcessAsync("read", "--languages", "eng");
            var readings = node.Read(session => session.Readings.Of(session.Batches.Newest(1)[0].Batch.Id)).Values;
            Assert.That((last.ExitCode, last.Count("failed")), Is.EqualTo((0, 0L)), last.Everything);
            Assert.That(readings.Select(reading => reading.State), Has.Exactly(Pages).EqualTo(ReadingState.Read));
            var store = new PageStore(node.Folder, node.Disk);
            Assert.That(readings.Select(reading => reading.Text is { } text && store.ReadText(text)?.Lines().Any() == true), Is.All.True);
        }
    }

    private static Task<KilledRun> RunAsync(TestNode node, string victim, int change) => victim switch
    {
        "serve" => KilledRun.AtAsync(change, node.Line(["serve", "--urls", "http://127.0.0.1:0"]), [node.Folder.Root]),
        "worker" => KilledRun.WorkerAtAsync(change, node.Line(["read", "--languages", "eng", "--json"]), [node.Folder.Root]),
        _ => KilledRun.AtAsync(change, node.Line(["read", "--languages", "eng", "--json"]), [node.Folder.Root]),
    };

    private static int Waiting(TestNode node) => (int)node.Read(session => session.Readings.CountWaiting());
}
