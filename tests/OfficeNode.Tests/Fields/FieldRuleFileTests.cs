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
    [TestCase("""{ "rules": [ { "field": "title", "patterns": ["a)|(b"] } ] }""", FieldFindings.Pattern)]
    [TestCase("""{ "rules": [ { "field": "title", "patterns": ["[0-9]*"] } ] }""", FieldFindings.Pattern)]
    [TestCase("""{ "rules": [ { "field": "title", "patterns": ["(P-[0-9]+)?"] } ] }""", FieldFindings.Pattern)]
    [TestCase("""{ "rules": [ { "field": "title", "inid": ["(54)"] } ] }""", FieldFindings.Value)]
    [TestCase("""{ "rules": [ { "field": "title", "labels": ["\ud800"] } ] }""", FieldFindings.Encoding)]
    [TestCase("""{ "rules": [ ], "\udc00": 1 }""", FieldFindings.Encoding)]
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
    public void Mistakes_are_told_with_the_place_of_their_rule()
    {
        var reading = Read("""{ "rules": [ 7, { "field": "title", "patterns": ["a", "("] } ] }""");

        Assert.That(reading.Findings.Select(finding => finding.Path), Is.EqualTo(new[] { "rules[1]", "rules[2].patterns[2]" }));
    }

    [Test]
    public void File_saved_in_another_encoding_is_refused_with_each_line()
    {
        var file = Encoding.Latin1.GetBytes("""
            { "rules": [
              { "field": "filing_date", "labels": ["Dépôt"] },
              { "field": "title", "labels": ["Titre"] },
              { "field": "address", "labels": ["Siège"] } ] }
            """);

        var reading = FieldRuleFile.Read(file, "office.json");

        Assert.That(reading.Rules, Is.Null);
        Assert.That(
            reading.Findings.Select(finding => (finding.Rule, finding.File, finding.Line, finding.Found)),
            Is.EqualTo(new[] { (FieldFindings.Encoding, "office.json", 2L, "D\uFFFDp\uFFFDt"), (FieldFindings.Encoding, "office.json", 4L, "Si\uFFFDge") }));
    }

    [Test]
    public void Byte_order_mark_is_no_mistake()
    {
        var reading = FieldRuleFile.Read(Encoding.UTF8.Preamble.ToArray().Concat(Encoding.UTF8.GetBytes(Office)).ToArray(), "office.json");

        Assert.That((reading.Findings.Count, reading.Rules is not null), Is.EqualTo((0, true)));
    }

    [Test]
    public void Shape_alone_finds_all_values_of_a_field_that_may_have_several()
    {
        var rules = FieldRules.BuiltIn.With(Read("""{ "rules": [ { "field": "agent", "several": true, "alone": true, "patterns": ["AG-[0-9]{3}"] } ] }""").Rules!);   // read without a finding
        var sheet = Sheet.Of("(21) Application number: KE/P/2026/000123", "(22) Filing date: 12.03.2026", "AG-017", "AG-018");

        Assert.That(sheet.ValueOf("agent", rules: rules), Is.EqualTo("AG-017 | AG-018"));
    }

    [Test]
    public void Shape_alone_adds_nothing_to_what_a_label_names()
    {
        var rules = FieldRules.BuiltIn.With(Read("""{ "rules": [ { "field": "agent", "several": true, "alone": true, "patterns": ["AG-[0-9]{3}"] } ] }""").Rules!);   // read without a finding
        var sheet = Sheet.Of("(21) Application number: KE/P/2026/000123", "(74) Agent: AG-017", "AG-018");

        Assert.That(sheet.ValueOf("agent", rules: rules), Is.EqualTo("AG-017"));
    }

    [TestCase("""{ "rules": [ { "field": "title", "cut": true, "alone": true, "patterns": ["\\s", "\\b"] } ] }""")]
    [TestCase("""{ "rules": [ { "field": "title", "labels": ["\uFFFE", "\uFFFF Title"] } ] }""")]
    public void Rules_that_say_nothing_do_no_harm(string json)
    {
        var rules = FieldRules.BuiltIn.With(Read(json).Rules!);   // read without a finding
        var sheet = Sheet.Of("(21) Application number: KE/P/2026/000123", "(22) Filing date: 12.03.2026", "(54) Title: Kiln for bricks");

        Assert.That(sheet.ValueOf("title", rules: rules), Is.EqualTo("Kiln for bricks"));
    }

    [Test]
    public void Field_that_no_draft_has_is_never_given()
    {
        var rules = FieldRules.BuiltIn.With(Read("""{ "rules": [ { "field": "other", "alone": true, "patterns": ["Kiln"] } ] }""").Rules!);   // read without a finding
        var sheet = Sheet.Of("(21) Application number: KE/P/2026/000123", "(22) Filing date: 12.03.2026", "(54) Title: Kiln for bricks");

        Assert.That(sheet.ValueOf("other", rules: rules), Is.Null);
    }

    [Test]
    public void File_beyond_the_limit_is_not_read()
    {
        var reading = Read(new string(' ', new FieldLimits().MostFileBytes + 1));

        Assert.That(reading.Findings.Single().Rule, Is.EqualTo(FieldFindings.Json));
    }

    private static FieldRulesReading Read(string json) => FieldRuleFile.Read(Encoding.UTF8.GetBytes(json), "office.json");
}
