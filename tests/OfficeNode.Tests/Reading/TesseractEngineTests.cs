using NUnit.Framework;
using OfficeNode.Capture;
using OfficeNode.Capture.Reading;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.TestKit;
using OfficeNode.Tests.Capture;

namespace OfficeNode.Tests.Reading;

[Parallelizable(ParallelScope.Self)]   // workers of its own, one of which leaves a core free
public sealed class TesseractEngineTests
{
    [TestCaseSource(typeof(PrintedTexts), nameof(PrintedTexts.Languages))]
    public async Task Letters_come_in_the_order_in_which_they_are_read(string language)
    {
        await using var bench = new ReadingBench();
        var path = bench.Print("page.png", PrintedTexts.ByLanguage[language]);

        var page = await bench.TextAsync(path, language);

        Assert.That(CharacterErrors.Of(PrintedTexts.ByLanguage[language], PlainText.Of(page)).Rate, Is.LessThan(0.03), PlainText.Of(page));
        Assert.That(page.Lines().Select(line => line.RightToLeft), Is.All.EqualTo(language == "ara"));
    }

    [TestCase(0)]
    [TestCase(90)]
    [TestCase(180)]
    [TestCase(270)]
    public async Task A_page_that_lies_wrongly_is_turned_before_it_is_read(int degrees)
    {
        await using var bench = new ReadingBench();
        var path = bench.Print("page.png", PrintedTexts.English, degrees);

        var page = await bench.TextAsync(path, "eng");

        Assert.That(page.Turns, Is.EqualTo((360 - degrees) % 360 / 90));
        Assert.That(page.Width, Is.GreaterThan(page.Height));
        Assert.That(CharacterErrors.Of(PrintedTexts.English, PlainText.Of(page)).Rate, Is.LessThan(0.03), PlainText.Of(page));
    }

    [Test]
    public async Task A_page_of_a_script_without_capitals_is_turned_as_well()
    {
        await using var bench = new ReadingBench();
        var path = bench.Print("page.png", PrintedTexts.ByLanguage["ara"], 180);

        var page = await bench.TextAsync(path, "ara");

        Assert.That(page.Turns, Is.EqualTo(2));
    }

    [Test]
    public async Task Turns_that_are_told_are_believed()
    {
        await using var bench = new ReadingBench();
        var path = bench.Print("page.png", PrintedTexts.English, 180);

        var page = await bench.Engine.ReadAsync(path, 0, new ReadOrder { Languages = ["eng"], Turns = 2 }, CancellationToken.None);

        Assert.That(page.Text?.Turns, Is.EqualTo(2));
        Assert.That(PlainText.Of(page.Text!), Does.Contain("every page"));
    }

    [TestCase(-4.0)]
    [TestCase(2.5)]
    public async Task The_lean_is_taken_out_and_boxes_stand_where_the_words_lean(double degrees)
    {
        await using var bench = new ReadingBench();
        var path = bench.Print("page.png", PrintedTexts.English, degrees);

        var page = await bench.TextAsync(path, "eng");

        Assert.That(page.Skew, Is.EqualTo(degrees).Within(0.3));
        var line = page.Lines().First(words => words.Words.Count > 4);
        var (first, last) = (line.Words[0].Box, line.Words[^1].Box);
        var slope = Math.Atan2(last.Bottom - first.Bottom, last.X - first.X) * 180 / Math.PI;
        Assert.That(slope, Is.EqualTo(degrees).Within(1));
    }

    [Test]
    public async Task Boxes_are_those_of_the_upright_page_when_it_stood_on_its_head()
    {
        await using var bench = new ReadingBench();
        var upright = bench.Print("upright.png", PrintedTexts.English);
        var turned = bench.Print("turned.png", PrintedTexts.English, 180);

        var expected = (await bench.TextAsync(upright, "eng")).Lines().First().Words[0].Box;
        var found = (await bench.TextAsync(turned, "eng")).Lines().First().Words[0].Box;

        Assert.That((found.X, found.Y), Is.EqualTo((expected.X, expected.Y)).Using<(int X, int Y)>((a, b) => Math.Abs(a.X - b.X) < 8 && Math.Abs(a.Y - b.Y) < 8));
    }

    [Test]
    public async Task The_same_page_reads_the_same_whatever_came_before_it()
    {
        await using var bench = new ReadingBench();
        var page = bench.Print("page.png", PrintedTexts.English);
        var other = bench.Print("other.png", PrintedTexts.ByLanguage["fra"]);

        var first = PlainText.Of(await bench.TextAsync(page, "eng"));
        await bench.TextAsync(other, "eng");
        await bench.TextAsync(other, "fra", "eng");

        Assert.That(PlainText.Of(await bench.TextAsync(page, "eng")), Is.EqualTo(first));
    }

    [Test]
    public async Task An_empty_page_has_no_words_and_no_findings()
    {
        await using var bench = new ReadingBench();
        await File.WriteAllBytesAsync(bench.PathOf("empty.jpg"), TestImages.Jpeg(2480, 3508));

        var page = await bench.ReadAsync(bench.PathOf("empty.jpg"), "eng");

        Assert.That(page.Text?.Blocks, Is.Empty);
        Assert.That(page.Findings, Is.Empty);
    }

