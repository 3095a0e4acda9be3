using System.Xml.Linq;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Standards.Codes;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Rules;

public sealed class CodeTablesTests
{
    [Test]
    public void Offices_are_those_of_the_official_schema() =>
        Assert.That(CodeTables.Standard.Offices.Listed, Is.EquivalentTo(Enumerated("WIPOST3CodeType")));

    [Test]
    public void Former_offices_are_those_of_the_official_schema() =>
        Assert.That(CodeTables.Standard.Offices.Former, Is.EquivalentTo(Enumerated("WIPOFormerST3CodeType")));

    [Test]
    public void Countries_are_those_of_the_official_schema() =>
        Assert.That(CodeTables.Standard.Countries.All, Is.EquivalentTo(Enumerated("ISOCountryCodeType")));

    [Test]
    public void Languages_are_those_of_the_official_schema() =>
        Assert.That(CodeTables.Standard.Languages.All, Is.EquivalentTo(Enumerated("ISOLanguageCodeType")));

    [Test]
    public void A_former_office_is_not_among_those_in_force()
    {
        var soviet = OfficeCode.Parse("SU").Value;

        Assert.That((CodeTables.Standard.Offices.IsListed(soviet), CodeTables.Standard.Offices.IsFormer(soviet)), Is.EqualTo((false, true)));
    }

    [Test]
    public void An_office_adds_codes_without_losing_the_official_ones()
    {
        var tables = CodeTables.Standard.With(offices: ["FM"], countries: ["XK"], languages: []);

        Assert.That(tables.Offices.IsListed(OfficeCode.Parse("FM").Value) && tables.Countries.Contains("XK") && tables.Countries.Contains("FR"), Is.True);
    }

    [Test]
    public void A_list_file_may_hold_blank_lines_and_comments()
    {
        using var file = new StringReader("# offices of ours\nFM\n\n  MH  # since 2020\n");

        Assert.That(CodeList.ReadLines(file), Is.EqualTo(new[] { "FM", "MH" }));
    }

    private static IEnumerable<string> Enumerated(string type)
    {
        XNamespace xsd = "http://www.w3.org/2001/XMLSchema";
        return XDocument.Load(SharedMaterial.Require("standards/st96/V6_0/schema/Common_V6_0.xsd"))
            .Descendants(xsd + "simpleType")
            .Single(simple => (string?)simple.Attribute("name") == type)
            .Descendants(xsd + "enumeration")
            .Select(value => (string?)value.Attribute("value") ?? "");
    }
}
