using NUnit.Framework;
using OfficeNode.Capture.Reading;
using OfficeNode.Core;
using OfficeNode.TestKit;
using OfficeNode.Tests.Capture;

namespace OfficeNode.Tests.Reading;

[Parallelizable(ParallelScope.Self)]   // workers of its own, one of which leaves a core free
public sealed class SearchablePdfTests
{
    [TestCaseSource(typeof(PrintedTexts), nameof(PrintedTexts.Languages))]
    public async Task Copied_text_comes_in_the_order_in_which_it_is_read(string language)
    {
        await using var bench = new ReadingBench();
        var path = bench.Print("page.png", PrintedTexts.ByLanguage[language]);
        var page = await bench.TextAsync(path, language);

        var pdf = await WriteAsync(bench, (path, page));

        var copied = Tool.Run("pdftotext", "poppler-utils", "-enc", "UTF-8", pdf, "-").Output;
        Assert.That(CharacterErrors.Fold(copied), Is.EqualTo(CharacterErrors.Fold(PlainText.Of(page))));
    }

    [TestCase(180)]
    [TestCase(90)]
    [TestCase(3)]
    public async Task A_turned_or_leaning_page_is_shown_and_copied_upright(int degrees)
    {
        await using var bench = new ReadingBench();
        var path = bench.Print("page.png", PrintedTexts.English, degrees);
        var page = await bench.TextAsync(path, "eng");

        var pdf = await WriteAsync(bench, (path, page));

        var copied = Tool.Run("pdftotext", "poppler-utils", pdf, "-").Output;
        Assert.That(CharacterErrors.Fold(copied), Is.EqualTo(CharacterErrors.Fold(PlainText.Of(page))));
    }

    [Test]
    public async Task The_picture_shown_is_the_upright_page()
    {
        await using var bench = new ReadingBench();
        var path = bench.Print("page.png", PrintedTexts.English, 90);
        var page = await bench.TextAsync(path, "eng");
        var pdf = await WriteAsync(bench, (path, page));

        Assert.That(Tool.Run("pdftoppm", "poppler-utils", "-r", "300", "-png", pdf, bench.PathOf("shown")).ExitCode, Is.Zero);

        var shown = await bench.Engine.ReadAsync(bench.PathOf("shown-1.png"), 0, new ReadOrder { Languages = ["eng"], Turns = 0 }, CancellationToken.None);
        Assert.That(CharacterErrors.Of(PrintedTexts.English, PlainText.Of(shown.Text!)).Rate, Is.LessThan(0.05));
    }

    [Test]
    public async Task Every_kind_of_picture_makes_a_sound_document()
    {
        await using var bench = new ReadingBench();
        var grey = bench.Print("page.png", PrintedTexts.English);
        var bilevel = await bench.OneBitAsync(grey);
        var jpeg = bench.PathOf("photo.jpg");
        await File.WriteAllBytesAsync(jpeg, TestImages.Jpeg(64, 48));
        var tiff = bench.PathOf("grey.tif");
        await File.WriteAllBytesAsync(tiff, TestImages.GreyTiff(200, 100));
        var text = await bench.TextAsync(grey, "eng");

        var pdf = await WriteAsync(bench, (grey, text), (bilevel, text), (jpeg, null), (tiff, null));

        var check = Tool.Run("qpdf", "qpdf", "--check", pdf);
        Assert.That(check.ExitCode, Is.Zero, check.Output + check.Error);
        var images = Tool.Run("pdfimages", "poppler-utils", "-list", pdf);
        Assert.That(images.Output, Does.Contain("ccitt").And.Contain("jpeg"));
        Assert.That(images.Error, Is.Empty);
    }

    [Test]
    public async Task A_page_in_group_4_is_read_and_shown_from_its_own_bytes()
    {
        await using var bench = new ReadingBench();
        var path = await bench.OneBitAsync(bench.Print("page.png", PrintedTexts.English));
        var master = await File.ReadAllBytesAsync(path);

        var pdf = await File.ReadAllBytesAsync(await WriteAsync(bench, (path, await bench.TextAsync(path, "eng"))));

        Assert.That(pdf.AsSpan().IndexOf(master.AsSpan(^2000)), Is.Positive);
    }

    [Test]
    public async Task The_same_pages_make_the_same_bytes()
    {
        await using var bench = new ReadingBench();
        var path = bench.Print("page.png", PrintedTexts.English);
        var page = await bench.TextAsync(path, "eng");

        var first = await File.ReadAllBytesAsync(await WriteAsync(bench, (path, page)));
        var second = await File.ReadAllBytesAsync(await WriteAsync(bench, (path, page)));

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public async Task A_page_without_a_picture_stays_white_and_is_told_of()
    {
        await using var bench = new ReadingBench();
        await File.WriteAllTextAsync(bench.PathOf("broken.tif"), "no picture");
        using var output = new MemoryStream();
        using var pdf = new SearchablePdf(output, "Test", "eng", bench.Pool);

        var findings = await pdf.AddAsync(bench.PathOf("broken.tif"), 0, null, null, CancellationToken.None);
        await pdf.EndAsync(CancellationToken.None);

        Assert.That(findings.Select(finding => finding.Rule), Does.Contain(ReadingFindings.PictureMissing));
        Assert.That(output.Length, Is.Positive);
    }

    [Test]
    public async Task The_language_stands_in_the_document()
    {
        await using var bench = new ReadingBench();
        var path = bench.Print("page.png", PrintedTexts.English);

        var pdf = await File.ReadAllBytesAsync(await WriteAsync(bench, (path, null)));

        Assert.That(pdf.AsSpan().IndexOf("/Lang (en)"u8), Is.Positive);
    }

    private static async Task<string> WriteAsync(ReadingBench bench, params (string Path, PageText? Text)[] pages)
    {
        var path = bench.PathOf("out.pdf");
        await using var output = File.Create(path);
        using var pdf = new SearchablePdf(output, "Test", pages[0].Text?.Languages[0] ?? "eng", bench.Pool);
        foreach (var (master, text) in pages)
        {
            Assert.That(await pdf.AddAsync(master, 0, null, text, CancellationToken.None), Is.Empty);
        }

        await pdf.EndAsync(CancellationToken.None);
        return path;
    }
}
