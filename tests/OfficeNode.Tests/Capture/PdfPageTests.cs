using System.Globalization;
using NUnit.Framework;
using OfficeNode.Capture;
using OfficeNode.Capture.Looks;
using OfficeNode.Capture.Reading;
using OfficeNode.Core;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Capture;

/// <summary>Pages of PDFs as frames, drawn by real poppler below real workers.</summary>
public sealed class PdfPageTests
{
    private const string Package = "poppler-utils";

    private WorkerBench _bench = null!;   // set before each test

    [SetUp]
    public void Open() => _bench = new();

    [TearDown]
    public async Task Close() => await _bench.DisposeAsync();

    [Test]
    public async Task Each_page_is_a_frame()
    {
        var counted = await CountAsync(TinyPdf.Write(TinyPdf.Scan(80, 80, 200, 1), TinyPdf.Scan(80, 80, 200, 8), new(200, 100, TinyPdf.Words)));

        Assert.That((counted.Format, counted.Frames, counted.Findings.Count), Is.EqualTo(((ImageFormat?)ImageFormat.Pdf, 3, 0)));
    }

    [Test]
    public async Task A_fax_or_scan_in_black_and_white_comes_out_bit_for_bit()
    {
        var scan = _bench.Put("scan.tif", (await _bench.Converter.ToPatentTiffAsync(_bench.Put("grey.tif", TestImages.GreyTiff(1_237, 1_751)), 0, CancellationToken.None)).Bytes!.Value.ToArray());   // grey is never sent as it is
        var pdf = await WrapAsync(scan);

        var made = await _bench.Converter.ToPatentTiffAsync(pdf, 0, CancellationToken.None);

        Assert.That(made.Findings, Is.Empty);
        Assert.That(made.Bytes!.Value.ToArray(), Is.EqualTo(await File.ReadAllBytesAsync(scan)));   // no findings, so it was made
    }

    [TestCase(0, 400, 240)]
    [TestCase(90, 240, 400)]
    [TestCase(180, 400, 240)]
    public async Task A_scan_keeps_its_resolution_its_pixels_and_its_bit(int turn, int width, int height)
    {
        var facts = await FactsAsync(TinyPdf.Write(TinyPdf.Scan(400, 240, 200, 1, turn)));

        Assert.That((facts.Width, facts.Height, facts.DpiX, facts.DpiY, facts.IsBilevel), Is.EqualTo((width, height, (double?)200.0, (double?)200.0, true)));
    }

    [Test]
    public async Task A_grey_scan_stays_grey()
    {
        var facts = await FactsAsync(TinyPdf.Write(TinyPdf.Scan(400, 240, 150, 8)));

        Assert.That((facts.Width, facts.DpiX, facts.BitsPerSample, facts.SamplesPerPixel), Is.EqualTo((400, (double?)150.0, 8, 1)));
    }

    [TestCase("", 1, TestName = "Words_are_drawn_in_grey")]
    [TestCase("1 0 0 rg ", 3, TestName = "Coloured_words_are_drawn_in_colour")]
    public async Task Words_are_drawn_at_300_dots_to_the_inch(string colour, int samples)
    {
        var facts = await FactsAsync(TinyPdf.Write(new TinyPdf.Page(240, 120, colour + TinyPdf.Words)));

        Assert.That((facts.Width, facts.Height, facts.DpiX, facts.SamplesPerPixel), Is.EqualTo((1_000, 500, (double?)300.0, samples)));
    }

    [Test]
    public async Task A_stamp_in_colour_over_a_scan_in_black_and_white_keeps_its_colour()
    {
        var facts = await FactsAsync(TinyPdf.Write(TinyPdf.Scan(400, 240, 200, 1, more: "1 0 0 rg 20 20 30 30 re f\n")));

        Assert.That((facts.DpiX, facts.SamplesPerPixel), Is.EqualTo(((double?)200.0, 3)));
    }

