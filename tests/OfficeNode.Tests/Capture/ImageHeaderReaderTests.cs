using NUnit.Framework;
using OfficeNode.Capture;
using OfficeNode.Capture.Headers;
using OfficeNode.Core;

namespace OfficeNode.Tests.Capture;

public sealed class ImageHeaderReaderTests
{
    [TestCase(true)]
    [TestCase(false)]
    public void Tiff_of_either_byte_order_gives_its_facts(bool littleEndian)
    {
        var file = Read(TestImages.GreyTiff(40, 24, dpi: 200, littleEndian));

        Assert.That(file.Findings, Is.Empty);
        Assert.That(file.Frames, Is.EqualTo(new[]
        {
            new ImageFacts
            {
                Format = ImageFormat.Tiff,
                Width = 40,
                Height = 24,
                DpiX = 200,
                DpiY = 200,
                BitsPerSample = 8,
                SamplesPerPixel = 1,
                Photometric = Photometric.BlackIsZero,
                LittleEndian = littleEndian,
            },
        }));
    }

    [Test]
    public void Tiff_with_three_frames_gives_three_facts_that_count_them()
    {
        var file = Read(TestImages.GreyTiff(8, 8, frames: 3));

        Assert.That(file.Frames.Select(facts => facts.Frames), Is.EqualTo(new[] { 3, 3, 3 }));
    }

    [Test]
    public void Tiff_whose_frames_lead_back_to_the_first_is_refused()
    {
        var bytes = TestImages.GreyTiff(8, 8);
        BitConverter.GetBytes(BitConverter.ToInt32(bytes, 4)).CopyTo(bytes, bytes.Length - 4);

        Assert.That(ErrorOf(Read(bytes)), Is.EqualTo(CaptureFindings.FrameLoop));
    }

    [Test]
    public void Tiff_whose_pixels_end_beyond_the_file_is_refused_as_truncated()
    {
        var bytes = Changed(TestImages.GreyTiff(8, 8), TiffTag.StripByteCounts, 100_000);

        Assert.That(ErrorOf(Read(bytes)), Is.EqualTo(CaptureFindings.Truncated));
    }

    [Test]
    public void Tiff_with_fewer_bytes_than_its_size_needs_is_refused_as_truncated()
    {
        var bytes = Changed(TestImages.GreyTiff(8, 8), TiffTag.StripByteCounts, 63);

        Assert.That(ErrorOf(Read(bytes)), Is.EqualTo(CaptureFindings.Truncated));
    }

    [Test]
    public void Tiff_with_fewer_strips_than_its_rows_need_is_refused()
    {
        var bytes = Changed(TestImages.GreyTiff(8, 8), TiffTag.RowsPerStrip, 4);

        Assert.That(ErrorOf(Read(bytes)), Is.EqualTo(CaptureFindings.Header));
    }

    [Test]
    public void Tiff_without_a_resolution_unit_other_than_none_has_no_dpi()
    {
        var bytes = Changed(TestImages.GreyTiff(8, 8), TiffTag.ResolutionUnit, 1);

        Assert.That(Read(bytes).Frames[0].DpiX, Is.Null);
    }

    [Test]
    public void Tiff_that_claims_a_billion_pixels_is_refused_by_its_header()
    {
        var bytes = Changed(Changed(TestImages.GreyTiff(8, 8), TiffTag.ImageWidth, 19_000), TiffTag.ImageLength, 19_000);

        Assert.That(ErrorOf(Read(bytes)), Is.EqualTo(CaptureFindings.TooLarge));
    }

    [Test]
    public void Tiff_with_more_frames_than_the_limit_is_refused()
    {
        var file = Read(TestImages.GreyTiff(8, 8, frames: 4), new ImageLimits { MostFrames = 3 });

        Assert.That(ErrorOf(file), Is.EqualTo(CaptureFindings.TooLarge));
    }

    [Test]
    public void Tiff_whose_header_wants_more_reading_than_the_limit_is_refused()
    {
        var file = Read(TestImages.GreyTiff(100, 100, frames: 100), new ImageLimits { MostHeaderBytes = 4_096 });

        Assert.That(ErrorOf(file), Is.EqualTo(CaptureFindings.TooLarge));
    }

    [Test]
    public void BigTiff_is_recognised_and_refused()
    {
        var file = Read([(byte)'I', (byte)'I', 43, 0, 8, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0]);

        Assert.That(ErrorOf(file), Is.EqualTo(CaptureFindings.BigTiff));
    }

    [Test]
    public void Png_gives_its_facts_with_the_density_as_whole_dots_per_inch()
    {
        var facts = Read(TestImages.Png(20, 10)).Frames.Single();

        Assert.That(facts, Is.EqualTo(new ImageFacts
        {
            Format = ImageFormat.Png,
            Width = 20,
            Height = 10,
            DpiX = 300,
            DpiY = 300,
            BitsPerSample = 8,
            SamplesPerPixel = 1,
            Compression = ImageCompression.Deflate,
            Photometric = Photometric.BlackIsZero,
        }));
    }

