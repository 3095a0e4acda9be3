using System.Text;
using NUnit.Framework;
using OfficeNode.Standards.Schemas;
using OfficeNode.Standards.Writers;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Writers;

public sealed class SchemaSetTests
{
    private const string Trademark = "TrademarkApplication_V6_0.xsd";
    private const string Patent = "ep-patent-document-v1-5.dtd";

    [TestCase("ST.96", Trademark, "standards/st96/V6_0/examples/TrademarkApplication_Example.xml")]
    [TestCase("ST.96", "DesignApplication_V6_0.xsd", "standards/st96/V6_0/examples/DesignApplication_Example.xml")]
    [TestCase("ST.96", "PatentPublication_V6_0.xsd", "standards/st96/V6_0/examples/PatentPublication_Example.xml")]
    [TestCase("ST.36", Patent, "standards/st36/ep/instances/EP15906245NWA1.xml")]
    [TestCase("ST.36", Patent, "standards/st36/ep/wipo-st36a-example/DOC00001.xml")]
    public void An_official_example_is_valid(string standard, string schema, string example)
    {
        using var document = File.OpenRead(SharedMaterial.Require(example));

        var validation = Written.Schemas(standard).Validate(schema, document);

        Assert.That(validation, Has.Property(nameof(SchemaValidation.IsValid)).True, Written.Said(validation.Findings));
    }

    [Test]
    public void A_fault_is_found_with_path_line_and_message()
    {
        var text = Example("TrademarkApplication_minimal.xml").Replace("<tmk:Trademark>", "<tmk:Trademark>\n<com:RegistrationOfficeCode>QQ</com:RegistrationOfficeCode>", StringComparison.Ordinal);

        var finding = Validate("ST.96", Trademark, text).Findings.Single();

        Assert.Multiple(() =>
        {
            Assert.That(finding.Rule, Is.EqualTo(WriterFindings.SchemaInvalid));
            Assert.That(finding.Path, Is.EqualTo("/tmk:TrademarkApplication/tmk:TrademarkBag/tmk:Trademark/com:RegistrationOfficeCode"));
            Assert.That(finding.Line, Is.EqualTo(6));
            Assert.That(finding.Arguments, Contains.Key("message"));
        });
    }

    [TestCase("<a/>")]
    [TestCase("<tmk:Trademark xmlns:tmk=\"http://www.wipo.int/standards/XMLSchema/ST96/V9/Trademark\"/>")]
    public void A_document_of_another_kind_is_not_taken_for_valid(string text) =>
        Assert.That(Validate("ST.96", Trademark, text).IsValid, Is.False);

    [TestCase("")]
    [TestCase("<tmk:TrademarkApplication")]
    [TestCase("\0\0\0")]
    public void What_is_not_xml_is_a_finding(string text) =>
        Assert.That(Validate("ST.96", Trademark, text).Findings.Single().Rule, Is.EqualTo(WriterFindings.SchemaNotWellFormed));

    [Test]
    public void A_document_without_doctype_is_not_valid_against_a_dtd() =>
        Assert.That(Validate("ST.36", Patent, "<ep-patent-document lang='en' country='EP'/>").IsValid, Is.False);

    [Test]
    public void Entities_that_explode_are_stopped()
    {
        var bomb = "<!DOCTYPE ep-patent-document SYSTEM 'x.dtd' [<!ENTITY a0 'aaaaaaaaaa'>" +
            string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY a{i} '{string.Concat(Enumerable.Repeat($"&a{i - 1};", 10))}'>")) +
            "]><ep-patent-document lang='en' country='EP'>&a9;</ep-patent-document>";

        Assert.That(Validate("ST.36", Patent, bomb).Findings.Select(finding => finding.Rule), Does.Contain(WriterFindings.SchemaNotWellFormed));
    }