    [Test]
    public async Task Words_over_a_coarse_picture_are_not_drawn_as_coarsely()
    {
        var facts = await FactsAsync(TinyPdf.Write(TinyPdf.Scan(240, 120, 72, 8, more: TinyPdf.Words)));

        Assert.That(facts.DpiX, Is.EqualTo(300));
    }

    [Test]
    public async Task A_page_is_cut_and_looked_at_as_any_other()
    {
        var pdf = _bench.Put("page.pdf", TinyPdf.Write(TinyPdf.Scan(400, 240, 200, 8)));

        var crop = await _bench.Converter.ToCropAsync(pdf, 0, 0, new(10, 20, 100, 50), CancellationToken.None);

        Assert.That((crop.Facts?.Width, crop.Facts?.Height), Is.EqualTo((100, 50)));
    }

    [Test]
    public async Task A_searchable_document_shows_the_page_as_it_was()
    {
        var pdf = _bench.Put("page.pdf", TinyPdf.Write(TinyPdf.Scan(400, 240, 200, 1)));

        var images = Tool.Run("pdfimages", Package, "-list", await WrapAsync(pdf)).Output;

        Assert.That(images, Does.Match(@"image +400 +240 +gray +1 +1 +ccitt .* 200 +200 "));
    }

    [TestCase("%PDF-1.4 and nothing more", CaptureFindings.PdfDamaged)]
    [TestCase("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 0 /Kids [] >>\nendobj\ntrailer << /Root 1 0 R >>\n", CaptureFindings.PdfDamaged)]
    public async Task A_file_without_pages_is_refused(string content, string rule)
    {
        var counted = await CountAsync(System.Text.Encoding.ASCII.GetBytes(content));

        Assert.That((counted.Frames, counted.Findings.Single().Rule), Is.EqualTo((0, rule)));
    }

    [Test]
    public async Task A_file_with_a_password_is_refused()
    {
        var open = _bench.Put("open.pdf", TinyPdf.Write(TinyPdf.Scan(80, 80, 200, 1)));
        Tool.Run("qpdf", "qpdf", "--encrypt", "secret", "secret", "256", "--", open, _bench.PathOf("locked.pdf"));

        var counted = await new FrameCounter(_bench.Pool).CountAsync(_bench.PathOf("locked.pdf"), null, CancellationToken.None);

        Assert.That(counted.Findings.Single().Rule, Is.EqualTo(CaptureFindings.PdfLocked));
    }

    [Test]
    public async Task A_file_that_only_forbids_printing_is_taken()
    {
        var open = _bench.Put("open.pdf", TinyPdf.Write(TinyPdf.Scan(80, 80, 200, 1)));
        Tool.Run("qpdf", "qpdf", "--encrypt", "", "secret", "256", "--print=none", "--", open, _bench.PathOf("closed.pdf"));

        Assert.That((await LookAsync(_bench.PathOf("closed.pdf"))).Facts?.IsBilevel, Is.True);
    }

    [Test]
    public async Task A_page_of_a0_is_drawn_half_as_finely()
    {
        var facts = await FactsAsync(TinyPdf.Write(new TinyPdf.Page(2_384, 3_370, TinyPdf.Words)));

        Assert.That(facts.DpiX, Is.EqualTo(150));
    }

    [Test]
    public async Task A_page_larger_than_any_paper_is_refused_before_it_is_drawn()
    {
        var looked = await LookAsync(_bench.Put("giant.pdf", TinyPdf.Write(new TinyPdf.Page(14_400, 14_400, TinyPdf.Words))));

        Assert.That(looked.Findings.Single(), Has.Property("Rule").EqualTo(CaptureFindings.TooLarge).And.Property("Path").EqualTo("page 1"));
    }

    [Test]
    public async Task More_pages_than_the_limit_are_refused()
    {
        await using var bench = new WorkerBench(change: options => options with { Limits = new ImageLimits { MostFrames = 1 } });
        var path = bench.Put("two.pdf", TinyPdf.Write(TinyPdf.Scan(80, 80, 200, 1), TinyPdf.Scan(80, 80, 200, 1)));

        var counted = await new FrameCounter(bench.Pool).CountAsync(path, null, CancellationToken.None);

        Assert.That((counted.Frames, counted.Findings.Single().Rule), Is.EqualTo((0, CaptureFindings.TooLarge)));
    }

