using System.Xml.Linq;
using NUnit.Framework;
using OfficeNode.Capture.Reading;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Reading;

public sealed class ReadingTextsTests
{
    [Test]
    public void Each_finding_has_a_message_and_a_hint_and_no_text_is_left_over()
    {
        var ids = typeof(ReadingFindings).GetFields().Select(field => (string)field.GetRawConstantValue()!);   // all are string constants

        var keys = XDocument.Load(Repository.PathOf("src/OfficeNode.Host/Texts/ReadingFindings.resx")).Descendants("data").Select(data => (string?)data.Attribute("name"));

        Assert.That(keys, Is.EquivalentTo(ids.SelectMany(id => new[] { id + ".message", id + ".hint" })));
    }
}
