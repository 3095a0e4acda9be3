using System.Text.Json;
using NUnit.Framework;
using OfficeNode.Host.Commands;
using OfficeNode.Host.Settings;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Scanning;

/// <summary>A stack as an office lays it into the feeder in the morning: the target sheet, then separators and pages.</summary>
[Parallelizable(ParallelScope.Self)]   // a node of its own, and programs that leave a core free
public sealed class TargetSheetTests : OneNodeTests
{
    private protected override Task<TestNode> MakeNodeAsync() => TestNode.CreateAsync("KE", "Office of the Test");

    [Test]
    public async Task Target_sheets_are_graded_and_stand_in_no_document()
    {
        var sheets = await PrintAsync();
        var folder = Lay(sheets.Target, sheets.Separator, Page, Page, sheets.Target, Page);

        var scan = await Node.ProcessAsync("scan", "--rest", "0", "--source", $"folder:{folder}");
        var show = await Node.DoAsync("batch", "show", "B-1");
        var said = await Node.RunPlainAsync("batch", "show", "B-1");
        await Node.DoAsync("batch", "export", "B-1", Node.PathOf("out"));

        Assert.Multiple(() =>
        {
            Assert.That(Target(scan), Is.EqualTo((5, "good", 300.0, 11)), scan.Everything);
            Assert.That(Target(show), Is.EqualTo((5, "good", 300.0, 11)));
            Assert.That(Numbers(show.Json.GetProperty("targets")), Is.EqualTo(new[] { 1, 5 }));
            Assert.That(Numbers(show.Json.GetProperty("separators")), Is.EqualTo(new[] { 2 }));
            Assert.That(Numbers(show.Json.GetProperty("dossiers")[0].GetProperty("documents")[0].GetProperty("pages")), Is.EqualTo(new[] { 3, 4, 6 }));
            Assert.That(show.Json.GetProperty("dossiers").GetArrayLength(), Is.EqualTo(1));
            Assert.That(show.Json.GetProperty("quality").GetProperty("pages").GetInt32(), Is.EqualTo(3));
            Assert.That(said.Output, Does.Contain("Target sheet, page 5: good. 300 x 300 dpi, 11 of 11 greys, 5 line pairs per mm, light 100 % even, 0 streaks."));
            Assert.That(Directory.GetFiles(Node.PathOf("out"), "00?.*").Select(Path.GetFileName).Where(name => name!.EndsWith(".png", StringComparison.Ordinal)), Has.Exactly(6).Items);
        });
    }

    [Test]
    public async Task Target_sheet_is_not_queued_for_reading()
    {
        var folder = Lay((await PrintAsync()).Target);

        await Node.ProcessAsync("scan", "--rest", "0", "--source", $"folder:{folder}");

        Assert.That(Node.Read(session => session.Batches.Newest(1)).Single().Unread, Is.Zero);
    }

    [Test]
    public async Task Office_that_wants_a_target_sheet_each_day_is_reminded_in_the_first_batch()
    {
        var settings = new SettingsStore(Node.Folder, Node.Disk);
        settings.Save(settings.Load() with { DailyTarget = true });

        var first = await Node.ProcessAsync("scan", "--rest", "0", "--source", $"folder:{Lay(Page)}");
        var second = await Node.ProcessAsync("scan", "--rest", "0", "--source", $"folder:{Lay(Page)}");

        Assert.That(new[] { first, second }.Select(scan => scan.Rules.Contains("LOOK-TARGET-MISSING")), Is.EqualTo(new[] { true, false }));
    }

    [TestCase("--blank", "1")]
    [TestCase("--dossier", "P-2026-1", "--document", "APP")]
    public async Task Target_sheet_is_printed_alone(params string[] others)
    {
        var file = Node.PathOf("target.pdf");

        var run = await Node.RunAsync(["separators", "print", "--target", .. others, "--to", file]);

        Assert.That((run.ExitCode, File.Exists(file)), Is.EqualTo((ExitCode.WrongUse, false)));
    }

    /// <summary>Stands for an ordinary page in a stack.</summary>
    private static string Page => "page";

    private async Task<(string Target, string Separator)> PrintAsync()
    {
        await Node.DoAsync("separators", "print", "--target", "--to", Node.PathOf("target.pdf"));
        await Node.DoAsync("separators", "print", "--dossier", "P-2026-17", "--document", "APP", "--to", Node.PathOf("separator.pdf"));
        return (Scanned("target"), Scanned("separator"));
    }

    private string Scanned(string name)
    {
        Tool.Run("pdftoppm", "poppler-utils", "-r", "300", "-gray", "-png", "-singlefile", Node.PathOf(name + ".pdf"), Node.PathOf(name));
        return Node.PathOf(name + ".png");
    }

    /// <summary>Lays the files of a stack into the folder that is scanned from.</summary>
    private string Lay(params IReadOnlyList<string> stack)
    {
        var folder = Directory.CreateDirectory(Node.PathOf("papers")).FullName;
        foreach (var (place, file) in stack.Index())
        {
            var to = Path.Combine(folder, $"page{place + 1}.png");
            if (file == Page)
            {
                File.WriteAllBytes(to, Written(place));
            }
            else
            {
                File.Copy(file, to);
            }
        }

        return folder;
    }

    /// <summary>White paper with a few strokes on it, another one each time.</summary>
    private static byte[] Written(int place)
    {
        const int Side = 600;
        var pixels = Enumerable.Repeat((byte)250, Side * Side * 3).ToArray();
        for (var line = 100; line < 500; line += 30)
        {
            for (var x = 80; x < 500; x += 12 + place % 5)
            {
                pixels.AsSpan(((line + x % 7) * Side + x) * 3, 18).Clear();
            }
        }

        return TinyPng.Write(Side, pixels);
    }

    private static (int Page, string? Verdict, double Dpi, int Steps) Target(ProgramRun run)
    {
        var target = run.Json.GetProperty("target");
        return (target.GetProperty("page").GetInt32(), target.GetProperty("verdict").GetString(), target.GetProperty("dpiAcross").GetDouble(), target.GetProperty("steps").GetInt32());
    }

    private static IEnumerable<int> Numbers(JsonElement array) => array.EnumerateArray().Select(number => number.GetInt32());
}
