using System.Text;
using NUnit.Framework;

namespace OfficeNode.Journeys.Intake;

/// <summary>The whole way: out of the office, into the desk, and the answer back.</summary>
public sealed class ReturnTests
{
    // Knows the classes of a mark's kind; of the sample's two it lets the word mark pass and not the combined one.
    private const string Strict = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.wipo.int/standards/XMLSchema/ST96/Trademark" elementFormDefault="qualified">
          <xs:element name="TrademarkApplication" type="xs:anyType"/>
          <xs:element name="MarkFeatureCategory">
            <xs:simpleType>
              <xs:restriction base="xs:string"><xs:enumeration value="Word"/></xs:restriction>
            </xs:simpleType>
          </xs:element>
        </xs:schema>
        """;

    private OfficeAndDesk _both = null!;    // set before every test

    [SetUp]
    public async Task SetUp() => _both = await OfficeAndDesk.CreateAsync(OfficeAndDesk.Marks);

    [TearDown]
    public void TearDown() => _both.Dispose();

    [Test]
    public async Task A_package_comes_back_as_accepted_and_verified()
    {
        await _both.SendAsync();

        var intake = await _both.IntakeAsync();
        var sync = await _both.Office.DoAsync("sync", "--once");

        var status = await _both.Office.RunPlainAsync("status");
        Assert.Multiple(() =>
        {
            Assert.That(intake.ExitCode, Is.Zero, intake.Everything);
            Assert.That(intake.Json.GetProperty("taken")[0].GetProperty("outcome").GetString(), Is.EqualTo("accepted"));
            Assert.That(intake.Json.GetProperty("taken")[0].GetProperty("records").GetInt32(), Is.EqualTo(2));
            Assert.That(sync.Count("accepted"), Is.EqualTo(1));
            Assert.That(status.Output, Does.Contain("verified by its signed receipt"));
        });
    }

    [Test]
    public async Task A_record_that_the_desk_refuses_comes_back_as_a_finding_of_that_record_alone()
    {
        var schemas = Directory.CreateDirectory(_both.Desk.PathOf("schemas")).FullName;
        await File.WriteAllTextAsync(Path.Combine(schemas, "TrademarkApplication_V6_0.xsd"), Strict, Encoding.UTF8);
        await _both.Desk.DoAsync("standards", "add", schemas);
        await _both.SendAsync();

        var intake = await _both.IntakeAsync();
        await _both.Office.RunAsync("sync", "--once");

        var word = await _both.Office.RunAsync("validate", OfficeAndDesk.Marks[0], "--destination", "brand-database");
        var combined = await _both.Office.RunAsync("validate", OfficeAndDesk.Marks[1], "--destination", "brand-database");
        Assert.Multiple(() =>
        {
            Assert.That(intake.ExitCode, Is.EqualTo(1));
            Assert.That(intake.Json.GetProperty("taken")[0].GetProperty("outcome").GetString(), Is.EqualTo("partly"));
            Assert.That(intake.Json.GetProperty("taken")[0].GetProperty("refused").GetInt32(), Is.EqualTo(1));
            Assert.That(word.Rules, Does.Not.Contain("SCHEMA-INVALID"), word.Everything);
            Assert.That(combined.Rules, Does.Contain("SCHEMA-INVALID"), combined.Everything);
            Assert.That(combined.ExitCode, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task The_program_itself_does_it_too()
    {
        await _both.SendAsync();

        var intake = await _both.Desk.ProcessAsync("intake", "--root", _both.Root);
        var sync = await _both.Office.ProcessAsync("sync", "--once");

        Assert.Multiple(() =>
        {
            Assert.That(intake.ExitCode, Is.Zero, intake.Everything);
            Assert.That(sync.Count("accepted"), Is.EqualTo(1), sync.Everything);
        });
    }
}
