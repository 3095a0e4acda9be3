using System.Reflection;
using System.Xml.Linq;
using NUnit.Framework;
using OfficeNode.Standards.Readers;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Readers;

public sealed class ReaderFindingsTests
{
    [Test]
    public void Every_finding_of_the_readers_has_a_message_and_a_hint()
    {
        var ids = typeof(ReaderFindings).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);
        var texts = XDocument.Load(Repository.PathOf("src/OfficeNode.Host/Texts/ReaderFindings.resx")).Descendants("data").Select(data => data.Attribute("name")!.Value);

        Assert.That(texts, Is.EquivalentTo(ids.SelectMany(id => new[] { id + ".message", id + ".hint" })));
    }
}
