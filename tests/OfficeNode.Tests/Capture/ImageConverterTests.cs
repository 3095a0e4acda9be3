using NUnit.Framework;
using OfficeNode.Capture;
using OfficeNode.Core;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Capture;

[Parallelizable(ParallelScope.Self)]   // workers of its own, one of which leaves a core free
public sealed class ImageConverterTests
{
    private WorkerBench _bench = null!;   // set before each test

    [SetUp]
    public void Open() => _bench = new();

    [TearDown]
    public async Task Close() => await _bench.DisposeAsync();

    [Test]
    public async Task Grey_page_becomes_exactly_the_tiff_of_the_profile()
    {
        var made = await ToPatentTiff(TestImages.GreyTiff(800, 600));

        Assert.That(PatentTiffProfile.Matches(ImageHeaderReader.Read(new MemoryStream(made.Bytes!.Value.ToArray()), null, new())), Is.True);   // made, so there are bytes
        Assert.That(made.Findings, Is.Empty);
    }

    [Test]
    public async Task Tiffinfo_sees_the_tags_that_the_official_examples_have()
    {
        var made = await ToPatentTiff(TestImages.GreyTiff(800, 600));
        var path = _bench.Put("made.tif", made.Bytes!.Value.ToArray());   // made, so there are bytes

        var seen = Tool.Run("tiffinfo", "libtiff-tools", path);

        Assert.That(seen.Error, Is.Empty);
        Assert.That(seen.Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Skip(1), Is.EqualTo(new[]
        {
            "TIFF Directory at offset 0x8 (8)",
            "Image Width: 800 Image Length: 600",
            "Resolution: 300, 300 pixels/inch",
            "Bits/Sample: 1",
            "Compression Scheme: CCITT Group 4",
            "Photometric Interpretation: min-is-white",
            "Samples/Pixel: 1",
            "Rows/Strip: 600",
            "Planar Configuration: single image plane",
        }));
    }

    [Test]
    public async Task Same_page_gives_the_same_bytes_in_another_process()
    {
        var page = TestImages.GreyTiff(800, 600);
        await using var other = new WorkerBench();

        var here = await ToPatentTiff(page);
        var there = await other.Converter.ToPatentTiffAsync(other.Put("page.tif", page), 0, CancellationToken.None);

        Assert.That(here.Bytes!.Value.Span.SequenceEqual(there.Bytes!.Value.Span), Is.True);   // made, so there are bytes
    }

    [Test]
    public async Task A_turned_page_is_made_anew_though_its_master_could_go_out()
    {
        var made = await ToPatentTiff(TestImages.GreyTiff(800, 600));
        var path = _bench.Put("page.tif", made.Bytes!.Value.ToArray());   // made, so there are bytes

        var turned = await _bench.Converter.ToPatentTiffAsync(path, 0, turns: 1, CancellationToken.None);
        var picture = await _bench.Converter.ToPictureAsync(path, 0, turns: 3, CancellationToken.None);

        Assert.That((turned.IsMaster, turned.Facts?.Width, turned.Facts?.Height), Is.EqualTo((false, 600, 800)));
        Assert.That((picture.IsMaster, picture.Facts?.Width, picture.Facts?.Height), Is.EqualTo((false, 600, 800)));
    }

    [Test]
    public async Task Page_that_was_made_goes_out_as_its_master_when_it_comes_again()
    {
        var made = await ToPatentTiff(TestImages.GreyTiff(800, 600));

        var again = await ToPatentTiff(made.Bytes!.Value.ToArray());   // made, so there are bytes

        Assert.That(again, Has.Property("IsMaster").True.And.Property("Bytes").Null);
    }

    [TestCase(400, 600, 600, 200, 300)]
    [TestCase(100, 100, 75, 400, 400)]
    [TestCase(3_508, 4_961, 300, 2_480, 3_507)]
    [TestCase(4_961, 3_508, 300, 3_507, 2_480)]
    [TestCase(2_550, 4_200, 300, 2_130, 3_508)]
    public async Task Page_is_scaled_to_300_dpi_and_to_fit_a4(int width, int height, int dpi, int newWidth, int newHeight)
    {
        var made = await ToPatentTiff(TestImages.GreyTiff(width, height, dpi));

        Assert.That((made.Facts!.Width, made.Facts.Height), Is.EqualTo((newWidth, newHeight)));   // made, so there are facts
    }

