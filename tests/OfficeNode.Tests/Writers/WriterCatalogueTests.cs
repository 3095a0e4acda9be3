using System.Reflection;
using System.Xml.Linq;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Standards.Writers;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Writers;

public sealed class WriterCatalogueTests
{
    [TestCase(Right.Trademark, "ST.96", "V6_0", typeof(St96TrademarkWriter))]
    [TestCase(Right.Design, "ST.96", "V6_0", typeof(St96DesignWriter))]
    [TestCase(Right.UtilityModel, "ST.96", "V6_0", typeof(St96PatentWriter))]
    [TestCase(Right.Patent, "ST.36", "ep-patent-document-v1-5", typeof(St36PatentWriter))]
    public void A_writer_is_found_by_right_standard_and_version(Right right, string standard, string version, Type type) =>
        Assert.That(Written.Catalogue.Find(right, standard, version).Value, Is.TypeOf(type));

    [TestCase("ST.96", "V9_0")]
    [TestCase("ST.66", "1.2")]
    public void What_is_not_written_is_refused_with_what_is(string standard, string version) =>
        Assert.That(Written.Catalogue.Find(Right.Patent, standard, version).Expected, Is.EqualTo("for Patent one of ST.96 V6_0, ST.36 ep-patent-document-v1-5"));

    [Test]
    public void A_writer_of_an_unknown_version_cannot_be_made() => Assert.Multiple(() =>
    {
        Assert.That(() => new St96TrademarkWriter("V7_1"), Throws.ArgumentException.With.Message.Contains("V6_0"));
        Assert.That(() => new St96DesignWriter("V7_1", new WriterSettings()), Throws.ArgumentException.With.Message.Contains("V6_0"));
        Assert.That(() => new St96PatentWriter(""), Throws.ArgumentException.With.Message.Contains("V6_0"));
        Assert.That(() => new St36PatentWriter("1.0"), Throws.ArgumentException.With.Message.Contains("ep-patent-document-v1-5"));
    });

    [Test]
    public void A_writer_refuses_a_right_that_it_does_not_take()
    {
        var writer = new St96TrademarkWriter("V6_0");

        Assert.That(() => writer.Name(SampleRecords.Patent(), 1, []), Throws.ArgumentException.With.Message.Contains("Trademark"));
    }

    [Test]
    public void Patents_default_to_publication_folders_and_the_others_to_ST96() =>
        Assert.That(Enum.GetValues<Right>().Select(right => Written.Catalogue.DefaultFor(right).Standard), Is.EqualTo(new[] { "ST.36", "ST.36", "ST.96", "ST.96" }));

    [Test]
    public void Every_finding_has_words_and_no_words_are_left_over()
    {
        var ids = typeof(WriterFindings).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);
        var texts = XDocument.Load(Repository.PathOf("src/OfficeNode.Host/Texts/WriterFindings.resx")).Descendants("data").Select(data => data.Attribute("name")!.Value);

        Assert.That(texts, Is.EquivalentTo(ids.SelectMany(id => new[] { id + ".message", id + ".hint" })));
    }

    [Test]
    public void The_code_lists_are_those_of_the_schema()
    {
        var schema = XDocument.Load(Path.Combine(Written.SchemaFolder("ST.96"), "Common_V6_0.xsd"));

        Assert.Multiple(() =>
        {
            Assert.That(Known(OfficeElement), Is.EquivalentTo(Listed(schema, "WIPOST3CodeType", "WIPOFormerST3CodeType")));
            Assert.That(Known(CountryElement), Is.EquivalentTo(Listed(schema, "ISOCountryCodeType", "ISOFormerCountryCodeType")));
        });
    }

    private static string OfficeElement(string code) => Written.Text(new St96TrademarkWriter("V6_0"), new Export
    {
        Record = new Record { Right = Right.Trademark, Office = OfficeCode.Parse(code).Value, RegistrationNumber = Number.Of("1") },
        Pages = [],
        Operation = Operation.Insert,
    });

    private static string CountryElement(string code) => Written.Text(new St96TrademarkWriter("V6_0"), new Export
    {
        Record = new Record
        {
            Right = Right.Trademark,
            Office = OfficeCode.Parse("ZZ").Value,
            RegistrationNumber = Number.Of("1"),
            Parties = [new Party { Role = PartyRole.Applicant, Names = [], Nationality = CountryCode.Parse(code).Value }],
        },
        Pages = [],
        Operation = Operation.Insert,
    });

    /// <summary>The codes of all pairs of letters that a document shows.</summary>
    private static IEnumerable<string> Known(Func<string, string> write) =>
        from first in Enumerable.Range('A', 26)
        from second in Enumerable.Range('A', 26)
        let code = $"{(char)first}{(char)second}"
        where write(code).Contains($">{code}<", StringComparison.Ordinal)
        select code;

    private static IEnumerable<string> Listed(XDocument schema, params string[] types) => schema.Descendants()
        .Where(element => element.Name.LocalName == "simpleType" && types.Contains(element.Attribute("name")?.Value))
        .Descendants().Where(element => element.Name.LocalName == "enumeration").Select(element => element.Attribute("value")!.Value).Distinct();
}
