using System.Globalization;
using System.Xml.Linq;
using NUnit.Framework;
using OfficeNode.Capture.Reading;
using OfficeNode.Core;

namespace OfficeNode.Tests.Reading;

public sealed class AltoWriterTests
{
    private static readonly XNamespace Alto = "http://www.loc.gov/standards/alto/ns-v4#";

    private static readonly PageText Page = new()
    {
        Width = 400,
        Height = 300,
        Turns = 2,
        Skew = 1.5,
        Languages = ["ara", "eng"],
        Engine = "Tesseract 5.3.0",
        Blocks =
        [
            new(new(10, 20, 300, 40), [new(new(10, 20, 300, 40), [new("رقم", new(210, 20, 100, 40), 91.5f), new("(21)", new(10, 20, 90, 40), 88)]) { RightToLeft = true }]),
            new(new(10, 90, 50, 20), [new(new(10, 90, 50, 20), [new("<&\">", new(10, 90, 50, 20), 100)])]),
        ],
    };

    [Test]
    public void Words_stand_in_reading_order_with_place_and_confidence()
    {
        var words = Write().Descendants(Alto + "String").ToList();

        Assert.That(words.Select(word => (string?)word.Attribute("CONTENT")), Is.EqualTo(new[] { "رقم", "(21)", "<&\">" }));
        Assert.That(words[0].Attributes().Where(attribute => attribute.Name != "CONTENT").Select(attribute => $"{attribute.Name}={attribute.Value}"),
            Is.EqualTo(new[] { "HPOS=210", "VPOS=20", "WIDTH=100", "HEIGHT=40", "WC=0.92" }));
    }

    [Test]
    public void Structure_and_required_attributes_are_those_of_the_schema()
    {
        var alto = Write();

        Assert.That(alto.Name, Is.EqualTo(Alto + "alto"));
        Assert.That(alto.Elements().Select(part => part.Name.LocalName), Is.EqualTo(new[] { "Description", "Layout" }));
        Assert.That(alto.Element(Alto + "Description")!.Elements().Select(part => part.Name.LocalName), Is.EqualTo(new[] { "MeasurementUnit", "sourceImageInformation", "Processing" }));
        var page = alto.Descendants(Alto + "Page").Single();
        Assert.That(page.Attributes().Select(attribute => attribute.Name.LocalName), Is.SupersetOf(new[] { "ID", "PHYSICAL_IMG_NR", "WIDTH", "HEIGHT" }));
        Assert.That((string?)page.Attribute("ROTATION"), Is.EqualTo("-1.5"));
        Assert.That(alto.Descendants(Alto + "TextLine").Select(line => line.Elements().Select(part => part.Name.LocalName)), Is.EqualTo(new[] { new[] { "String", "SP", "String" }, ["String"] }));
        Assert.That(alto.DescendantsAndSelf().Attributes("ID").Select(id => id.Value), Is.Unique);
    }

    [Test]
    public void Direction_and_language_are_told()
    {
        var alto = Write();

        Assert.That(alto.Descendants(Alto + "TextLine").Select(line => (string?)line.Attribute("BASEDIRECTION")), Is.EqualTo(new[] { "rtl", "ltr" }));
        Assert.That((string?)alto.Descendants(Alto + "Page").Single().Attribute("LANG"), Is.EqualTo("ar"));
    }

    [Test]
    [SetCulture("ar-SA")]
    public void Numbers_do_not_follow_the_machines_culture()
    {
        Assert.That(CultureInfo.CurrentCulture.Name, Is.EqualTo("ar-SA"));
        Assert.That((string?)Write().Descendants(Alto + "String").First().Attribute("WC"), Is.EqualTo("0.92"));
    }

    private static XElement Write()
    {
        using var output = new MemoryStream();
        AltoWriter.Write(Page, "page.tif", 1, output);
        output.Position = 0;
        return XElement.Load(output);
    }
}