    [Test]
    public async Task A_page_that_ends_its_worker_twice_is_skipped_and_the_next_is_read()
    {
        await using var bench = new ReadingBench();
        var crash = bench.Print("crash.png", "Fault");
        var good = bench.Print("good.png", PrintedTexts.English);

        var results = await Task.WhenAll(bench.ReadAsync(crash, "eng"), bench.ReadAsync(good, "eng"));

        Assert.That(results[0].Text, Is.Null);
        Assert.That(results[0].Findings.Select(finding => finding.Rule), Is.EqualTo(new[] { ReadingFindings.Crashed }));
        Assert.That(results[1].Text, Is.Not.Null);
    }

    [Test]
    public async Task A_page_that_ends_its_worker_once_is_read_in_a_fresh_one()
    {
        await using var bench = new ReadingBench();
        var path = bench.Print("crash-once.png", PrintedTexts.English);

        var page = await bench.TextAsync(path, "eng");

        Assert.That(PlainText.Of(page), Does.Contain("every page"));
    }

    [Test]
    public async Task A_page_that_takes_too_long_twice_is_skipped()
    {
        var time = new ManualTime();
        await using var bench = new ReadingBench(time);
        var path = bench.Print("hang.png", "Fault");

        var page = await OutlastAsync(bench, time, path);

        Assert.That(page.Findings.Select(finding => finding.Rule), Is.EqualTo(new[] { ReadingFindings.TimedOut }));
    }

    [Test]
    public async Task A_worker_killed_from_outside_costs_no_page()
    {
        await using var bench = new ReadingBench();
        var path = bench.Print("page.png", PrintedTexts.English);
        await bench.TextAsync(path, "eng");
        foreach (var id in bench.Pool.ProcessIds)
        {
            ProcessTree.Kill(id);
        }

        var page = await bench.TextAsync(path, "eng");

        Assert.That(PlainText.Of(page), Does.Contain("every page"));
    }

    [Test]
    public async Task A_language_that_is_not_installed_names_its_package()
    {
        await using var bench = new ReadingBench();
        var path = bench.Print("page.png", PrintedTexts.English);

        var missing = await Assert.ThrowsAsync<ImageWorkerException>(() => bench.ReadAsync(path, "eng", "xxx"));

        Assert.That(missing!.Fault, Is.EqualTo(ImageWorkerFault.LanguageMissing));
        Assert.That(missing.Hint, Does.Contain("xxx"));
    }

    [Test]
    public async Task A_master_that_cannot_be_opened_is_the_disks_fault_and_no_finding_on_the_page()
    {
        await using var bench = new ReadingBench();

        var fault = await Assert.ThrowsAsync<StorageException>(() => bench.ReadAsync(bench.PathOf("away.png"), "eng"));

        Assert.That((fault!.Fault, fault.Path), Is.EqualTo((StorageFault.Missing, bench.PathOf("away.png"))));
    }

    [Test]
    public async Task A_master_that_goes_away_while_it_is_read_is_the_disks_fault()
    {
        var time = new ManualTime();
        await using var bench = new ReadingBench(time);
        var path = bench.Print("hang.png", "Fault");

        var fault = await Assert.ThrowsAsync<StorageException>(() => OutlastAsync(bench, time, path, () => File.Delete(path)));

        Assert.That(fault!.Fault, Is.EqualTo(StorageFault.Missing));
    }

    [TestCase("../eng")]
    [TestCase("")]
    [TestCase("eng\n")]
    public async Task A_name_that_can_be_no_language_never_reaches_the_worker(string language)
    {
        await using var bench = new ReadingBench();

        await Assert.ThrowsAsync<ArgumentException>(() => bench.ReadAsync(bench.PathOf("page.png"), language));
        Assert.That(bench.Pool.ProcessIds, Is.Empty);
    }

    [Test]
    public async Task Hostile_files_are_read_or_refused_with_a_reason()
    {
        await using var bench = new ReadingBench();
        var files = Directory.GetFiles(SharedMaterial.Require("samples/image-torture"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var step = FaultPoints.IsLong ? 1 : Math.Max(1, files.Count / 20);

        foreach (var file in files.Where((_, i) => i % step == 0))
        {
            var page = await bench.ReadAsync(file, "eng");

            Assert.That(page.Text is not null || page.Findings.Any(finding => finding.Severity == Severity.Error), file);
        }
    }

    /// <summary>Reads a page that keeps its worker for ever, and lets the time of both tries run out.</summary>
    /// <param name="meanwhile">Done while the first try is under way.</param>
    private static async Task<ReadPage> OutlastAsync(ReadingBench bench, ManualTime time, string path, Action? meanwhile = null)
    {
        var first = time.TimerSet(ReadingBench.JobTime);
        var reading = bench.ReadAsync(path, "eng");
        await first;
        meanwhile?.Invoke();
        var second = time.TimerSet(ReadingBench.JobTime);
        time.Advance(ReadingBench.JobTime);
        await second;
        time.Advance(ReadingBench.JobTime);
        return await reading;
    }
}
