using System.Text;
using NUnit.Framework;
using OfficeNode.Standards.Readers;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Readers;

public sealed class SourceDetectionTests
{
    [TestCase("samples/biblio/euipo-tm-xml/018223370.xml", SourceFormat.St66)]
    [TestCase("samples/biblio/uspto-tsdr-st96-st66/rn2178784-ST66.xml", SourceFormat.St66)]
    [TestCase("samples/biblio/epo-ep-documents/v1-0-B1.xml", SourceFormat.St36)]
    [TestCase("standards/st36/us/instances/xml2014/US08926509.xml", SourceFormat.St36)]
    [TestCase("samples/biblio/patentscope-pizza/pizza_medium.csv", SourceFormat.Csv)]
    [TestCase("samples/biblio/inpi-fr-marks/inpi_France_Public.csv", SourceFormat.Csv)]
    [TestCase("samples/biblio/patentscope-pizza/solarcooking.xls", SourceFormat.Unknown)]
    [TestCase("samples/biblio/euipo-design-xml/001063200-0020.xml", SourceFormat.Unknown)]
    [TestCase("samples/biblio/uspto-tsdr-st96-st66/rn2178784-ST96.xml", SourceFormat.Unknown)]
    public void Real_files_are_told_apart(string path, SourceFormat format)
    {
        var bytes = File.ReadAllBytes(SharedMaterial.Require(path));

        var detected = SourceDetection.Detect(bytes.AsSpan(0, Math.Min(bytes.Length, SourceDetection.HeadBytes)), path);

        Assert.That(detected.Format, Is.EqualTo(format));
        Assert.That(detected.Finding is null, Is.EqualTo(format != SourceFormat.Unknown));
    }

    [Test]
    public void What_is_not_accepted_is_named()
    {
        var detected = SourceDetection.Detect(Encoding.UTF8.GetBytes("<html><body/></html>"), "page.html");

        Assert.That(detected.Finding, Has.Property("Found").EqualTo("XML with the root element html").And.Property("File").EqualTo("page.html"));
    }
}