    [Test]
    public async Task A_page_that_is_not_there_is_missing()
    {
        var checkedPage = await _bench.Converter.CheckAsync(_bench.Put("one.pdf", TinyPdf.Write(TinyPdf.Scan(80, 80, 200, 1))), 1, CancellationToken.None);

        Assert.That(checkedPage.Findings.Single().Rule, Is.EqualTo(CaptureFindings.FrameMissing));
    }

    [Test]
    public async Task A_page_whose_drawing_never_ends_is_refused_at_its_deadline()
    {
        var limits = new ImageLimits { LongestPdfAnswer = TimeSpan.FromSeconds(1), LongestPdfDrawing = TimeSpan.FromSeconds(1) };
        await using var bench = new WorkerBench(change: options => options with { Limits = limits });

        var result = await bench.Converter.CheckAsync(bench.Put("endless.pdf", TinyPdf.Endless()), 0, CancellationToken.None);

        Assert.That(result.Findings.Single().Rule, Is.EqualTo(CaptureFindings.PdfTimedOut));
    }

    [Test]
    [Platform("Linux")]
    public async Task Poppler_dies_with_its_worker()
    {
        Tool.Run("pdfimages", Package, "-v");
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var job = _bench.Converter.CheckAsync(_bench.Put("endless.pdf", TinyPdf.Endless()), 0, patience.Token);
        await ProcessTree.UntilAsync(() => _bench.Pool.ProcessIds.Any(id => ProcessTree.Running("pdfimages", id).Count > 0), patience.Token);
        var worker = _bench.Pool.ProcessIds.Single();
        var poppler = ProcessTree.Running("pdfimages", worker).Single();

        ProcessTree.Kill(worker);
        await ProcessTree.UntilAsync(() => !File.Exists($"/proc/{poppler.ToString(CultureInfo.InvariantCulture)}/stat"), patience.Token);

        await patience.CancelAsync();
        Assert.That(async () => await job, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    [Platform("Linux")]
    public async Task Without_poppler_the_finding_names_its_package()
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "/usr/bin/dotnet";
        await using var bench = new WorkerBench(change: options => options with { FileName = "/usr/bin/env", Arguments = ["PATH=/nowhere", dotnet, .. options.Arguments] });

        var counted = await new FrameCounter(bench.Pool).CountAsync(bench.Put("one.pdf", TinyPdf.Write(TinyPdf.Scan(80, 80, 200, 1))), null, CancellationToken.None);

        Assert.That(counted.Findings.Single(), Has.Property("Rule").EqualTo(CaptureFindings.PdfProgramMissing).And.Property("Expected").EqualTo(Package));
    }

    private Task<CountedFile> CountAsync(byte[] pdf)
    {
        Tool.Run("pdfinfo", Package, "-v");
        return new FrameCounter(_bench.Pool).CountAsync(_bench.Put("page.pdf", pdf), null, CancellationToken.None);
    }

    private Task<LookedPage> LookAsync(string path)
    {
        Tool.Run("pdfinfo", Package, "-v");
        return new PageLooker(_bench.Pool).LookAsync(path, 0, CancellationToken.None);
    }

    private async Task<ImageFacts> FactsAsync(byte[] pdf)
    {
        var looked = await LookAsync(_bench.Put("page.pdf", pdf));
        return looked.Facts ?? throw new InvalidOperationException(string.Join(' ', looked.Findings));
    }

    /// <summary>A PDF of one page, as the node itself makes them.</summary>
    private async Task<string> WrapAsync(string master)
    {
        var path = _bench.PathOf("wrapped.pdf");
        await using var output = File.Create(path);
        using var pdf = new SearchablePdf(output, "Test", "eng", _bench.Pool);
        Assert.That(await pdf.AddAsync(master, 0, null, null, CancellationToken.None), Is.Empty);
        await pdf.EndAsync(CancellationToken.None);
        return path;
    }
}
