using NUnit.Framework;
using OfficeNode.Capture;
using OfficeNode.Capture.Looks;
using OfficeNode.Core;
using OfficeNode.Tests.Capture;

namespace OfficeNode.Tests.Looks;

public sealed class PageQualityTests
{
    private LookBench _bench = null!;   // set before each test

    [SetUp]
    public void Open() => _bench = new();

    [TearDown]
    public async Task Close() => await _bench.DisposeAsync();

    [TestCase(-6.5)]
    [TestCase(-0.4)]
    [TestCase(0)]
    [TestCase(2.2)]
    [TestCase(9)]
    public async Task Lean_is_measured_clockwise_in_degrees(double skew)
    {
        var page = new PageDamage { Seed = 1, Skew = skew }.Apply(Written());

        var look = await _bench.LookAsync(page);

        Assert.That(look.Quality.Skew, Is.EqualTo(skew).Within(0.15));
    }

    [Test]
    public async Task Clean_page_gives_no_finding()
    {
        var findings = await JudgeAsync(Written());

        Assert.That(findings, Is.Empty);
    }

    [Test]
    public async Task Streak_of_dust_is_found()
    {
        var findings = await JudgeAsync(Written().Fill(70, 0, 0.2, 298, 90));

        Assert.That(findings, Is.EqualTo(new[] { LookFindings.Streaks }));
    }

    [Test]
    public async Task Specks_are_counted_where_nothing_is_written()
    {
        var look = await _bench.LookAsync(new PageDamage { Seed = 3, Specks = 8, Threshold = 128 }.Apply(Written()));

        Assert.That(look.Quality.Specks, Is.InRange(4.5, 9));
    }

    [Test]
    public async Task Writing_that_runs_out_of_the_frame_is_found()
    {
        var page = PagePicture.Blank();
        Write(page, 0, 120);

        var findings = await JudgeAsync(page);

        Assert.That(findings, Is.EqualTo(new[] { LookFindings.Clipped }));
    }

    [Test]
    public async Task Dark_border_is_no_writing_that_runs_out()
    {
        var findings = await JudgeAsync(Written().Fill(0, 0, 4, 298, 10));

        Assert.That(findings, Is.Empty);
    }

    [Test]
    public async Task Blurred_writing_is_found()
    {
        var page = Written();
        for (var pass = 0; pass < 6; pass++)
        {
            for (var at = 4; at < page.Pixels.Length - 4; at++)
            {
                page.Pixels[at] = (byte)((page.Pixels[at - 4] + page.Pixels[at - 2] + page.Pixels[at] + page.Pixels[at + 2] + page.Pixels[at + 4]) / 5);
            }
        }

        var findings = await JudgeAsync(page);

        Assert.That(findings, Does.Contain(LookFindings.Blurred));
    }

    [Test]
    public async Task Faint_writing_is_found()
    {
        var page = Written();
        for (var i = 0; i < page.Pixels.Length; i++)
        {
            page.Pixels[i] = (byte)(250 - (250 - page.Pixels[i]) / 5);
        }

        var findings = await JudgeAsync(page);

        Assert.That(findings, Is.EqualTo(new[] { LookFindings.TooLight }));
    }

    [Test]
    public async Task Dark_paper_is_found()
    {
        var page = Written();
        for (var i = 0; i < page.Pixels.Length; i++)
        {
            page.Pixels[i] = (byte)(page.Pixels[i] / 2);
        }

        var findings = await JudgeAsync(page);

        Assert.That(findings, Is.EqualTo(new[] { LookFindings.TooDark }));
    }

    [Test]
    public async Task Coarse_scan_is_found_with_the_numbers()
    {
        var page = Written(dpi: 150);
        var look = await _bench.LookAsync(page);

        var finding = QualityCheck.Judge(look, FactsOf(page), new()).Single();

        Assert.That((finding.Rule, finding.Found, finding.Expected), Is.EqualTo((LookFindings.Resolution, "150", "295 dpi or more")));
    }

    [Test]
    public async Task Office_may_set_its_own_thresholds()
    {
        var page = Written(dpi: 150);
        var look = await _bench.LookAsync(page);

        var findings = QualityCheck.Judge(look, FactsOf(page), new() { LeastDpi = 100 });

        Assert.That(findings, Is.Empty);
    }

    [Test]
    public async Task File_that_is_no_image_gives_a_finding_and_no_look()
    {
        var path = _bench.PathOf("page.tif");
        await File.WriteAllBytesAsync(path, "no image"u8.ToArray());

        var looked = await _bench.Looker.LookAsync(path, 0, CancellationToken.None);

        Assert.That((looked.Look, looked.Findings[0].Rule), Is.EqualTo(((PageLook?)null, CaptureFindings.UnknownFormat)));
    }

    [Test]
    public async Task Frame_that_is_not_there_gives_a_finding()
    {
        var path = _bench.PathOf("page.tif");
        await File.WriteAllBytesAsync(path, TestImages.GreyTiff(200, 200));

        var looked = await _bench.Looker.LookAsync(path, 1, CancellationToken.None);

        Assert.That(looked.Findings.Select(finding => finding.Rule), Is.EqualTo(new[] { CaptureFindings.FrameMissing }));
    }

    private async Task<IReadOnlyList<string>> JudgeAsync(PagePicture page) =>
        [.. QualityCheck.Judge(await _bench.LookAsync(page), FactsOf(page), new()).Select(finding => finding.Rule)];

    private static ImageFacts FactsOf(PagePicture page) => ImageHeaderReader.Read(new MemoryStream(page.ToGreyTiff()), null, new()).Frames[0];

    private static PagePicture Written(int dpi = 300)
    {
        var page = PagePicture.Blank(dpi);
        Write(page, 25, 160);
        return page;
    }

    /// <summary>Forty lines of strokes and arcs as high as letters.</summary>
    private static void Write(PagePicture page, double left, double width)
    {
        var random = new Random(7);
        for (var line = 0; line < 40; line++)
        {
            for (var x = left; x < left + width; x += 2.2)
            {
                var baseline = 30 + line * 6;
                page.Stroke(x, baseline, x, baseline - 2.2, 0.4, 220);
                if (random.Next(3) > 0)
                {
                    page.Stroke(x, baseline - 2, x + 1.2, baseline - 2 + random.NextDouble() * 2, 0.35, 220);
                }
            }
        }
    }
}