    [Test]
    public async Task Page_larger_than_a4_says_that_it_was_scaled()
    {
        var made = await ToPatentTiff(TestImages.GreyTiff(3_508, 4_961));

        Assert.That(made.Findings.Select(finding => (finding.Rule, finding.Severity)), Is.EqualTo(new[] { (CaptureFindings.ScaledToFit, Severity.Info) }));
    }

    [TestCase(0u)]
    [TestCase(39u)]
    public async Task Page_without_a_believable_resolution_is_taken_at_300_dpi_with_a_warning(uint perMetre)
    {
        var made = await ToPatentTiff(TestImages.Png(300, 200, perMetre));

        Assert.That((made.Facts!.Width, made.Facts.Height), Is.EqualTo((300, 200)));   // made, so there are facts
        Assert.That(made.Findings.Select(finding => finding.Rule), Is.EqualTo(new[] { CaptureFindings.ResolutionUnknown }));
    }

    [Test]
    public async Task Photograph_that_a_camera_turned_is_sent_upright()
    {
        var exif = TestImages.Tiff(littleEndian: true, 1, [], _ => [new(Tag: 274, Type: 3, Value: 6)]);

        var made = await ToPatentTiff(TestImages.Jpeg(640, 320, exif: exif));

        Assert.That((made.Facts!.Width, made.Facts.Height), Is.EqualTo((320, 640)));   // made, so there are facts
    }

    [Test]
    public async Task Dark_bar_on_grey_paper_comes_out_black_on_white()
    {
        var made = await ToPatentTiff(TestImages.GreyTiff(800, 600));
        var path = _bench.Put("made.tif", made.Bytes!.Value.ToArray());   // made, so there are bytes
        Tool.Run("tiffcp", "libtiff-tools", "-c", "none", path, _bench.PathOf("plain.tif"));

        var rows = Rows(File.ReadAllBytes(_bench.PathOf("plain.tif")), 100, 600);

        Assert.That(rows[10].All(value => value == 0x00), Is.True, "paper");
        Assert.That(rows[335].All(value => value == 0xFF), Is.True, "ink");
    }

    [TestCase("twelvemonkeys-tiff/zackthecat.tif", Description = "the JPEG of TIFF 6.0, as scanning programs of the nineties wrote it")]
    [TestCase("pillow-tiff/tiff_tiled_planar_lzw.tiff", Description = "tiles and separate planes")]
    [TestCase("twelvemonkeys-tiff/colormap-with-extrasamples.tif", Description = "a colour table with transparency")]
    [TestCase("twelvemonkeys-tiff/flower-rgb-planar-16.tif", Description = "sixteen bits in separate planes")]
    public async Task Tiff_that_leptonica_does_not_know_is_decoded_by_libtiff(string sample)
    {
        var made = await _bench.Converter.ToPatentTiffAsync(SharedMaterial.Require("samples/image-torture/" + sample), 0, CancellationToken.None);

        Assert.That(made.IsRefused, Is.False);
    }

    [TestCase(2)]
    [TestCase(-1)]
    public async Task Frame_that_the_file_has_not_is_a_finding(int frame)
    {
        var made = await _bench.Converter.ToPatentTiffAsync(_bench.Put("page.tif", TestImages.GreyTiff(40, 40, frames: 2)), frame, CancellationToken.None);

        Assert.That(made.Findings.Single().Rule, Is.EqualTo(CaptureFindings.FrameMissing));
    }

    [Test]
    public async Task Each_frame_of_a_long_tiff_is_converted_by_itself()
    {
        var path = _bench.Put("page.tif", TestImages.GreyTiff(80, 40, frames: 50));

        var made = await Task.WhenAll(Enumerable.Range(0, 50).Select(frame => _bench.Converter.ToPatentTiffAsync(path, frame, CancellationToken.None)));

        Assert.That(made.Select(image => image.Facts?.Width), Is.All.EqualTo(80));
    }

    [Test]
    public async Task File_that_is_not_there_is_a_finding()
    {
        var made = await _bench.Converter.ToPatentTiffAsync(_bench.PathOf("none.tif"), 0, CancellationToken.None);

        Assert.That(made.Findings.Single().Rule, Is.EqualTo(CaptureFindings.Unreadable));
    }

