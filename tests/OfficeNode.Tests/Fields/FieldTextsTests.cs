using System.Xml.Linq;
using NUnit.Framework;
using OfficeNode.Capture.Fields;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Fields;

public sealed class FieldTextsTests
{
    [Test]
    public void Each_finding_has_a_message_and_a_hint_and_no_text_is_left_over()
    {
        var ids = typeof(FieldFindings).GetFields().Select(field => (string)field.GetRawConstantValue()!);   // all are string constants

        var keys = XDocument.Load(Repository.PathOf("src/OfficeNode.Host/Texts/FieldFindings.resx")).Descendants("data").Select(data => (string?)data.Attribute("name"));

        Assert.That(keys, Is.EquivalentTo(ids.SelectMany(id => new[] { id + ".message", id + ".hint" })));
    }
}