    [Test]
    public void Nothing_outside_the_folder_is_opened()
    {
        var asked = new List<string>();
        var folder = Written.SchemaFolder("ST.36");
        var set = new SchemaSet(name =>
        {
            asked.Add(name);
            return Written.Opener(folder)(name);
        });
        var document = "<!DOCTYPE ep-patent-document SYSTEM 'ep.dtd' [<!ENTITY x SYSTEM 'file:///etc/passwd'><!ENTITY y SYSTEM '../../secret.txt'>]>" +
            "<ep-patent-document lang='en' country='EP'>&x;&y;</ep-patent-document>";

        var validation = set.Validate(Patent, new MemoryStream(Encoding.UTF8.GetBytes(document)));

        Assert.Multiple(() =>
        {
            Assert.That(validation.IsValid, Is.False);
            Assert.That(asked, Is.SubsetOf(new[] { Patent, "passwd", "secret.txt" }));
        });
    }

    [Test]
    public void A_doctype_in_a_document_that_a_schema_judges_is_refused()
    {
        var text = "<!DOCTYPE a [<!ENTITY b 'c'>]>" + Example("TrademarkApplication_minimal.xml").Split("?>", 2)[1];

        Assert.That(Validate("ST.96", Trademark, text).Findings.Single().Rule, Is.EqualTo(WriterFindings.SchemaNotWellFormed));
    }

    [Test]
    public void Without_an_installed_schema_a_document_counts_as_not_checked()
    {
        var set = new SchemaSet(_ => null);

        var validation = set.Validate(Trademark, new MemoryStream());

        Assert.Multiple(() =>
        {
            Assert.That(validation.WasChecked, Is.False);
            Assert.That(validation.IsValid, Is.False);
            Assert.That(validation.Findings.Single().Rule, Is.EqualTo(WriterFindings.SchemaMissing));
        });
    }

    [TestCase("<xsd:schema xmlns:xsd='http://www.w3.org/2001/XMLSchema'><xsd:element name='a' type='b'/></xsd:schema>")]
    [TestCase("not xml")]
    public void A_damaged_schema_counts_as_not_checked_and_says_so(string schema)
    {
        var set = new SchemaSet(_ => new MemoryStream(Encoding.UTF8.GetBytes(schema)));

        var validation = set.Validate("a.xsd", new MemoryStream("<a/>"u8.ToArray()));

        Assert.That((validation.WasChecked, validation.Findings.Single().Rule), Is.EqualTo((false, WriterFindings.SchemaUnusable)));
    }

    [Test]
    public void A_document_full_of_faults_gives_a_bounded_list()
    {
        var marks = string.Concat(Enumerable.Repeat("<tmk:Trademark><com:RegistrationOfficeCode>QQ</com:RegistrationOfficeCode><com:RegistrationNumber/></tmk:Trademark>", 500));
        var text = Example("TrademarkApplication_minimal.xml").Replace("<tmk:TrademarkBag>", "<tmk:TrademarkBag>" + marks, StringComparison.Ordinal);

        var findings = Validate("ST.96", Trademark, text).Findings;

        Assert.That((findings.Count, findings[^1].Rule), Is.EqualTo((new SchemaLimits().Findings + 1, WriterFindings.SchemaMore)));
    }

    [Test]
    public void Elements_nested_beyond_the_limit_are_refused()
    {
        var text = string.Concat(Enumerable.Repeat("<a>", 100_000));

        Assert.That(Validate("ST.96", Trademark, text).Findings[^1].Rule, Is.EqualTo(WriterFindings.SchemaNotWellFormed));
    }

    [Test]
    public void Many_threads_share_one_set()
    {
        var set = Written.Schemas("ST.96");
        var good = Encoding.UTF8.GetBytes(Example("TrademarkApplication_minimal.xml"));
        var bad = Encoding.UTF8.GetBytes(Example("TrademarkApplication_minimal.xml").Replace("V6_0", "V5_0", StringComparison.Ordinal));

        var verdicts = Enumerable.Range(0, 400).AsParallel().AsOrdered().WithDegreeOfParallelism(8)
            .Select(i => set.Validate(Trademark, new MemoryStream(i % 2 == 0 ? good : bad)).IsValid).ToList();

        Assert.That(verdicts, Is.EqualTo(Enumerable.Range(0, 400).Select(i => i % 2 == 0)));
    }

    private static string Example(string name) => File.ReadAllText(SharedMaterial.Require("standards/st96/V6_0/minimal-synthetic/" + name));

    private static SchemaValidation Validate(string standard, string schema, string text) =>
        Written.Schemas(standard).Validate(schema, new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