    [Test]
    public void Png_whose_header_differs_from_its_checksum_is_refused()
    {
        var bytes = TestImages.Png(20, 10);
        bytes[19] ^= 1;

        Assert.That(ErrorOf(Read(bytes)), Is.EqualTo(CaptureFindings.Checksum));
    }

    [Test]
    public void Png_without_its_end_is_refused_as_truncated()
    {
        var bytes = TestImages.Png(20, 10)[..^12];

        Assert.That(ErrorOf(Read(bytes)), Is.EqualTo(CaptureFindings.Truncated));
    }

    [Test]
    public void Png_bomb_is_refused_by_its_header()
    {
        Assert.That(ErrorOf(Read(TestImages.PngStart(300_000, 300_000))), Is.EqualTo(CaptureFindings.TooLarge));
    }

    [TestCase(1, 300, 300.0)]
    [TestCase(2, 118, 299.72)]
    [TestCase(0, 1, null)]
    public void Jpeg_density_is_read_in_its_unit(byte unit, int density, double? dpi)
    {
        Assert.That(Read(TestImages.Jpeg(16, 16, unit, (ushort)density)).Frames.Single().DpiX, Is.EqualTo(dpi));
    }

    [Test]
    public void Jpeg_without_a_unit_takes_the_resolution_of_exif()
    {
        var exif = TestImages.Tiff(littleEndian: false, 1, [], _ => [new(TiffTag.XResolution, 5, 8), new(TiffTag.YResolution, 5, 8)], dpi: 240);

        Assert.That(Read(TestImages.Jpeg(16, 16, unit: 0, density: 1, exif)).Frames.Single().DpiY, Is.EqualTo(240));
    }

    [Test]
    public void Jpeg_that_says_where_it_was_taken_earns_a_warning()
    {
        var exif = TestImages.Tiff(littleEndian: true, 1, [], _ => [new(TiffTag.GpsDirectory, 4, 8)]);

        Assert.That(Read(TestImages.Jpeg(16, 16, exif: exif)).Findings.Select(finding => finding.Rule), Is.EqualTo(new[] { CaptureFindings.Location }));
    }

    [Test]
    public void Jpeg_without_its_end_marker_is_refused_as_truncated()
    {
        Assert.That(ErrorOf(Read(TestImages.Jpeg(640, 640)[..^2])), Is.EqualTo(CaptureFindings.Truncated));
    }

    [Test]
    public void Jpeg_with_bytes_behind_its_end_is_taken()
    {
        var file = Read([.. TestImages.Jpeg(640, 640), .. new byte[5_000]]);

        Assert.That(file.IsRefused, Is.False);
    }

    [Test]
    public void Content_goes_before_the_name_and_the_difference_is_told()
    {
        using var stream = new MemoryStream(TestImages.Png(20, 10));

        var file = ImageHeaderReader.Read(stream, "seal.jpg", new());

        Assert.That(file.Format, Is.EqualTo(ImageFormat.Png));
        Assert.That(file.Findings.Single(), Is.EqualTo(new Finding(CaptureFindings.Extension, Severity.Info) { File = "seal.jpg", Found = ".jpg", Expected = ".png" }));
    }

    [Test]
    public void Pdf_is_recognised_and_has_no_frames_that_a_header_tells_of()
    {
        var file = Read("%PDF-1.7 and so on"u8.ToArray());

        Assert.That(file.Format, Is.EqualTo(ImageFormat.Pdf));
        Assert.That((file.IsRefused, file.Frames.Count), Is.EqualTo((false, 0)));
    }

    [Test]
    public void Unknown_format_is_named_where_it_is_recognised()
    {
        Assert.That(Read("GIF89a..."u8.ToArray()).Findings.Single().Found, Is.EqualTo("GIF"));
    }

    [Test]
    public void Empty_file_is_refused()
    {
        Assert.That(ErrorOf(Read([])), Is.EqualTo(CaptureFindings.Empty));
    }

    private static ImageFile Read(byte[] bytes, ImageLimits? limits = null) => ImageHeaderReader.Read(new MemoryStream(bytes), null, limits ?? new());

    private static string ErrorOf(ImageFile file) => file.Findings.Single(finding => finding.Severity == Severity.Error).Rule;

    /// <summary>Overwrites the value of a tag in the last directory of a little-endian TIFF made by <see cref="TestImages"/>.</summary>
    private static byte[] Changed(byte[] tiff, int tag, uint value)
    {
        var directory = BitConverter.ToInt32(tiff, 4);
        var entry = Enumerable.Range(0, BitConverter.ToUInt16(tiff, directory)).Select(i => directory + 2 + i * 12).Single(at => BitConverter.ToUInt16(tiff, at) == tag);
        BitConverter.GetBytes(value).CopyTo(tiff, entry + 8);
        return tiff;
    }
}
