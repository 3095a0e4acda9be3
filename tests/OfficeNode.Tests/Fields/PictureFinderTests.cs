using NUnit.Framework;
using OfficeNode.Capture;
using OfficeNode.Capture.Fields;
using OfficeNode.Capture.Headers;
using OfficeNode.Core;
using OfficeNode.Tests.Capture;

namespace OfficeNode.Tests.Fields;

public sealed class PictureFinderTests
{
    // A page of A4 at 75 dots to the inch, as large as the finder looks at it.
    private const int Width = 620;
    private const int Height = 877;

    private static readonly PixelBox Picture = new(200, 400, 180, 150);

    private WorkerBench _bench = null!;   // set before each test

    [SetUp]
    public void Open() => _bench = new();

    [TearDown]
    public async Task Close() => await _bench.DisposeAsync();

    [Test]
    public async Task Picture_is_found_among_words_rules_and_specks()
    {
        var found = await FindAsync(Form());

        Assert.That(found.Single().Box, Is.EqualTo(Picture));
    }

    [Test]
    public async Task Parts_that_stand_close_are_one_picture()
    {
        var page = Form();
        Fill(page, new(390, 420, 60, 60), 40);

        var found = await FindAsync(page);

        Assert.That(found.Single().Box, Is.EqualTo(new PixelBox(200, 400, 250, 150)));
    }

    [Test]
    public async Task Views_that_stand_apart_are_several()
    {
        var page = Form();
        Fill(page, new(200, 650, 120, 120), 40);

        var found = await FindAsync(page);

        Assert.That(found.Select(picture => picture.Box), Is.EquivalentTo(new[] { Picture, new PixelBox(200, 650, 120, 120) }));
    }

    [Test]
    public async Task Page_of_words_alone_has_no_picture()
    {
        var page = Form();
        Fill(page, Picture, 250);

        Assert.That(await FindAsync(page), Is.Empty);
    }

    [Test]
    public async Task Large_letters_that_the_machine_read_belong_to_the_picture()
    {
        var page = Form();
        var lettering = new PixelBox(390, 440, 120, 50);
        Fill(page, lettering, 40);
        var read = Words();
        var text = read with { Blocks = [.. read.Blocks, new(lettering, [new(lettering, [new("twelve", lettering, 96)])])] };

        var found = await new PictureFinder(_bench.Pool, new()).FindAsync(_bench.Put("page.tif", Tiff(page)), 0, text, CancellationToken.None);

        Assert.That(found.Pictures.Single().Box, Is.EqualTo(Picture.Union(lettering)));
    }

    [Test]
    public async Task Page_that_stands_on_its_head_gives_boxes_of_the_upright_frame()
    {
        var page = Form();
        Array.Reverse(page);

        var found = await new PictureFinder(_bench.Pool, new()).FindAsync(_bench.Put("page.tif", Tiff(page)), 0, Words() with { Turns = 2 }, CancellationToken.None);

        Assert.That(found.Pictures.Single().Box, Is.EqualTo(Picture));
    }

    [Test]
    public async Task Crop_has_the_size_of_its_box()
    {
        var made = await _bench.Converter.ToCropAsync(_bench.Put("page.tif", Tiff(Form())), 0, 0, Picture, CancellationToken.None);

        Assert.That((made.Facts!.Width, made.Facts.Height, made.Extension), Is.EqualTo((180, 150, "png")));   // made, so there are facts
    }

    [Test]
    public async Task Crop_outside_the_page_is_a_finding()
    {
        var made = await _bench.Converter.ToCropAsync(_bench.Put("page.tif", Tiff(Form())), 0, 0, new(5_000, 5_000, 10, 10), CancellationToken.None);

        Assert.That(made.Findings.Single().Rule, Is.EqualTo(CaptureFindings.NotDecodable));
    }

    [Test]
    public async Task File_that_is_no_image_is_a_finding()
    {
        var found = await new PictureFinder(_bench.Pool, new()).FindAsync(_bench.Put("page.tif", [1, 2, 3]), 0, Words(), CancellationToken.None);

        Assert.That((found.Pictures.Count, found.Findings.Single().Severity), Is.EqualTo((0, Severity.Error)));
    }

    private async Task<IReadOnlyList<FoundPicture>> FindAsync(byte[] page) =>
        (await new PictureFinder(_bench.Pool, new()).FindAsync(_bench.Put("page.tif", Tiff(page)), 0, Words(), CancellationToken.None)).Pictures;

    /// <summary>Words, the frame of a table around them, the shadow of the lid, a punch hole, specks and a picture.</summary>
    private static byte[] Form()
    {
        var page = new byte[Width * Height];
        page.AsSpan().Fill(250);
        foreach (var word in Words().Lines().SelectMany(line => line.Words))
        {
            Fill(page, word.Box, 30);
        }

        foreach (var rule in new PixelBox[] { new(40, 50, 540, 2), new(40, 300, 540, 2), new(40, 50, 2, 252), new(578, 50, 2, 252), new(0, 0, 5, Height), new(20, 370, 18, 18) })
        {
            Fill(page, rule, 30);
        }

        for (var speck = 0; speck < 200; speck++)
        {
            page[speck * 104_729 % page.Length] = 0;
        }

        Fill(page, Picture, 90);
        return page;
    }

    private static PageText Words()
    {
        var words = Enumerable.Range(0, 40).Select(word => new TextWord("word", new(60 + word % 5 * 90, 70 + word / 5 * 28, 70, 10), 90)).ToList();
        return new() { Width = Width, Height = Height, Languages = ["eng"], Engine = "by hand", Blocks = [new(new(60, 70, 430, 206), [new(new(60, 70, 430, 206), words)])] };
    }

    private static void Fill(byte[] page, PixelBox box, byte grey)
    {
        for (var y = box.Y; y < box.Bottom; y++)
        {
            page.AsSpan(y * Width + box.X, box.Width).Fill(grey);
        }
    }

    private static byte[] Tiff(byte[] pixels) => TestImages.Tiff(littleEndian: true, 1, pixels, offset =>
    [
        new(TiffTag.ImageWidth, 4, Width),
        new(TiffTag.ImageLength, 4, Height),
        new(TiffTag.BitsPerSample, 3, 8),
        new(TiffTag.Compression, 3, 1),
        new(TiffTag.PhotometricInterpretation, 3, 1),
        new(TiffTag.StripOffsets, 4, offset),
        new(TiffTag.SamplesPerPixel, 3, 1),
        new(TiffTag.RowsPerStrip, 4, Height),
        new(TiffTag.StripByteCounts, 4, (uint)pixels.Length),
        new(TiffTag.XResolution, 5, 8),
        new(TiffTag.YResolution, 5, 8),
        new(TiffTag.ResolutionUnit, 3, 2),
    ]);
}
