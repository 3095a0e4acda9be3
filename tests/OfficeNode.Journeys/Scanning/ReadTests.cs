using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Scanning;

/// <summary>What was scanned is read by real Tesseract, whatever happens meanwhile.</summary>
[Parallelizable(ParallelScope.Self)]   // a node of its own, and programs that leave a core free
public sealed class ReadTests : OneNodeTests
{
    private const string OneLine = "samples/ocr-gt/ocrd-lines/heine_lieder_1827_0198_005.tif";

    [Test]
    public async Task A_page_is_read_and_exported_as_text_alto_and_pdf()
    {
        await ScanCopiesAsync(1);

        var read = await Node.DoAsync("read", "--languages", "eng");
        var export = await Node.DoAsync("batch", "export", "B-1", Node.PathOf("export"));

        Assert.That((read.Count("read"), read.Count("failed"), export.Count("documents")), Is.EqualTo((1L, 0L, 1L)));
        Assert.That(await File.ReadAllTextAsync(Node.PathOf("export/001.txt")), Does.Contain("The quick brown dog jumped over the"));
        Assert.That(await File.ReadAllTextAsync(Node.PathOf("export/001.alto.xml")), Does.Contain("CONTENT=\"quick\""));
        var pdf = Directory.GetFiles(Node.PathOf("export"), "*.pdf").Single();
        Assert.That(Tool.Run("pdftotext", "poppler-utils", pdf, "-").Output, Does.Contain("quick brown dog"));
    }

    [Test]
    public async Task What_is_read_already_is_not_read_again()
    {
        await ScanCopiesAsync(1);
        await Node.DoAsync("read", "--languages", "eng");

        var again = await Node.DoAsync("read", "--languages", "eng");

        Assert.That(again.Count("pages"), Is.Zero);
    }

    [Test]
    public async Task A_language_that_is_not_installed_leaves_the_pages_waiting_and_names_the_package()
    {
        await ScanCopiesAsync(1);

        var run = await Node.RunPlainAsync("read", "--languages", "xxx");

        Assert.That(run.ExitCode, Is.EqualTo(3), run.Everything);
        Assert.That(run.Messages, Does.Contain("tesseract-ocr-xxx"));
        Assert.That(Node.Read(session => session.Readings.CountWaiting()), Is.EqualTo(1));
    }

    [TestCase("en")]
    [TestCase("eng,../fra")]
    public async Task A_name_that_can_be_no_language_is_wrong_use(string languages)
    {
        await ScanCopiesAsync(1);

        var run = await Node.RunPlainAsync("read", "--languages", languages);

        Assert.That(run.ExitCode, Is.EqualTo(2), run.Everything);
        Assert.That(run.Messages, Does.Contain("--languages").And.Contain("for example eng").And.Not.Contain("   at OfficeNode"));
    }

    [Test]
    public async Task A_page_whose_master_is_gone_goes_on_waiting_and_its_neighbour_is_read()
    {
        await ScanTwoAsync();
        var (master, away) = (MasterOf(1), Node.PathOf("away"));
        File.Move(master, away);

        var without = await Node.RunAsync("read", "--languages", "eng");
        var meanwhile = Node.Read(session => session.Readings.Counts());
        File.Move(away, master);
        var with = await Node.DoAsync("read", "--languages", "eng");

        Assert.That((without.ExitCode, without.Count("read"), without.Count("failed"), without.Count("waiting")), Is.EqualTo((3, 1L, 0L, 1L)), without.Everything);
        Assert.That(without.Messages, Does.Contain(master));
        Assert.That((meanwhile, with.Count("read")), Is.EqualTo((new ReadingCounts(1, 0), 1L)));
    }

    [Test]
    public async Task A_page_whose_master_is_gone_waits_behind_those_that_come_later()
    {
        await ScanTwoAsync();
        File.Move(MasterOf(1), Node.PathOf("away"));
        await Node.RunAsync("read", "--languages", "eng");

        await Papers.ScanCopiesAsync(Node, SharedMaterial.Require(OneLine), 1);

        var waiting = Node.Read(session => session.Readings.Waiting(2, []));
        Assert.That(waiting.Select(page => page.Batch.Value), Is.EqualTo(new[] { "B-2", "B-1" }));
    }

