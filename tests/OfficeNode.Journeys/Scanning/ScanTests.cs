using System.Globalization;
using System.Text.Json;
using NUnit.Framework;
using OfficeNode.Host.Commands;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Scanning;

/// <summary>From a folder of files to a batch that people can put in order.</summary>
[Parallelizable(ParallelScope.Self)]   // a node of its own, and programs that leave a core free
public sealed class ScanTests : OneNodeTests
{
    [Test]
    public async Task Files_become_pages_in_the_order_people_count_in()
    {
        var folder = Papers.Lay(Node, 12);

        var scan = await ScanAsync(folder);

        Assert.That((scan.ExitCode, scan.Count("pages")), Is.EqualTo((0, 12L)), scan.Everything);
        var batch = scan.Json.GetProperty("batch").GetString() ?? "";
        Assert.That(Files(await Node.DoAsync("batch", "show", batch)), Is.EqualTo(Papers.Names(12)));
        Assert.That(Directory.GetFiles(folder), Is.Empty);
    }

    [Test]
    public async Task A_file_that_is_no_page_is_put_aside_with_a_reason_and_its_neighbours_go_through()
    {
        var folder = Papers.Lay(Node, 3);
        await File.WriteAllTextAsync(Path.Combine(folder, "page2.png"), "no picture");

        var scan = await ScanAsync(folder);

        Assert.That((scan.ExitCode, scan.Count("pages"), scan.Count("refused")), Is.EqualTo((1, 2L, 1L)), scan.Everything);
        var error = scan.Findings.Single(finding => finding.GetProperty("severity").GetString() == "error");
        Assert.That(error.GetProperty("file").GetString(), Is.EqualTo("page2.png"));
        Assert.That(File.Exists(Path.Combine(folder, "refused", "page2.png")), Is.True);
    }

