using System.Globalization;
using NUnit.Framework;
using OfficeNode.Capture;
using OfficeNode.Capture.Headers;
using OfficeNode.Capture.Looks;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Capture;

[Parallelizable(ParallelScope.Self)]   // workers of its own, one of which leaves a core free
public sealed class PreviewTests
{
    private const string Written = "samples/scans/leptonica/feyn.tif";

    private WorkerBench _bench = null!;   // set before each test

    [SetUp]
    public void Open() => _bench = new();

    [TearDown]
    public async Task Close() => await _bench.DisposeAsync();

    [TestCase(PreviewSize.Thumbnail, 170, 240)]
    [TestCase(PreviewSize.Screen, 1_131, 1_600)]
    [TestCase(PreviewSize.Full, 2_480, 3_508)]
    public async Task The_longer_side_of_a_page_has_at_most_the_pixels_of_the_size(PreviewSize size, int width, int height)
    {
        var made = await MakeAsync("page.tif", TestImages.GreyTiff(2_480, 3_508), size);

        Assert.That((made.Facts!.Width, made.Facts.Height), Is.EqualTo((width, height)));   // made, so there are facts
        Assert.That(made.Findings, Is.Empty);
    }

    [TestCase(PreviewSize.Thumbnail)]
    [TestCase(PreviewSize.Screen)]
    [TestCase(PreviewSize.Full)]
    public async Task A_page_that_is_small_is_not_made_larger(PreviewSize size)
    {
        var made = await MakeAsync("page.tif", TestImages.GreyTiff(200, 100), size);

        Assert.That((made.Facts!.Width, made.Facts.Height), Is.EqualTo((200, 100)));   // made, so there are facts
    }

    [Test]
    public async Task The_largest_preview_of_a_page_beyond_a3_is_smaller_than_the_page()
    {
        var made = await MakeAsync("page.tif", TestImages.GreyTiff(500, 10_000), PreviewSize.Full);

        Assert.That((made.Facts!.Width, made.Facts.Height), Is.EqualTo((250, 5_000)));   // made, so there are facts
    }

    [TestCase("page.tif", "jpg")]
    [TestCase("page.png", "jpg")]
    [TestCase("page.jpg", "jpg")]
    [TestCase("grey.pdf", "jpg")]
    [TestCase("words.pdf", "jpg")]
    [TestCase("bits.pdf", "png")]
    public async Task Pages_of_all_kinds_have_previews_of_all_sizes(string kind, string extension)
    {
        var path = _bench.Put(kind, BytesOf(kind));

        var made = await Task.WhenAll(Enum.GetValues<PreviewSize>().Select(size => _bench.Converter.ToPreviewAsync(path, 0, size, CancellationToken.None)));

        Assert.That(made.Select(image => image.Extension), Is.All.EqualTo(extension));
        Assert.That(made.Select(image => image.Facts!.Height), Is.EqualTo(new[] { 240, 800, 800 }).Within(1));   // made, so there are facts
    }

    [Test]
    public async Task Each_page_of_a_pdf_has_its_own()
    {
        var path = _bench.Put("pages.pdf", TinyPdf.Write(TinyPdf.Scan(600, 800, 150, 8), TinyPdf.Scan(800, 600, 150, 8)));

        var made = await Task.WhenAll(Enumerable.Range(0, 2).Select(frame => _bench.Converter.ToPreviewAsync(path, frame, PreviewSize.Thumbnail, CancellationToken.None)));

        Assert.That(made.Select(image => (image.Facts!.Width, image.Facts.Height)), Is.EqualTo(new[] { (180, 240), (240, 180) }));   // made, so there are facts
    }

