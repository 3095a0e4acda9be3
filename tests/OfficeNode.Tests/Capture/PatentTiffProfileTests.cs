using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using NUnit.Framework;
using OfficeNode.Capture;
using OfficeNode.Core;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Capture;

public sealed partial class PatentTiffProfileTests
{
    private const string Examples = "standards/st36/ep";

    [Test]
    public void All_images_of_the_official_example_match_the_profile()
    {
        var files = Directory.GetFiles(SharedMaterial.Require(Examples), "*.tif", SearchOption.AllDirectories);

        var others = files.Where(path => !PatentTiffProfile.Matches(Read(path)));

        Assert.That(files, Is.Not.Empty);
        Assert.That(others, Is.Empty);
    }

    [Test]
    public void Millimetres_are_those_of_the_official_example()
    {
        var checkedImages = 0;
        foreach (var document in Directory.GetFiles(SharedMaterial.Require(Examples), "*.xml", SearchOption.AllDirectories))
        {
            foreach (Match image in ImageElement().Matches(File.ReadAllText(document)))
            {
                checkedImages += Compare(Path.GetDirectoryName(document)!, XElement.Parse(image.Value + "/>"));   // a file has a folder
            }
        }

        Assert.That(checkedImages, Is.GreaterThan(5));
    }

    [Test]
    public void Tiff_with_a_description_does_not_match()
    {
        var strip = new byte[] { 0, 0x10, 0x01, 0 };
        var tiff = PatentTiffWriter.Write(8, 8, strip);
        tiff[8 + 2] = 0x0E;   // the first tag becomes 270, ImageDescription
        tiff[8 + 3] = 0x01;

        Assert.That(PatentTiffProfile.Matches(ImageHeaderReader.Read(new MemoryStream(tiff), null, new())), Is.False);
    }

    [Test]
    public void Page_wider_than_a4_does_not_match()
    {
        Assert.That(PatentTiffProfile.Matches(ImageHeaderReader.Read(new MemoryStream(PatentTiffWriter.Write(2_481, 3_508, [0, 0x10, 0x01, 0])), null, new())), Is.False);
    }

    [TestCase(2_480, 3_508)]
    [TestCase(3_508, 2_480)]
    public void Page_that_our_writer_makes_matches_either_way_round(int width, int height)
    {
        var tiff = PatentTiffWriter.Write(width, height, [0, 0x10, 0x01, 0]);

        Assert.That(PatentTiffProfile.Matches(ImageHeaderReader.Read(new MemoryStream(tiff), null, new())), Is.True);
    }

    [TestCase(1_276, 108)]
    [TestCase(1_016, 86)]
    [TestCase(1_949, 165)]
    [TestCase(2_433, 206)]
    [TestCase(2_480, 210)]
    public void Millimetres_come_from_pixels_as_the_examples_of_ST36_have_them(int pixels, int millimetres)
    {
        Assert.That(Math.Round(ImageFacts.MillimetresOf(pixels, 300)), Is.EqualTo(millimetres));
    }

    private static int Compare(string folder, XElement image)
    {
        var path = Path.Combine(folder, (string?)image.Attribute("file") ?? "");
        if (!File.Exists(path) || image.Attribute("wi") is not { } wi)
        {
            return 0;
        }

        var facts = Read(path).Frames[0];
        Assert.That(ImageFacts.MillimetresOf(facts.Width, 300), Is.EqualTo(XmlConvert.ToInt32(wi.Value)).Within(1), path);
        return 1;
    }

    private static ImageFile Read(string path)
    {
        using var stream = File.OpenRead(path);
        return ImageHeaderReader.Read(stream, path, new());
    }

    [GeneratedRegex("<img [^>]*[^/>](?=/?>)")]
    private static partial Regex ImageElement();
}
