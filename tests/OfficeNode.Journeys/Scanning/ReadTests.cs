using NUnit.Framework;
using OfficeNode.Journeys.Faults;
using OfficeNode.Storage.Tables;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Scanning;

/// <summary>What was scanned is read by real Tesseract, whatever happens meanwhile.</summary>
public sealed class ReadTests
{
    private TestNode _node = null!;   // set before the tests

    [SetUp]
    public async Task MakeNode() => _node = await TestNode.CreateAsync();

    [TearDown]
    public void RemoveNode() => _node.Dispose();

    [Test]
    public async Task A_page_is_read_and_exported_as_text_alto_and_pdf()
    {
        await ScanCopiesAsync(1);

        var read = await _node.DoAsync("read", "--languages", "eng");
        var export = await _node.DoAsync("batch", "export", "B-1", _node.PathOf("export"));

        Assert.That((read.Count("read"), read.Count("failed"), export.Count("documents")), Is.EqualTo((1L, 0L, 1L)));
        Assert.That(await File.ReadAllTextAsync(_node.PathOf("export/001.txt")), Does.Contain("The quick brown dog jumped over the"));
        Assert.That(await File.ReadAllTextAsync(_node.PathOf("export/001.alto.xml")), Does.Contain("CONTENT=\"quick\""));
        var pdf = Directory.GetFiles(_node.PathOf("export"), "*.pdf").Single();
        Assert.That(Tool.Run("pdftotext", "poppler-utils", pdf, "-").Output, Does.Contain("quick brown dog"));
    }

    [Test]
    public async Task What_is_read_already_is_not_read_again()
    {
        await ScanCopiesAsync(1);
        await _node.DoAsync("read", "--languages", "eng");

        var again = await _node.DoAsync("read", "--languages", "eng");

        Assert.That(again.Count("pages"), Is.Zero);
    }

    [Test]
    public async Task A_language_that_is_not_installed_leaves_the_pages_waiting_and_names_the_package()
    {
        await ScanCopiesAsync(1);

        var run = await _node.RunPlainAsync("read", "--languages", "xxx");

        Assert.That(run.ExitCode, Is.EqualTo(3), run.Everything);
        Assert.That(run.Messages, Does.Contain("tesseract-ocr-xxx"));
        Assert.That(_node.Read(session => session.Readings.CountWaiting()), Is.EqualTo(1));
    }

    [Test]
    public async Task An_export_replaces_nothing()
    {
        await ScanCopiesAsync(1);
        await _node.DoAsync("batch", "export", "B-1", _node.PathOf("export"));

        var again = await _node.RunPlainAsync("batch", "export", "B-1", _node.PathOf("export"));

        Assert.That(again.ExitCode, Is.EqualTo(3), again.Everything);
    }

    [Test]
    public async Task After_a_kill_at_any_point_the_same_command_reads_every_page_once()
    {
        var random = FaultPoints.Random();
        var points = FaultPoints.Count(daily: 4, promised: 40);
        const int Copies = 8;
        for (var kills = 0; kills < points;)
        {
            using var node = await TestNode.CreateAsync();
            await ScanCopiesAsync(Copies, node);
            for (var ended = false; !ended && kills < points;)
            {
                // A page read changes the register and the derivatives some ten times.
                var killed = await KilledRun.AtAsync(random.Next(1, 10 * Copies), node.Line(["read", "--languages", "eng", "--json"]), [node.Folder.Root]);
                kills += killed.WasKilled ? 1 : 0;
                ended = !killed.WasKilled;
            }

            var last = await node.ProcessAsync("read", "--languages", "eng");

            Assert.That(last.ExitCode, Is.Zero, last.Everything);
            var readings = node.Read(session => session.Readings.Of(session.Batches.Newest(1)[0].Batch.Id)).Values;
            Assert.That(readings.Select(reading => reading.State), Has.Exactly(Copies).EqualTo(ReadingState.Read));
            NodeInvariants.Check(node);
        }
    }

    private Task ScanCopiesAsync(int count) => ScanCopiesAsync(count, _node);

    private static async Task ScanCopiesAsync(int count, TestNode node)
    {
        var page = SharedMaterial.Require("samples/ocr-gt/tesseract-test/phototest.tif");
        var folder = Directory.CreateDirectory(node.PathOf("papers")).FullName;
        for (var copy = 1; copy <= count; copy++)
        {
            File.Copy(page, Path.Combine(folder, FormattableString.Invariant($"{copy}.tif")));
        }

        await node.DoAsync("scan", "--rest", "0", "--source", $"folder:{folder}");
    }
}