    [Test]
    public async Task Dots_that_are_no_squares_become_squares()
    {
        byte[] fax = [98, 0, 0, 0, 1, 0, 0, 0, .. Enumerable.Repeat((byte)200, 1_728 * 1_143)];
        var page = TestImages.Tiff(littleEndian: true, 1, fax, offset =>
        [
            new(TiffTag.ImageWidth, 4, 1_728),
            new(TiffTag.ImageLength, 4, 1_143),
            new(TiffTag.BitsPerSample, 3, 8),
            new(TiffTag.Compression, 3, 1),
            new(TiffTag.PhotometricInterpretation, 3, 1),
            new(TiffTag.StripOffsets, 4, offset + 8),
            new(TiffTag.SamplesPerPixel, 3, 1),
            new(TiffTag.RowsPerStrip, 4, 1_143),
            new(TiffTag.StripByteCounts, 4, 1_728 * 1_143),
            new(TiffTag.XResolution, 5, 8),
            new(TiffTag.YResolution, 5, offset),
            new(TiffTag.ResolutionUnit, 3, 2),
        ], dpi: 204);

        var made = await MakeAsync("fax.tif", page, PreviewSize.Thumbnail);

        Assert.That((made.Facts!.Width, made.Facts.Height), Is.EqualTo((174, 240)));   // made, so there are facts
    }

    [Test]
    public async Task A_photograph_that_a_camera_turned_is_upright()
    {
        var exif = TestImages.Tiff(littleEndian: true, 1, [], _ => [new(Tag: 274, Type: 3, Value: 6)]);

        var made = await MakeAsync("page.jpg", TestImages.Jpeg(640, 320, exif: exif), PreviewSize.Thumbnail);

        Assert.That((made.Facts!.Width, made.Facts.Height), Is.EqualTo((120, 240)));   // made, so there are facts
    }

    [Test]
    public async Task Writing_of_one_bit_stays_dark_in_a_thumbnail()
    {
        var page = SharedMaterial.Require(Written);

        var thumbnail = await KeepAsync(page, PreviewSize.Thumbnail);

        // Where a sixth of the page's dots are black, the eye must see no less; of the middle of a page, where there are no borders, and blurred to lines of writing.
        Assert.That(Darkness(thumbnail), Is.GreaterThan(Darkness(page)));
        Assert.That(Measured(thumbnail, "minima"), Is.LessThan(0.2));
    }

    [Test]
    public async Task Writing_of_one_bit_can_be_read_at_the_size_of_a_screen()
    {
        var screen = await KeepAsync(SharedMaterial.Require(Written), PreviewSize.Screen);

        var read = Tool.Run("tesseract", "tesseract-ocr", screen, "stdout", "--dpi", "145").Output;

        Assert.That(read, Does.Contain("gives rise to these reminiscences by an").And.Contains("Englishman in Richard"));
    }

    [Test]
    public async Task Greys_at_the_size_of_a_screen_are_those_of_the_page()
    {
        var page = SharedMaterial.Require("samples/scans/naps2/skewed.jpg");
        var screen = await KeepAsync(page, PreviewSize.Screen);
        var expected = _bench.PathOf("expected.png");
        Tool.Run("convert", "imagemagick", page, "-filter", "Box", "-resize", "1132x1600!", expected);

        var compared = Tool.Run("compare", "imagemagick", "-metric", "PSNR", screen, expected, "null:");

        Assert.That(double.Parse(compared.Error.Split(' ')[0], CultureInfo.InvariantCulture), Is.GreaterThan(28), compared.Error);
    }

    [Test]
    public async Task The_same_page_gives_the_same_bytes_in_another_process()
    {
        var page = SharedMaterial.Require(Written);
        await using var other = new WorkerBench();

        var here = await _bench.Converter.ToPreviewAsync(page, 0, PreviewSize.Screen, CancellationToken.None);
        var there = await other.Converter.ToPreviewAsync(page, 0, PreviewSize.Screen, CancellationToken.None);

        Assert.That(here.Bytes!.Value.Span.SequenceEqual(there.Bytes!.Value.Span), Is.True);   // made, so there are bytes
    }

    [Test]
    public async Task A_page_whose_worker_crashes_once_is_drawn_by_the_next()
    {
        var made = await MakeAsync("crash-once.tif", TestImages.GreyTiff(200, 100), PreviewSize.Thumbnail);

        Assert.That(made.IsRefused, Is.False);
    }

    [TestCase("crash.tif", CaptureFindings.WorkerCrashed)]
    [TestCase("lie.tif", CaptureFindings.WorkerCrashed)]
    public async Task A_page_that_misleads_its_worker_has_a_finding_and_no_preview(string name, string rule)
    {
        var made = await MakeAsync(name, TestImages.GreyTiff(200, 100), PreviewSize.Thumbnail);

        Assert.That(made.IsRefused, Is.True);
        Assert.That(made.Findings.Select(finding => finding.Rule), Is.EqualTo(new[] { rule }));
    }

