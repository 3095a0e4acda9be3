using NUnit.Framework;
using OfficeNode.Capture;
using OfficeNode.Capture.Looks;
using OfficeNode.Capture.Separators;
using OfficeNode.Core;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Looks;

[Parallelizable(ParallelScope.Self)]   // workers of its own, one of which leaves a core free
public sealed class TargetSheetTests
{
    // A sheet is printed once for all tests: it is the scans of it that differ.
    private LookBench _bench = null!;   // set before the tests
    private PagePicture _sheet = null!;   // set before the tests

    [OneTimeSetUp]
    public void Open()
    {
        _bench = new();
        _sheet = _bench.PrintTarget(300);
    }

    [OneTimeTearDown]
    public async Task Close() => await _bench.DisposeAsync();

    [TestCase(SheetSize.A4, 300)]
    [TestCase(SheetSize.Letter, 300)]
    [TestCase(SheetSize.A4, 200)]
    public async Task Clean_scan_shows_all_that_its_pixels_can_hold(SheetSize size, int dpi)
    {
        var grade = await GradeAsync(_bench.PrintTarget(dpi, size).ToGreyTiff());

        Assert.Multiple(() =>
        {
            Assert.That(new[] { grade.DpiAcross, grade.DpiAlong }, Is.All.EqualTo(dpi).Within(0.2));
            Assert.That((grade.Steps, grade.Skew, grade.Streaks.Count), Is.EqualTo(((int?)11, 0.0, 0)));
            Assert.That(new[] { grade.LinesAcross, grade.LinesAlong }, Is.All.EqualTo(dpi == 300 ? 5 : 3));
            Assert.That(new[] { grade.Black, 255 - grade.White, grade.Distortion, 1 - grade.Evenness }, Is.All.LessThan(0.1));
        });
    }

    [Test]
    public async Task Clean_scan_is_good()
    {
        var (verdict, findings) = await JudgeAsync(_sheet);

        Assert.That((verdict, findings), Is.EqualTo((TargetVerdict.Good, "")));
    }

    [Test]
    public async Task One_bit_scan_is_graded_without_greys()
    {
        var grade = await GradeAsync(_sheet.ToBilevelTiff(140));

        Assert.That((grade.Steps, grade.LinesAcross, grade.DpiAlong), Is.EqualTo(((int?)null, 5.0, 300.0)));
    }

    [TestCase("-jpeg")]
    [TestCase("-tiff")]
    public async Task Colour_scan_is_graded(string format)
    {
        var name = _bench.PathOf("colour" + format);
        Tool.Run("pdftoppm", "poppler-utils", "-r", "300", format, "-singlefile", _bench.TargetFile(SheetSize.A4), name);

        var look = await _bench.LookAtFileAsync(Directory.EnumerateFiles(Path.GetDirectoryName(name)!, Path.GetFileName(name) + "*").Single());   // a file has a folder

        Assert.That((look.Target?.Steps, look.Target?.LinesAlong, look.Target?.DpiAcross), Is.EqualTo(((int?)11, (double?)5.0, (double?)300.0)));
    }

    [TestCase(9.5, false)]
    [TestCase(-10, true)]
    [TestCase(1.5, true)]
    public async Task Sheet_is_graded_whichever_way_it_lies(double skew, bool upsideDown)
    {
        var damage = new PageDamage { Seed = 1, Skew = skew, UpsideDown = upsideDown };

        var grade = await GradeAsync(damage.Apply(_sheet));

        Assert.Multiple(() =>
        {
            Assert.That(grade.Skew, Is.EqualTo(skew).Within(0.05));
            Assert.That(new[] { grade.DpiAcross, grade.DpiAlong }, Is.All.EqualTo(300).Within(0.3));
            Assert.That((grade.Steps, grade.LinesAcross), Is.EqualTo(((int?)11, 5.0)));
        });
    }