    [Test]
    public async Task Png_with_broken_pixels_cannot_be_decoded()
    {
        var bytes = TestImages.Png(300, 200);
        bytes[^20] ^= 0x55;

        var result = await _bench.Converter.CheckAsync(_bench.Put("page.png", bytes), 0, CancellationToken.None);

        Assert.That(result.Findings.Single().Rule, Is.EqualTo(CaptureFindings.NotDecodable));
    }

    [Test]
    public async Task Jpeg_with_bad_pixels_is_readable_with_a_warning()
    {
        var bytes = TestImages.Jpeg(640, 640);
        bytes.AsSpan(bytes.Length - 200, 190).Fill(0x7F);

        var result = await _bench.Converter.CheckAsync(_bench.Put("page.jpg", bytes), 0, CancellationToken.None);

        Assert.That(result.Findings.Single().Rule, Is.EqualTo(CaptureFindings.DecodedWithErrors));
        Assert.That(result, Has.Property("IsReadable").True.And.Property("Width").EqualTo(640));
    }

    [Test]
    public async Task Bomb_is_refused_before_any_worker_starts()
    {
        var result = await _bench.Converter.CheckAsync(_bench.Put("bomb.png", TestImages.PngStart(300_000, 300_000)), 0, CancellationToken.None);

        Assert.That(result.Findings.Single().Rule, Is.EqualTo(CaptureFindings.TooLarge));
        Assert.That(_bench.Pool.ProcessIds, Is.Empty);
    }

    [Test]
    public async Task Jpeg_and_png_pictures_go_out_as_their_masters()
    {
        var jpeg = await ToPicture("mark.jpg", TestImages.Jpeg(64, 64));
        var png = await ToPicture("mark.png", TestImages.Png(64, 64));

        Assert.That((jpeg.IsMaster, jpeg.Extension, png.IsMaster, png.Extension), Is.EqualTo((true, "jpg", true, "png")));
    }

    [Test]
    public async Task Picture_beyond_the_hague_limits_goes_out_with_a_warning()
    {
        var picture = await ToPicture("view.jpg", TestImages.Jpeg(1_891, 64));

        Assert.That(picture.IsMaster, Is.True);
        Assert.That(picture.Findings.Select(finding => (finding.Rule, finding.Severity)), Is.EqualTo(new[] { (CaptureFindings.HagueLimits, Severity.Warning) }));
    }

    [Test]
    public async Task Tiff_of_few_greys_becomes_a_png_with_its_resolution()
    {
        var picture = await ToPicture("mark.tif", TestImages.GreyTiff(200, 100));

        Assert.That((picture.Extension, picture.Facts?.Format, picture.Facts?.DpiX), Is.EqualTo(("png", ImageFormat.Png, 300.0)));
    }

    [Test]
    public async Task Photograph_in_a_tiff_becomes_a_jpeg()
    {
        var picture = await _bench.Converter.ToPictureAsync(SharedMaterial.Require("samples/image-torture/twelvemonkeys-tiff/quad-lzw.tif"), 0, CancellationToken.None);

        Assert.That((picture.Extension, picture.Facts?.Format), Is.EqualTo(("jpg", ImageFormat.Jpeg)));
    }

    [Test]
    public async Task Picture_in_printing_colours_becomes_one_in_screen_colours_and_says_so()
    {
        var picture = await _bench.Converter.ToPictureAsync(SharedMaterial.Require("samples/image-torture/twelvemonkeys-tiff/flower-separated-contig-08.tif"), 0, CancellationToken.None);

        Assert.That(picture.Facts?.Photometric, Is.EqualTo(Photometric.YCbCr));
        Assert.That(picture.Findings.Select(finding => finding.Rule), Is.EqualTo(new[] { CaptureFindings.Cmyk }));
    }

    [Test]
    public async Task Crop_has_the_size_of_its_box()
    {
        var path = _bench.Put("page.tif", TestImages.GreyTiff(800, 600));

        var made = await _bench.Converter.ToCropAsync(path, 0, 1, new(100, 200, 180, 150), CancellationToken.None);

        Assert.That((made.Facts!.Width, made.Facts.Height), Is.EqualTo((180, 150)));   // made, so there are facts
    }