    [Test]
    public async Task Broken_pixels_are_a_finding()
    {
        var bytes = TestImages.Png(300, 200);
        bytes[^20] ^= 0x55;

        var made = await MakeAsync("page.png", bytes, PreviewSize.Screen);

        Assert.That(made.Findings.Select(finding => finding.Rule), Is.EqualTo(new[] { CaptureFindings.NotDecodable }));
    }

    [TestCase(2)]
    [TestCase(-1)]
    public async Task A_frame_that_the_file_has_not_is_a_finding(int frame)
    {
        var path = _bench.Put("page.tif", TestImages.GreyTiff(40, 40, frames: 2));

        var made = await _bench.Converter.ToPreviewAsync(path, frame, PreviewSize.Screen, CancellationToken.None);

        Assert.That(made.Findings.Single().Rule, Is.EqualTo(CaptureFindings.FrameMissing));
    }

    [TestCase("page.tif", "jpg")]
    [TestCase("page.jpg", "jpg")]
    [TestCase("bits.pdf", "png")]
    public async Task A_look_brings_a_thumbnail_where_one_is_asked_for(string kind, string extension)
    {
        var path = _bench.Put(kind, BytesOf(kind));
        var looked = await new PageLooker(_bench.Pool) { MakesThumbnails = true }.LookAsync(path, 0, CancellationToken.None);

        var alone = await new PageLooker(_bench.Pool).LookAsync(path, 0, CancellationToken.None);

        Assert.That((looked.Thumbnail?.Facts?.Height, looked.Thumbnail?.Extension), Is.EqualTo((240, extension)));
        Assert.That(alone.Thumbnail, Is.Null);
        Assert.That(looked.Look?.Quality, Is.EqualTo(alone.Look?.Quality).UsingPropertiesComparer());
    }

    [Test]
    public async Task The_thumbnail_of_a_look_shows_what_the_preview_does()
    {
        var page = SharedMaterial.Require("samples/scans/naps2/word_p1.jpg");
        var preview = await KeepAsync(page, PreviewSize.Thumbnail);
        var looked = await new PageLooker(_bench.Pool) { MakesThumbnails = true }.LookAsync(page, 0, CancellationToken.None);
        var thumbnail = _bench.Put("look.jpg", looked.Thumbnail!.Bytes!.Value.ToArray());   // asked for, so it is there

        var compared = Tool.Run("compare", "imagemagick", "-metric", "PSNR", thumbnail, preview, "null:");

        Assert.That(double.Parse(compared.Error.Split(' ')[0], CultureInfo.InvariantCulture), Is.GreaterThan(28), compared.Error);
    }

    private static byte[] BytesOf(string kind) => kind switch
    {
        "page.tif" => TestImages.GreyTiff(600, 800),
        "page.png" => TestImages.Png(600, 800),
        "page.jpg" => TestImages.Jpeg(600, 800),
        "grey.pdf" => TinyPdf.Write(TinyPdf.Scan(600, 800, 150, 8)),
        "bits.pdf" => TinyPdf.Write(TinyPdf.Scan(600, 800, 150, 1)),
        _ => TinyPdf.Write(new TinyPdf.Page(144, 192, TinyPdf.Words)),
    };

    private Task<ConvertedImage> MakeAsync(string name, byte[] bytes, PreviewSize size) =>
        _bench.Converter.ToPreviewAsync(_bench.Put(name, bytes), 0, size, CancellationToken.None);

    private async Task<string> KeepAsync(string page, PreviewSize size)
    {
        var made = await _bench.Converter.ToPreviewAsync(page, 0, size, CancellationToken.None);
        return _bench.Put($"preview.{made.Extension}", made.Bytes!.Value.ToArray());   // a good page has one
    }

    /// <summary>The share of black in the middle of a page, by ImageMagick.</summary>
    private static double Darkness(string picture) => 1 - Measured(picture, "mean");

    private static double Measured(string picture, string what) => double.Parse(
        Tool.Run("convert", "imagemagick", picture, "-gravity", "center", "-crop", "80%x80%+0+0", "-format", $"%[fx:{what}]", "info:").Output, CultureInfo.InvariantCulture);
}