    [TestCase(1u)]
    [TestCase(3u)]
    [TestCase(6u)]
    [TestCase(8u)]
    public async Task Sheet_that_was_fed_sideways_is_graded(uint orientation)
    {
        var grade = await GradeAsync(_sheet.ToGreyTiff(orientation));

        Assert.That((grade.Skew, grade.Steps, grade.LinesAlong, grade.DpiAcross), Is.EqualTo((0.0, (int?)11, 5.0, 300.0)));
    }

    [Test]
    public async Task Sheet_with_everything_that_a_bad_morning_brings_is_graded()
    {
        var damage = new PageDamage { Seed = 4, Skew = -6, UpsideDown = true, Grain = 11, Blur = true, Streak = true, Specks = 5 };

        var grade = await GradeAsync(damage.Apply(_sheet));

        Assert.Multiple(() =>
        {
            Assert.That(grade.DpiAcross, Is.EqualTo(300).Within(0.5));
            Assert.That(grade.Streaks, Has.Count.EqualTo(1));
        });
    }

    // A feeder that is too slow takes more lines of the same paper.
    [TestCase(1.03, 309)]
    [TestCase(0.97, 291)]
    public async Task Stretch_along_the_feed_is_found(double lines, double dpi)
    {
        var scan = _sheet.Stretched(lines);

        var grade = await GradeAsync(scan.ToGreyTiff());
        var (verdict, findings) = await JudgeAsync(scan);

        Assert.Multiple(() =>
        {
            Assert.That(new[] { grade.DpiAcross, grade.DpiAlong }, Is.EqualTo(new[] { 300, dpi }).Within(0.3));
            Assert.That((verdict, findings), Is.EqualTo((TargetVerdict.Poor, $"{LookFindings.TargetResolution} {LookFindings.TargetStretch}")));
        });
    }

    [Test]
    public async Task File_that_states_another_resolution_than_its_pixels_have_is_found()
    {
        var scan = PagePicture.Of(_sheet.Pixels, _sheet.Width, _sheet.Height, 310);

        var (_, findings) = await JudgeAsync(scan);

        Assert.That(findings, Is.EqualTo($"{LookFindings.TargetResolution} {LookFindings.TargetResolution}"));
    }

    [Test]
    public async Task Feeder_that_slips_in_the_middle_is_found()
    {
        var scan = _sheet.Copy();
        scan.Pixels.AsSpan(1_790 * scan.Width).CopyTo(scan.Pixels.AsSpan(1_754 * scan.Width));   // 3 mm of paper are not in the picture

        var (_, findings) = await JudgeAsync(scan);

        Assert.That(findings, Does.Contain(LookFindings.TargetDistortion));
    }

    [Test]
    public async Task Blur_costs_fine_lines()
    {
        var soft = await GradeAsync(_sheet.Softened(4).ToGreyTiff());
        var softer = await GradeAsync(_sheet.Softened(16).ToGreyTiff());

        Assert.That(new[] { soft.LinesAlong, softer.LinesAlong, softer.LinesAcross }, Is.EqualTo(new[] { 3, 1.5, 1.5 }));
    }

    [Test]
    public async Task Blur_in_one_direction_is_that_of_the_lines_across_it()
    {
        var scan = _sheet.Copy();
        for (var at = 6; at < scan.Pixels.Length - 6; at++)
        {
            scan.Pixels[at] = (byte)(Enumerable.Range(at - 5, 11).Sum(near => _sheet.Pixels[near]) / 11);
        }

        var grade = await GradeAsync(scan.ToGreyTiff());

        Assert.That((grade.LinesAcross < 2, grade.LinesAlong), Is.EqualTo((true, 5.0)));
    }

    [Test]
    public async Task Scan_that_is_too_dark_loses_greys()
    {
        var dark = _sheet.Changed(grey => Math.Max(0, grey - 90));

        var grade = await GradeAsync(dark.ToGreyTiff());
        var (verdict, findings) = await JudgeAsync(dark);

        Assert.Multiple(() =>
        {
            Assert.That((grade.Steps, grade.White), Is.EqualTo(((int?)8, 165.0)));
            Assert.That((verdict, findings), Is.EqualTo((TargetVerdict.Poor, LookFindings.TargetWhite)));
        });
    }

