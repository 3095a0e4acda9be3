using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NUnit.Framework;
using OfficeNode.Sync;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Sync;

public sealed partial class SyncTextsTests
{
    private static readonly string[] Known = ["destination", "path", "found", "expected"];

    private static readonly Dictionary<string, string> Texts = XDocument.Load(Repository.PathOf("src/OfficeNode.Host/Texts/SyncFindings.resx"))
        .Descendants("data")
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);   // a resx without them does not build

    [Test]
    public void Every_finding_has_a_message_and_a_hint_and_no_text_is_left_over()
    {
        var ids = typeof(SyncFindings).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);   // all are strings

        Assert.That(Texts.Keys, Is.EquivalentTo(ids.SelectMany(id => new[] { id + ".message", id + ".hint" })));
    }

    [Test]
    public void Every_fault_has_a_finding_of_its_own()
    {
        var rules = Enum.GetValues<DeliveryFault>().Select(fault => new DeliveryException(fault, "why").ToFinding("patentscope").Rule);

        Assert.That(rules, Is.Unique.And.All.Matches<string>(rule => Texts.ContainsKey(rule + ".hint")));
    }

    [Test]
    public void Texts_name_only_what_a_finding_carries()
    {
        var names = Texts.Values.SelectMany(text => Placeholder().Matches(text).Select(match => match.Groups[1].Value)).Distinct();

        Assert.That(names, Is.SubsetOf(Known));
    }

    [GeneratedRegex(@"\{([^}]*)\}")]
    private static partial Regex Placeholder();
}