    [Test]
    public async Task Crop_outside_the_page_is_a_finding()
    {
        var path = _bench.Put("page.tif", TestImages.GreyTiff(800, 600));

        var made = await _bench.Converter.ToCropAsync(path, 0, 0, new(5_000, 5_000, 10, 10), CancellationToken.None);

        Assert.That(made.Findings.Single().Rule, Is.EqualTo(CaptureFindings.NotDecodable));
    }

    [Test]
    public async Task Crop_of_a_drawing_goes_out_as_it_is()
    {
        var made = await _bench.Converter.ToCropAsync(_bench.Put("page.tif", TestImages.GreyTiff(800, 600)), 0, 0, new(100, 200, 180, 150), CancellationToken.None);

        var sent = await ToPicture("crop." + made.Extension, made.Bytes!.Value.ToArray());   // a crop inside the page

        Assert.That((sent.IsMaster, sent.Facts?.Format, sent.Facts?.DpiX), Is.EqualTo((true, ImageFormat.Png, 300.0)));
    }

    [Test]
    public async Task Crop_of_a_photograph_in_printing_colours_goes_out_as_it_is()
    {
        var page = SharedMaterial.Require("samples/image-torture/twelvemonkeys-tiff/flower-separated-contig-08.tif");
        var made = await _bench.Converter.ToCropAsync(page, 0, 0, new(5, 5, 60, 30), CancellationToken.None);

        var sent = await ToPicture("crop." + made.Extension, made.Bytes!.Value.ToArray());   // a crop inside the page

        Assert.That((sent.IsMaster, sent.Facts?.Format, sent.Facts?.Photometric), Is.EqualTo((true, ImageFormat.Jpeg, Photometric.YCbCr)));
    }

    [TestCase("-colorspace", "Gray", "-depth", "8", "png")]
    [TestCase("-type", "TrueColor", "-depth", "8", "png")]
    [TestCase("-monochrome", "-depth", "1", "-strip", "tif")]
    public async Task What_a_scanner_gave_is_kept_in_fewer_bytes_with_every_pixel(string first, string second, string third, string fourth, string extension)
    {
        var path = _bench.PathOf("side.tif");
        var made = Tool.Run("convert", "imagemagick", "-size", "800x600", "-seed", "7", "plasma:red-blue", "-units", "PixelsPerInch", "-density", "300", first, second, third, fourth, "-compress", "None", path);
        Assert.That(made.ExitCode, Is.Zero, made.Error);

        var packed = await _bench.Converter.ToPackedAsync(path, CancellationToken.None);

        var copy = _bench.Put("packed." + packed.Extension, packed.Bytes!.Value.ToArray());   // asserted by the comparison below
        Assert.That((packed.Extension, Math.Round(packed.Facts!.DpiX ?? 0)), Is.EqualTo((extension, 300)));
        Assert.That(packed.Bytes.Value.Length, Is.LessThan(new FileInfo(path).Length));
        Assert.That(Tool.Run("compare", "imagemagick", "-metric", "AE", path, copy, "null:").Error, Is.EqualTo("0"), "pixels that differ");
    }

    [Test]
    public async Task What_is_compressed_is_kept_as_it_is()
    {
        var path = _bench.PathOf("side.tif");
        Tool.Run("convert", "imagemagick", "-size", "80x60", "xc:grey", "-compress", "LZW", path);

        var packed = await _bench.Converter.ToPackedAsync(path, CancellationToken.None);

        Assert.That((packed.IsMaster, packed.Bytes is null), Is.EqualTo((true, true)));
    }

    private Task<ConvertedImage> ToPatentTiff(byte[] bytes) => _bench.Converter.ToPatentTiffAsync(_bench.Put("page", bytes), 0, CancellationToken.None);

    private Task<ConvertedImage> ToPicture(string name, byte[] bytes) => _bench.Converter.ToPictureAsync(_bench.Put(name, bytes), 0, CancellationToken.None);

    /// <summary>The rows of an uncompressed one-bit TIFF as tiffcp writes it: header, pixels, directory.</summary>
    private static List<byte[]> Rows(byte[] tiff, int rowBytes, int rows) =>
        [.. Enumerable.Range(0, rows).Select(row => tiff.AsSpan(8 + row * rowBytes, rowBytes).ToArray())];
}
