using System.Text;
using System.Text.RegularExpressions;
using NUnit.Framework;
using OfficeNode.Standards.Readers;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Readers;

public sealed partial class MappingTests
{
    [TestCase("""{ "right": "mark", "columns": { "No": "applicationNumber" } }""", ReaderFindings.MapValue)]
    [TestCase("""{ "right": "trademark", "columns": { "No": "aplicationNumber" } }""", ReaderFindings.MapPath)]
    [TestCase("""{ "right": "trademark", "columns": { "No": "applicationNumber", "N2": "applicationNumber" } }""", ReaderFindings.MapPathTwice)]
    [TestCase("""{ "right": "trademark", "columns": { "Mark": "mark.words" } }""", ReaderFindings.MapIncomplete)]
    [TestCase("""{ "right": "trademark", "columns": { "No": "applicationNumber", "G": "nice.goods" } }""", ReaderFindings.MapIncomplete)]
    [TestCase("""{ "right": "trademark", "columns": { "No": "applicationNumber", "D": "act.date", "G": "act.gazette" } }""", ReaderFindings.MapIncomplete)]
    [TestCase("""{ "columns": { "No": "applicationNumber" } }""", ReaderFindings.MapIncomplete)]
    [TestCase("""{ "right": "trademark", "colums": { } , "columns": { "No": "applicationNumber" } }""", ReaderFindings.MapKey)]
    [TestCase("""{ "right": "trademark", "columns": { "No": { "path": "applicationNumber", "year": "(?=x)" } } }""", ReaderFindings.MapValue)]
    [TestCase("""{ "right": "trademark", "columns": { "No": "applicationNumber", "D": { "path": "filingDate", "date": "mm.yyyy" } } }""", ReaderFindings.MapValue)]
    [TestCase("""{ "right": "trademark", "columns": { "No": "applicationNumber", "S": { "path": "status", "codes": { "R": "regd" } } } }""", ReaderFindings.MapValue)]
    [TestCase("""{ "right": "trademark", "encoding": "latin-99", "columns": { "No": "applicationNumber" } }""", ReaderFindings.MapValue)]
    [TestCase("""{ "right": "trademark", "columns": [ 1 ] }""", ReaderFindings.MapIncomplete)]
    [TestCase("""{ "right": "trademark", "columns": { "No": 7 } }""", ReaderFindings.MapValue)]
    [TestCase("""{ "right": """, ReaderFindings.MapJson)]
    [TestCase("[]", ReaderFindings.MapValue)]
    [TestCase("", ReaderFindings.MapJson)]
    public void A_mapping_with_a_mistake_is_refused_with_its_place(string json, string rule)
    {
        var reading = Mapping.Read(Encoding.UTF8.GetBytes(json), "map.json");

        Assert.That(reading.Mapping, Is.Null);
        Assert.That(reading.Findings.Select(finding => finding.Rule), Does.Contain(rule));
    }

    [Test]
    public void A_mapping_survives_writing_and_reading()
    {
        var mapping = Reading.MapOf(
            """
            "No": { "path": "applicationNumber", "year": "^(\\d{4})" }, "Filed": { "path": "filingDate", "date": ["dd.MM.yyyy", "yyyy"+""] },
            "Inventor": [{ "path": "parties[inventor 2].name", "split": ";", "language": "ar" }, "ignore"], "View": { "path": "image", "design": 2, "document": "VIE" }
            """.Replace("\"yyyy\"+\"\"", "\"d/M/yyyy\"", StringComparison.Ordinal),
            """ "delimiter": "\t", "empty": ["NA"], "encoding": "windows-1256", "constants": { "language": "ar" }, """);

        var again = Mapping.Read(mapping.Write(), null);

        Assert.That(again.Findings, Is.Empty);
        Assert.That(Encoding.UTF8.GetString(again.Mapping!.Write()), Is.EqualTo(Encoding.UTF8.GetString(mapping.Write())));
    }

    [Test]
    public void Every_place_is_explained_in_the_documentation_and_nothing_else_is()
    {
        var refused = Mapping.Read("""{ "right": "trademark", "columns": { "No": "§" } }"""u8, null).Findings.Single(finding => finding.Rule == ReaderFindings.MapPath);
        var places = refused.Expected!.Split(", ").Order(StringComparer.Ordinal);

        var documented = DocumentedPath().Matches(File.ReadAllText(Repository.PathOf("docs/mapping.md")))
            .Select(row => BracketsInPath().Replace(row.Groups[1].Value, "")).Order(StringComparer.Ordinal);

        Assert.That(documented, Is.EqualTo(places));
    }

    [GeneratedRegex(@"^\| `([^`]+)` \| (?:text|text in a language|number|date|year|code|flag|list|picture|-) \|", RegexOptions.Multiline)]
    private static partial Regex DocumentedPath();

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex BracketsInPath();
}
