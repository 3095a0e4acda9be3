using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Standards.Rules;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Rules;

public sealed class RuleSetTests
{
    [Test]
    public void An_office_raises_a_warning_to_an_error()
    {
        var rules = RuleSet.Standard.With(new Dictionary<string, string> { ["STATUS-UNMAPPED"] = "error" }).Value;

        Assert.That(FindingsBy(rules).Select(finding => (finding.Rule, finding.Severity)), Is.EqualTo(new[] { ("STATUS-UNMAPPED", Severity.Error) }));
    }

    [Test]
    public void An_office_switches_a_warning_off()
    {
        var rules = RuleSet.Standard.With(new Dictionary<string, string> { ["STATUS-UNMAPPED"] = "off" }).Value;

        Assert.That(FindingsBy(rules), Is.Empty);
    }

    [TestCase("ACC-STATUS", "warning", "errors keep their weight")]
    [TestCase("NUMBER-MISSING", "off", "errors keep their weight")]
    [TestCase("STATUS-UNMAPPED", "fatal", "info, warning, error or off")]
    [TestCase("NO-SUCH-RULE", "off", "docs/rules.md")]
    public void A_setting_that_cannot_be_is_refused(string id, string word, string expected)
    {
        var refused = RuleSet.Standard.With(new Dictionary<string, string> { [id] = word });

        Assert.That(refused.Expected, Does.Contain(expected));
    }

    private static IReadOnlyList<Finding> FindingsBy(RuleSet rules)
    {
        var record = SampleRecords.Trademark() with { Status = new RecordStatus { Code = "17" } };
        return new Validator(rules).Validate(new Subject { Record = record, Pages = SampleRecords.PagesOf(record), Today = SampleRecords.Today }, null);
    }
}