    [Test]
    public async Task Scan_that_is_too_light_loses_greys()
    {
        var (_, findings) = await JudgeAsync(_sheet.Changed(grey => Math.Min(255, grey + 130)));

        Assert.That(findings, Is.EqualTo($"{LookFindings.TargetSteps} {LookFindings.TargetBlack}"));
    }

    [Test]
    public async Task Lamp_that_is_worn_at_one_end_is_found()
    {
        var scan = _sheet.Copy();
        for (var at = 0; at < scan.Pixels.Length; at++)
        {
            scan.Pixels[at] = (byte)(scan.Pixels[at] * (1 - 0.3 * (at % scan.Width) / scan.Width));
        }

        var (_, findings) = await JudgeAsync(scan);

        Assert.That(findings, Does.Contain(LookFindings.TargetEvenness));
    }

    [TestCase(14, 33.0)]
    [TestCase(120, 170.0)]
    public async Task Streak_is_found_with_its_place_however_faint(int darker, double place)
    {
        var scan = _sheet.Copy();
        for (var y = 0; y < scan.Height; y++)
        {
            for (var x = scan.Length(place) - 1; x <= scan.Length(place) + 1; x++)
            {
                scan[x, y] = (byte)Math.Max(0, scan[x, y] - darker);
            }
        }

        var grade = await GradeAsync(scan.ToGreyTiff());

        Assert.That(grade.Streaks, Is.EqualTo(new[] { place }).Within(0.2));
    }

    [Test]
    public async Task Sheet_whose_marks_are_hidden_is_a_target_sheet_that_nobody_can_grade()
    {
        var (verdict, findings) = await JudgeAsync(_sheet.Copy().Fill(110, 0, 40, 297, 0).Fill(24, 60, 12, 200, 0));

        Assert.That((verdict, findings), Is.EqualTo((TargetVerdict.Poor, LookFindings.TargetNotGraded)));
    }

    [Test]
    public async Task No_separator_sheet_is_taken_for_a_target_sheet()
    {
        var pages = _bench.Print(200, LookBench.Sheet("OFN1-KE-T-2026-000123-APP-4"), LookBench.BlankSheet);

        var looks = await Task.WhenAll(pages.Select(page => _bench.LookAsync(page)));

        Assert.That(looks.Select(look => (look.Target, TargetCode.On(look.Codes))), Is.All.EqualTo(((TargetGrade?)null, (TargetCode?)null)));
    }

    [Test]
    public async Task Target_sheet_parts_nothing()
    {
        var look = await _bench.LookAsync(_sheet);

        Assert.That(look.Codes.Select(code => (code.Symbology, code.Text)), Is.All.EqualTo(("QR", "OFN1-KE-TARGET-1")));
    }

    [Test]
    public void Text_of_the_sheet_stands_in_the_pdf()
    {
        var seen = Tool.Run("pdftotext", "poppler-utils", "-layout", _bench.TargetFile(SheetSize.Letter), "-");

        Assert.That(seen.Output, Does.Contain("TARGET SHEET").And.Contain("An office").And.Contain("OFN1-KE-TARGET-1").And.Contain("Scan it first every morning"));
    }

    private async Task<TargetGrade> GradeAsync(byte[] file) => (await _bench.LookAsync(file)).Target ?? throw new InvalidOperationException("The sheet was not graded.");

    private async Task<(TargetVerdict Verdict, string Findings)> JudgeAsync(PagePicture page)
    {
        var file = page.ToGreyTiff();
        var judged = TargetCheck.Judge(await _bench.LookAsync(file), ImageHeaderReader.Read(new MemoryStream(file), null, new()).Frames[0], new());
        return (judged.Verdict, string.Join(' ', judged.Findings.Select(finding => finding.Rule)));
    }
}
