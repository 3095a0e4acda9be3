using System.Text;
using NUnit.Framework;
using OfficeNode.Capture.Fields;
using OfficeNode.Core;

namespace OfficeNode.Tests.Fields;

public sealed class FieldRuleFileTests
{
    private const string Office = """
        {
          // What the forms of one office call things.
          "rules": [
            { "field": "application_number", "rights": "PU", "labels": ["Acta"], "cut": true, "patterns": ["P-[0-9]{2}-[0-9]{5}"] },
            { "field": "other", "labels": ["Sello"] },
          ]
        }
        """;

    [Test]
    public void Office_adds_labels_and_shapes_of_its_own()
    {
        var rules = FieldRules.BuiltIn.With(Read(Office).Rules!);   // read without a finding
        var sheet = Sheet.Of("Acta: P-26-00123 (mesa 4)", "Filing date: 12.03.2026", "Title: Kiln for bricks");

        Assert.That((sheet.ValueOf("application_number"), sheet.ValueOf("application_number", rules: rules)), Is.EqualTo(((string?)null, "P-26-00123")));
    }

    [Test]
    public void Rules_for_one_right_do_not_touch_another()
    {
        var rules = FieldRules.BuiltIn.With(Read(Office).Rules!);   // read without a finding
        var sheet = Sheet.Of("Acta: P-26-00123", "Filing date: 12.03.2026", "Mark: AMBER HERON", "Nice class: 29");

        Assert.That(sheet.ValueOf("application_number", Right.Trademark, rules), Is.Null);
    }

    [TestCase("{", FieldFindings.Json)]
    [TestCase("[]", FieldFindings.Value)]
    [TestCase("""{ "rules": [ { "field": "title", "label": ["T"] } ] }""", FieldFindings.UnknownKey)]
    [TestCase("""{ "rules": [ { "field": "colour" } ] }""", FieldFindings.UnknownField)]
    [TestCase("""{ "rules": [ { "labels": ["T"] } ] }""", FieldFindings.UnknownField)]
    [TestCase("""{ "rules": [ 7 ] }""", FieldFindings.Value)]
    [TestCase("""{ "rights": "X", "rules": [] }""", FieldFindings.Value)]
    [TestCase("""{ "rules": [ { "field": "title", "labels": "T" } ] }""", FieldFindings.Value)]
    [TestCase("""{ "rules": [ { "field": "title", "lines": 0 } ] }""", FieldFindings.Value)]
    [TestCase("""{ "rules": [ { "field": "title", "several": 1 } ] }""", FieldFindings.Value)]
    [TestCase("""{ "rules": [ { "field": "title", "patterns": ["("] } ] }""", FieldFindings.Pattern)]
    [TestCase("""{ "rules": [ { "field": "title", "patterns": ["(a)\\1"] } ] }""", FieldFindings.Pattern)]
    [TestCase("""{ "rules": [ { "field": "title", "patterns": ["(?=a)"] } ] }""", FieldFindings.Pattern)]
    public void Wrong_file_is_refused_with_what_is_wrong(string json, string finding)
    {
        var reading = Read(json);

        Assert.That((reading.Rules, reading.Findings.Single().Rule), Is.EqualTo(((FieldRules?)null, finding)));
    }

    [Test]
    public void All_mistakes_are_named_at_once()
    {
        var reading = Read("""{ "language": 1, "rules": [ { "field": "x", "lines": 99 }, { "field": "title", "size": 1 } ] }""");

        Assert.That(reading.Findings.Select(finding => finding.Path), Is.EqualTo(new[] { "language", "rules[1].field", "rules[1].lines", "rules[2].size" }));
    }

    [Test]
    public void File_beyond_the_limit_is_not_read()
    {
        var reading = Read(new string(' ', new FieldLimits().MostFileBytes + 1));

        Assert.That(reading.Findings.Single().Rule, Is.EqualTo(FieldFindings.Json));
    }

    private static FieldRulesReading Read(string json) => FieldRuleFile.Read(Encoding.UTF8.GetBytes(json), "office.json");
}
