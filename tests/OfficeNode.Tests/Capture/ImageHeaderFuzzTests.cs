using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using OfficeNode.Capture;
using OfficeNode.Core;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Capture;

public sealed class ImageHeaderFuzzTests
{
    private const int Runs = 4_000;

    private static IEnumerable<TestCaseData> GoodFiles()
    {
        yield return new TestCaseData(TestImages.GreyTiff(30, 20, frames: 2)).SetArgDisplayNames("little-endian tiff");
        yield return new TestCaseData(TestImages.GreyTiff(30, 20, littleEndian: false)).SetArgDisplayNames("big-endian tiff");
        yield return new TestCaseData(TestImages.Png(30, 20)).SetArgDisplayNames("png");
        yield return new TestCaseData(TestImages.Jpeg(30, 20, exif: TestImages.GreyTiff(2, 2))).SetArgDisplayNames("jpeg");
    }

    [TestCaseSource(nameof(GoodFiles))]
    public void Changed_bytes_never_throw_and_leave_facts_or_a_finding(byte[] good)
    {
        // A third of the changes hit the first 64 bytes, where headers are; some files are cut as well.
        var change = from at in Gen.OneOf(Gen.Choose(0, 63), Gen.Choose(0, good.Length - 1), Gen.Choose(0, good.Length - 1))
                     from value in Gen.Elements(0, 1, 2, 0x7F, 0x80, 0xD8, 0xD9, 0xDA, 0xFE, 0xFF)
                     select (At: Math.Min(at, good.Length - 1), Value: (byte)value);
        var changes = from list in change.ListOf(6)
                      from length in Gen.Frequency((4, Gen.Constant(good.Length)), (1, Gen.Choose(0, good.Length)))
                      select (list, length);

        Prop.ForAll(Arb.From(changes), mutation =>
        {
            var bytes = good[..];
            foreach (var (at, value) in mutation.list)
            {
                bytes[at] = value;
            }

            var file = ImageHeaderReader.Read(new MemoryStream(bytes, 0, mutation.length), "page.tif", new());
            return file.Frames.Count > 0 || file.IsRefused;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs));
    }

    [TestCase("samples/image-torture")]
    [TestCase("samples/scans")]
    [TestCase("samples/logos")]
    [TestCase("samples/pdf-torture")]
    public void Each_sample_gives_facts_or_a_finding_unless_it_is_a_pdf(string folder)
    {
        var files = Directory.GetFiles(SharedMaterial.Require(folder), "*", SearchOption.AllDirectories);

        var silent = files.Where(path =>
        {
            using var stream = File.OpenRead(path);
            var file = ImageHeaderReader.Read(stream, path, new());
            return file.Frames.Count == 0 && !file.IsRefused && file.Format != ImageFormat.Pdf;
        });

        Assert.That(files, Is.Not.Empty);
        Assert.That(silent, Is.Empty);
    }
}