    [Test]
    public async Task A_second_scan_is_another_batch_unless_it_goes_into_the_first()
    {
        var folder = Papers.Lay(Node, 2);
        await ScanAsync(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, "late.png"), Papers.Picture(50));
        var second = await ScanAsync(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, "later.png"), Papers.Picture(51));

        var into = await ScanAsync(folder, "--into", "B-1");

        Assert.That(second.Json.GetProperty("batch").GetString(), Is.EqualTo("B-2"));
        Assert.That(Files(await Node.DoAsync("batch", "show", "B-1")), Is.EqualTo(new[] { "page1.png", "page2.png", "later.png" }));
        Assert.That(into.Count("pages"), Is.EqualTo(1));
    }

    [Test]
    [Platform("Linux")]
    public async Task A_scanner_that_stopped_goes_on_with_the_next_sheet_and_says_which()
    {
        var source = Papers.LayForScanner(Node, 4);
        var third = Path.Combine(Node.PathOf("glass"), "3.pgm");
        File.Move(third, third + ".away");

        var stopped = await Node.RunAsync("scan", "--source", source);
        var shown = await Node.RunAsync("batch", "show", "B-1");
        File.Move(third + ".away", third);
        var after = await Node.RunPlainAsync("scan", "--source", source, "--into", "B-1");

        Assert.That((stopped.ExitCode, stopped.Count("pages"), stopped.Json.GetProperty("nextSheet").GetInt32()), Is.EqualTo((3, 2L, 3)), stopped.Everything);
        Assert.That(stopped.Findings.Single(finding => finding.GetProperty("severity").GetString() == "error").GetProperty("path").GetString(), Is.EqualTo("pnm:0"));
        Assert.That(shown.Json.GetProperty("nextSheet").GetInt32(), Is.EqualTo(3));
        Assert.That(after.ExitCode, Is.Zero, after.Everything);
        Assert.That(after.Messages, Does.StartWith("B-1 goes on with sheet 3: "));
        Assert.That(Node.Read(session => session.Batches.Pages(session.Batches.Newest(1)[0].Batch.Id)).Select(page => (page.Sheet, page.Facts.Width)),
            Is.EqualTo(Enumerable.Range(1, 4).Select(sheet => (sheet, Papers.WidthOf(sheet)))));
    }

    [Test]
    [Platform("Linux")]
    public async Task A_sheet_that_another_scan_left_in_the_spool_is_entered_first_and_stands_for_none_of_the_new_ones()
    {
        var source = Papers.LayForScanner(Node, 2);
        var glass = Node.PathOf("glass");
        await Node.DoAsync("scan", "--source", source);
        Tool.Run("convert", "imagemagick", Path.Combine(glass, "1.pgm"), "-resize", "77x16!", Path.Combine(Node.Folder.Spool, "B-1", "simplex-000003.tif"));

        await Node.DoAsync("scan", "--into", "B-1", "--source", "sane:pnm:0?filename=" + Uri.EscapeDataString(Path.Combine(glass, "2.pgm")));

        Assert.That(Node.Read(session => session.Batches.Pages(session.Batches.Newest(1)[0].Batch.Id)).Select(page => (page.Sheet, page.Facts.Width)),
            Is.EqualTo(new[] { (1, Papers.WidthOf(1)), (2, Papers.WidthOf(2)), (3, 77), (4, Papers.WidthOf(2)) }));
    }

    [Test]
    public async Task A_file_put_back_becomes_no_page_again_and_says_so()
    {
        var folder = Papers.Lay(Node, 1);
        await ScanAsync(folder);
        File.Move(Path.Combine(folder, "taken", "page1.png"), Path.Combine(folder, "page1.png"));

        var again = await ScanAsync(folder);

        var finding = again.Findings.Single();
        Assert.That((again.Count("pages"), finding.GetProperty("rule").GetString(), finding.GetProperty("found").GetString()), Is.EqualTo((0L, "BATCH-FILE-KNOWN", "B-1 1")));
    }

    [Test]
    public async Task Another_picture_under_the_same_name_time_and_length_is_another_page()
    {
        var folder = Papers.Lay(Node, 1);
        var (file, time) = (Path.Combine(folder, "page1.png"), new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        File.SetLastWriteTimeUtc(file, time);
        await ScanAsync(folder);
        await File.WriteAllBytesAsync(file, Papers.Picture(77));
        File.SetLastWriteTimeUtc(file, time);

        var scan = await ScanAsync(folder);

        Assert.That(scan.Count("pages"), Is.EqualTo(1), scan.Everything);
    }

    [Test]
    public async Task A_folder_is_the_same_source_however_it_is_spelt()
    {
        var folder = Papers.Lay(Node, 1);

        var scan = await ScanAsync(folder + Path.DirectorySeparatorChar);

        Assert.That(Node.Read(session => session.Batches.Newest(1)[0].Batch.Source), Is.EqualTo($"folder:{folder}"), scan.Everything);
    }

    [Test]
    public async Task The_same_bytes_again_are_another_page()
    {
        var folder = Papers.Lay(Node, 1);
        await File.WriteAllBytesAsync(Path.Combine(folder, "again.png"), await File.ReadAllBytesAsync(Path.Combine(folder, "page1.png")));

        var scan = await ScanAsync(folder);

        Assert.That(scan.Count("pages"), Is.EqualTo(2));
        Assert.That(Directory.GetFiles(Node.Folder.Masters, "*.png", SearchOption.AllDirectories), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task People_put_a_batch_in_order_and_take_it_back()
    {
        await ScanAsync(Papers.Lay(Node, 6));

        await Node.DoAsync("batch", "move", "B-1", "--pages", "5-6", "--before", "1");
        await Node.DoAsync("batch", "replace", "B-1", "--page", "2", "--by", "4");
        await Node.DoAsync("batch", "rotate", "B-1", "--pages", "1", "--right", "90");
        await Node.DoAsync("batch", "split", "B-1", "--page", "3", "--code", "OFN1-XX-P-2026-17-APP");
        var ordered = await Node.DoAsync("batch", "show", "B-1");
        await Node.DoAsync("batch", "undo", "B-1");
        await Node.DoAsync("batch", "undo", "B-1");
        await Node.DoAsync("batch", "undo", "B-1");

        Assert.That(Numbers(ordered), Is.EqualTo(new[] { 5, 6, 1, 4, 3 }));
        Assert.That(ordered.Json.GetProperty("dossiers")[1].GetProperty("dossier").GetString(), Is.EqualTo("P-2026-17"));
        Assert.That(Numbers(await Node.DoAsync("batch", "show", "B-1")), Is.EqualTo(new[] { 5, 6, 1, 2, 3, 4 }));
    }

    [Test]
    public async Task Pages_that_are_scanned_later_leave_the_order_of_the_others_alone()
    {
        var folder = Papers.Lay(Node, 6);
        await ScanAsync(folder);
        await Node.DoAsync("batch", "move", "B-1", "--pages", "2");
        await Node.DoAsync("batch", "interleave", "B-1", "--first", "1", "--last", "2");
        await File.WriteAllBytesAsync(Path.Combine(folder, "late.png"), Papers.Picture(50));

        await ScanAsync(folder, "--into", "B-1");

        Assert.That(Numbers(await Node.DoAsync("batch", "show", "B-1")), Is.EqualTo(new[] { 1, 5, 3, 6, 4, 2, 7 }));
    }

    [Test]
    public async Task What_people_did_is_told_with_all_they_said()
    {
        await ScanAsync(Papers.Lay(Node, 4));
        await Node.DoAsync("batch", "move", "B-1", "--pages", "1-2");
        await Node.DoAsync("batch", "rotate", "B-1", "--pages", "3", "--right", "90");
        await Node.DoAsync("batch", "split", "B-1", "--page", "4", "--code", "OFN1-XX-P-2026-17-APP");
        await Node.DoAsync("batch", "undo", "B-1");

        var edits = (await Node.DoAsync("batch", "show", "B-1")).Json.GetProperty("edits").EnumerateArray().ToList();
        var said = await Node.RunPlainAsync("batch", "show", "B-1");

        Assert.That(edits.Select(edit => edit.GetProperty("edit").GetString()), Is.EqualTo(new[] { "move", "rotate", "split" }));
        Assert.That((Pages(edits[0]), edits[0].GetProperty("after").GetInt32(), edits[1].GetProperty("quarters").GetInt32()), Is.EqualTo(("1 2", 4, 1)));
        Assert.That((edits[2].GetProperty("code").GetString(), edits[2].GetProperty("undone").GetBoolean()), Is.EqualTo(("OFN1-XX-P-2026-17-APP", true)));
        Assert.That(said.Output, Does.Contain("pages 1-2 moved behind page 4").And.Contain("page 3 turned to the right by 90 degrees").And.Contain("begins at page 4 (taken back)"));
    }

    [Test]
    public async Task A_code_of_another_office_is_refused_with_the_one_expected()
    {
        await ScanAsync(Papers.Lay(Node, 1));

        var run = await Node.RunPlainAsync("batch", "split", "B-1", "--page", "1", "--code", "OFN1-YY-P-2026-17-APP");

        Assert.That((run.ExitCode, run.Messages.Trim()), Is.EqualTo((ExitCode.WrongUse, "B-1 cannot be changed so: expected a code of office XX (not YY).")));
    }

    [Test]
    public async Task What_is_wrong_with_pictures_is_told_of_each_page()
    {
        var folder = Papers.Lay(Node, 1);
        foreach (var place in new[] { 2, 3, 5 })
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, FormattableString.Invariant($"page{place}.png")), Grey(place));
        }

        await ScanAsync(folder);
        var show = (await Node.DoAsync("batch", "show", "B-1")).Json;
        var said = await Node.RunPlainAsync("batch", "show", "B-1");

        var page = show.GetProperty("pages")[1];
        Assert.That(page.GetProperty("quality").GetProperty("paper").GetDouble(), Is.EqualTo(102).Within(1));
        Assert.That(page.GetProperty("remarks").EnumerateArray().Select(remark => remark.GetProperty("rule").GetString()), Does.Contain("LOOK-TOO-DARK"));
        var dark = show.GetProperty("quality").GetProperty("remarks").EnumerateArray().Single(remark => remark.GetProperty("rule").GetString() == "LOOK-TOO-DARK");
        var numbers = dark.GetProperty("numbers").EnumerateArray().Select(number => number.GetInt32());
        Assert.That(numbers, Is.SupersetOf(new[] { 2, 3, 4 }));
        Assert.That(said.Output, Does.Match(@"too dark \(pages \d"));
    }

    // Full in the middle of the first master, and in that of the document, which is written last.
    [TestCase(true)]
    [TestCase(false)]
    public async Task An_export_that_fails_leaves_no_file_cut_short(bool atFirst)
    {
        await ScanAsync(Papers.Lay(Node, 2));
        await Node.DoAsync("batch", "export", "B-1", Node.PathOf("whole"));
        var whole = Contents(Node.PathOf("whole"));

        Node.Disk = FailingDisk.FullAfter(Node.Disk, atFirst ? 100 : whole.Sum(file => file.Value.Length) - 10);
        var run = await Node.RunPlainAsync("batch", "export", "B-1", Node.PathOf("full"));

        var left = Contents(Node.PathOf("full"));
        Assert.That((run.ExitCode, left.Count), Is.EqualTo((ExitCode.Environment, atFirst ? 0 : whole.Count - 1)), run.Everything);
        Assert.That(left, Is.SubsetOf(whole));
    }

    [TestCase("batch", "show", "B-9")]
    [TestCase("batch", "move", "B-1", "--pages", "9")]
    [TestCase("batch", "move", "B-1", "--pages", "two")]
    [TestCase("batch", "rotate", "B-1", "--pages", "1", "--right", "45")]
    [TestCase("batch", "split", "B-1", "--page", "1", "--code", "P-2026-17")]
    [TestCase("scan", "--source", "fax:1")]
    [TestCase("scan", "--source", "folder:/nowhere", "--into", "B-7")]
    public async Task What_cannot_be_done_is_wrong_use_and_changes_nothing(params string[] line)
    {
        await ScanAsync(Papers.Lay(Node, 2));

        var run = await Node.RunPlainAsync(line);

        Assert.That(run.ExitCode, Is.EqualTo(2), run.Everything);
        Assert.That(Numbers(await Node.DoAsync("batch", "show", "B-1")), Is.EqualTo(new[] { 1, 2 }));
    }

    private Task<ProgramRun> ScanAsync(string folder, params IReadOnlyList<string> more) => Node.ProcessAsync(["scan", "--rest", "0", "--source", $"folder:{folder}", .. more]);

    private static IEnumerable<string?> Files(ProgramRun show) => show.Json.GetProperty("pages").EnumerateArray().Select(page => page.GetProperty("file").GetString());

    private static IEnumerable<int> Numbers(ProgramRun show) => show.Json.GetProperty("pages").EnumerateArray().Select(page => page.GetProperty("n").GetInt32());

    private static string Pages(JsonElement edit) => string.Join(' ', edit.GetProperty("pages").EnumerateArray().Select(page => page.GetInt32().ToString(CultureInfo.InvariantCulture)));

    /// <summary>Dark paper without anything on it, of another width each time.</summary>
    private static byte[] Grey(int place) => TinyPng.Write(300 + place, Enumerable.Repeat((byte)102, (300 + place) * (300 + place) * 3).ToArray());

    /// <summary>The files of a folder by name, their bytes as text so that they compare.</summary>
    private static Dictionary<string, string> Contents(string folder) =>
        Directory.GetFiles(folder).ToDictionary(file => Path.GetFileName(file), file => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file)));
}