    [Test]
    public async Task Pages_wait_while_the_disk_of_the_masters_is_away()
    {
        await ScanTwoAsync();
        var away = Node.PathOf("away");
        Directory.Move(Node.Folder.Masters, away);

        var without = await Node.RunAsync("read", "--languages", "eng", "--workers", "1");
        Directory.Move(away, Node.Folder.Masters);
        var with = await Node.DoAsync("read", "--languages", "eng");

        Assert.That((without.ExitCode, without.Count("pages"), without.Count("waiting")), Is.EqualTo((3, 0L, 2L)), without.Everything);
        Assert.That(with.Count("read"), Is.EqualTo(2));
    }

    [Test]
    public async Task An_export_replaces_nothing()
    {
        await ScanCopiesAsync(1);
        await Node.DoAsync("batch", "export", "B-1", Node.PathOf("export"));

        var again = await Node.RunPlainAsync("batch", "export", "B-1", Node.PathOf("export"));

        Assert.That(again.ExitCode, Is.EqualTo(3), again.Everything);
    }

    [Test]
    public async Task A_page_that_a_person_turns_is_read_again_as_it_stands_then()
    {
        await ScanCopiesAsync(1);
        await Node.DoAsync("read", "--languages", "eng");

        await Node.DoAsync("batch", "rotate", "B-1", "--pages", "1", "--right", "180");
        var turned = await Node.DoAsync("read", "--languages", "eng");
        var text = TextOf(1);
        await Node.DoAsync("batch", "undo", "B-1");
        await Node.DoAsync("read", "--languages", "eng");

        Assert.That((turned.Count("read"), text?.Turns), Is.EqualTo((1L, 2)));
        Assert.That((TextOf(1)?.Turns, TextOf(1)?.Lines().First().Text()), Is.EqualTo((0, "This is a lot of 12 point text to test the")));
    }

    [Test]
    public async Task A_page_that_is_not_blank_after_all_is_read()
    {
        await ScanCopiesAsync(1);
        await Node.DoAsync("read", "--languages", "eng");
        await Node.DoAsync("batch", "blank", "B-1", "--pages", "1");

        await Node.DoAsync("batch", "blank", "B-1", "--pages", "1", "--not");

        Assert.That((await Node.DoAsync("read", "--languages", "eng")).Count("pages"), Is.Zero, "It was read before.");
    }

    [TestCase("merge")]
    [TestCase("split")]
    public async Task A_separator_sheet_that_a_person_makes_an_ordinary_page_is_read(string edit)
    {
        await ScanSeparatorAsync();
        var before = await Node.DoAsync("read", "--languages", "eng");

        await Node.DoAsync("batch", edit, "B-1", "--page", "1");
        var after = await Node.DoAsync("read", "--languages", "eng");

        Assert.That((before.Count("pages"), after.Count("read"), TextOf(1)?.Lines().Any()), Is.EqualTo((0L, 1L, true)));
    }

    [Test]
    public async Task A_separator_sheet_that_undoing_makes_an_ordinary_page_is_queued()
    {
        await ScanSeparatorAsync();
        using (var register = Register.Open(Node.Folder, Node.Time))
        {
            // As a program kept them that read no such page.
            register.Write(new Deed("clerk", "batch edit", "B-1"), session =>
            {
                session.Batches.Keep(new BatchId(1), new SplitBatch(1, null), "clerk");
                session.Batches.Keep(new BatchId(1), new MergeBatch(1), "clerk");
            });
        }

        await Node.DoAsync("batch", "undo", "B-1");

        Assert.That(Node.Read(session => session.Readings.CountWaiting()), Is.EqualTo(1));
    }

    [Test]
    public async Task A_page_that_could_not_be_read_is_shown_with_the_reason()
    {
        await ScanCopiesAsync(1);
        await File.WriteAllTextAsync(Directory.GetFiles(Node.Folder.Masters, "*.tif", SearchOption.AllDirectories).Single(), "no picture any more");
        await Node.RunAsync("read", "--languages", "eng");

        var show = (await Node.RunAsync("batch", "show", "B-1")).Json;
        var said = await Node.RunPlainAsync("batch", "show", "B-1");

        var page = show.GetProperty("pages")[0];
        Assert.That((page.GetProperty("reading").GetString(), show.GetProperty("failed")[0].GetInt32()), Is.EqualTo(("failed", 1)));
        var reason = page.GetProperty("readingFindings")[0];
        Assert.That(said.Output, Does.Contain($"Page 1 could not be read. {reason.GetProperty("message").GetString()}").And.Contain($"    {reason.GetProperty("hint").GetString()}"));
    }

