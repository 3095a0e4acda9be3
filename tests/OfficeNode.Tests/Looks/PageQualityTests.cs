using NUnit.Framework;
using OfficeNode.Capture;
using OfficeNode.Capture.Looks;
using OfficeNode.Core;
using OfficeNode.TestKit;
using OfficeNode.Tests.Capture;

namespace OfficeNode.Tests.Looks;

[Parallelizable(ParallelScope.Self)]   // workers of its own, one of which leaves a core free
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

    // A JPEG's greys and colours are decoded apart, at sizes of their own.
    [TestCase("300", "1 2480x3508")]
    [TestCase("600", "1 2481x3507")]
    [TestCase("300", "6 2481x3507")]
    public async Task Page_in_colour_is_seen_alike_in_jpeg_and_in_tiff(string dpi, string orientationAndSize)
    {
        var (orientation, size) = (orientationAndSize[..1], orientationAndSize[2..]);
        var (tiff, jpeg) = (_bench.PathOf("page.tif"), _bench.PathOf("page.jpg"));
        string[] page = ["-size", size, "xc:#f8f4e8", "-density", dpi, "-units", "PixelsPerInch", "-pointsize", $"{12 * 300 / int.Parse(dpi, null)}", "-fill", "#ffc8c8", "-annotate", "+300+600", "RECEIVED", "-fill", "#203060", "-annotate", "+300+1200", "an application\nof three lines\nin blue ink"];
        Tool.Run("convert", "imagemagick", [.. page, "-alpha", "off", "-depth", "8", "-orient", orientation == "1" ? "TopLeft" : "RightTop", tiff]);
        Tool.Run("convert", "imagemagick", [tiff, "-quality", "92", jpeg]);

        var (one, other) = (await _bench.LookAtFileAsync(tiff), await _bench.LookAtFileAsync(jpeg));

        Assert.Multiple(() =>
        {
            Assert.That(other.IsBlank, Is.EqualTo(one.IsBlank).And.False);
            Assert.That(other.Quality.Ink, Is.EqualTo(one.Quality.Ink).Within(5).Percent.And.GreaterThan(0.001));
            Assert.That(other.Quality.Paper, Is.EqualTo(one.Quality.Paper).Within(2));
            Assert.That(other.Quality.InkGrey, Is.EqualTo(one.Quality.InkGrey).Within(12));
            Assert.That(other.Quality.Sharpness, Is.EqualTo(one.Quality.Sharpness).Within(25).Percent);
        });
    }

    [Test]
    public async Task Pale_red_stamp_in_a_jpeg_is_no_blank_page()
    {
        var jpeg = _bench.PathOf("stamp.jpg");
        Tool.Run("convert", "imagemagick", "-size", "2480x3508", "xc:white", "-density", "300", "-units", "PixelsPerInch", "-pointsize", "24", "-fill", "#ffd8d8", "-annotate", "+900+900", "RECEIVED", "-quality", "85", jpeg);

        var look = await _bench.LookAtFileAsync(jpeg);

        Assert.That(look.IsBlank, Is.False);
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