    [Test]
    public async Task The_frame_in_which_boxes_lie_is_shown_with_each_page_that_was_read()
    {
        await ScanCopiesAsync(1);
        var unread = (await Node.DoAsync("batch", "show", "B-1")).Json.GetProperty("pages")[0];
        await Node.DoAsync("batch", "rotate", "B-1", "--pages", "1", "--right", "90");
        await Node.DoAsync("read", "--languages", "eng");

        var upright = (await Node.DoAsync("batch", "show", "B-1")).Json.GetProperty("pages")[0].GetProperty("upright");

        var (text, facts) = (TextOf(1), Node.Read(session => session.Batches.Pages(new BatchId(1)))[0].Facts);
        Assert.That((upright.GetProperty("turns").GetInt32(), upright.GetProperty("width").GetInt32(), upright.GetProperty("height").GetInt32()), Is.EqualTo((1, facts.Height, facts.Width)));
        Assert.That(upright.GetProperty("skew").GetDouble(), Is.EqualTo(text?.Skew).Within(0.01));
        Assert.That(unread.TryGetProperty("upright", out _), Is.False);
    }

    [Test]
    public async Task Old_paper_waits_unless_somebody_needs_it()
    {
        await ScanCopiesAsync(2, "--back-file");

        var hurried = await Node.DoAsync("batch", "hurry", "B-1");

        Assert.That((hurried.Count("pages"), (await Node.DoAsync("batch", "hurry", "B-1")).Count("pages")), Is.EqualTo((2L, 0L)));
    }

    [Test]
    public async Task A_text_whose_file_is_gone_is_read_again()
    {
        await ScanCopiesAsync(1);
        await Node.DoAsync("read", "--languages", "eng");
        foreach (var file in Directory.GetFiles(Node.Folder.Derived, "*.text.json.gz"))
        {
            File.Delete(file);
        }

        await Node.DoAsync("batch", "export", "B-1", Node.PathOf("without"));
        var again = await Node.DoAsync("read", "--languages", "eng");

        Assert.That((again.Count("read"), TextOf(1)?.Lines().Any()), Is.EqualTo((1L, true)));
    }

    private async Task ScanSeparatorAsync()
    {
        await Node.DoAsync("separators", "print", "--dossier", "P-2026-17", "--document", "APP", "--to", Node.PathOf("separator.pdf"));
        Tool.Run("pdftoppm", "poppler-utils", "-r", "200", "-gray", "-png", "-singlefile", Node.PathOf("separator.pdf"), Node.PathOf("separator"));
        await Papers.ScanCopiesAsync(Node, Node.PathOf("separator.png"), 1);
    }

    private string MasterOf(int number)
    {
        var page = Node.Read(session => session.Batches.Pages(session.Batches.Newest(1)[0].Batch.Id)).Single(page => page.Number == number);
        return Node.Folder.MasterFile(page.Master.Digest, page.Master.Extension);
    }

    /// <summary>Two pages of two masters.</summary>
    private async Task ScanTwoAsync()
    {
        var folder = Directory.CreateDirectory(Node.PathOf("papers")).FullName;
        File.Copy(SharedMaterial.Require("samples/ocr-gt/tesseract-test/phototest.tif"), Path.Combine(folder, "1.tif"));
        File.Copy(SharedMaterial.Require(OneLine), Path.Combine(folder, "2.tif"));
        await Node.DoAsync("scan", "--rest", "0", "--source", $"folder:{folder}");
    }

    private PageText? TextOf(int page) =>
        Node.Read(session => session.Readings.Of(session.Batches.Newest(1)[0].Batch.Id))[page].Text is { } text ? new PageStore(Node.Folder, Node.Disk).ReadText(text) : null;

    private Task ScanCopiesAsync(int count, params string[] more) =>
        Papers.ScanCopiesAsync(Node, SharedMaterial.Require("samples/ocr-gt/tesseract-test/phototest.tif"), count, more);
}
