using System.Text;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Standards.Readers;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Readers;

public sealed class St36ReaderTests
{
    /// <summary>Two samples have bare ampersands in names and are not XML.</summary>
    private static readonly string[] Broken = ["v1-2-A1.xml", "v1-4-A1-1.xml", "EP17001352NWA1-b.xml"];

    [TestCase("samples/biblio/epo-ep-documents")]
    [TestCase("standards/st36/ep")]
    [TestCase("standards/st36/us/instances")]
    public async Task Every_readable_document_at_hand_gives_a_record(string folder)
    {
        var files = Directory.EnumerateFiles(SharedMaterial.Require(folder), "*.xml", SearchOption.AllDirectories)
            .Where(file => !Broken.Contains(Path.GetFileName(file)) && Path.GetFileName(file) != "toc.xml");

        foreach (var file in files)
        {
            var item = (await Reading.FileAsync(new St36Reader(), file)).Single();

            Assert.Multiple(() =>
            {
                Assert.That(item.Record, Is.Not.Null, () => $"{file}: {string.Join("; ", item.Findings)}");
                Assert.That(item.Record?.ApplicationNumber, Is.Not.Null, file);
                Assert.That(item.Record?.FilingDate, Is.Not.Null, file);
                Assert.That(item.Record?.Titles, Is.Not.Empty, file);
                Assert.That(item.Record?.Parties, Is.Not.Empty, file);
                Assert.That(item.Record?.Publications[0].Date, Is.Not.Null, file);
                Assert.That(item.Record?.Ipc, Is.Not.Empty, file);
                Assert.That(item.Findings, Is.Empty, () => $"{file}: {string.Join("; ", item.Findings)}");
            });
        }
    }

    [TestCase("samples/biblio/epo-ep-documents/v1-2-A1.xml", 93)]
    [TestCase("samples/biblio/epo-ep-documents/v1-4-A1-1.xml", 118)]
    public async Task A_broken_document_gives_its_line_and_no_record(string path, int line)
    {
        var items = await Reading.FileAsync(new St36Reader(), SharedMaterial.Require(path));

        Assert.That(items.Single().Record, Is.Null);
        Assert.That(items.Rules(), Does.Contain(ReaderFindings.XmlNotWellFormed));
        Assert.That(items.Single().Findings[^1].Line, Is.EqualTo(line));
    }

    [Test]
    public async Task An_application_of_the_EPO_says_what_its_front_page_says()
    {
        var item = (await Reading.FileAsync(new St36Reader(), SharedMaterial.Require("standards/st36/ep/instances/EP16713924NWA1.xml"))).Single();

        var record = item.Record!;
        Assert.Multiple(() =>
        {
            Assert.That(record.Office.Value, Is.EqualTo("EP"));
            Assert.That(record.ApplicationNumber?.AsPrinted, Is.EqualTo("16713924.5"));
            Assert.That(record.FilingDate?.Iso, Is.EqualTo("2016-04-04"));
            Assert.That(record.RegistrationNumber, Is.Null);
            Assert.That(record.Publications.Single(), Is.EqualTo(new Publication
            {
                Number = "3440734",
                Kind = "A1",
                Date = PrintedDate.Of(new DateOnly(2019, 2, 13)),
                Gazette = "201907",
                Language = LanguageCode.Parse("en").Value,
            }));
            Assert.That(record.Titles.Select(title => $"{title.Language} {title.Text}"), Is.EqualTo(new[] { "de ANTENNENHALTERUNG", "en ANTENNA MOUNT", "fr MONTAGE D'ANTENNE" }));
            Assert.That(record.Parties.Select(party => $"{party.Role} {party.Names[0].Text} {party.Address?.City} {party.Address?.Country}"), Is.EqualTo(new[]
            {
                "Applicant Telefonaktiebolaget LM Ericsson (PUBL) 164 83 Stockholm SE",
                "Inventor LIGANDER, Per 414 56 Göteborg SE",
                "Inventor BOLANDER, Lars 431 66 Mölndal SE",
                "Inventor WENNSTRÖM, Håkan 433 62 Sävedalen SE",
                "Representative Ericsson 164 80 Stockholm SE",
            }));
            Assert.That(record.Parties[^1].Address?.Lines, Is.EqualTo(new[] { "Patent Development", "Torshamnsgatan 21-23" }));
            Assert.That(record.Ipc.Select(ipc => $"{ipc.Symbol} {ipc.Position}{ipc.Value} {ipc.Version:yyyyMMdd}"), Is.EqualTo(new[] { "H01Q 1/12 FI 20060101", "H01Q 3/08 LI 20060101" }));
            Assert.That(record.Route?.ApplicationNumber, Is.EqualTo("EP2016057381"));
            Assert.That(record.Route?.PublicationNumber, Is.EqualTo("WO2017174113"));
            Assert.That(item.Act, Is.Null, "a publication in a document is a fact, not this office's act (I13)");
            Assert.That(item.Unmapped.Count(path => path == "SDOBI/B800/B840/ctry"), Is.EqualTo(38));
        });
    }

    [Test]
    public async Task A_patent_of_the_EPO_has_grant_priority_and_holder()
    {
        var item = (await Reading.FileAsync(new St36Reader(), SharedMaterial.Require("standards/st36/ep/instances/EP01935605NWB1.xml"))).Single();

        var record = item.Record!;
        Assert.Multiple(() =>
        {
            Assert.That(record.RegistrationNumber?.AsPrinted, Is.EqualTo("1289519"));
            Assert.That(record.RegistrationDate?.Iso, Is.EqualTo("2019-02-13"));
            Assert.That(record.Status?.Category, Is.EqualTo(StatusCategory.Registered));
            Assert.That(record.Priorities.Single(), Is.EqualTo(new Priority { Office = OfficeCode.Parse("US").Value, Number = "207496 P", Date = PrintedDate.Of(new DateOnly(2000, 5, 26)) }));
            Assert.That(record.Parties.Single(party => party.Role == PartyRole.Holder).Names[0].Text, Is.EqualTo("Fisch, Harry"));
            Assert.That(record.Publications.Select(publication => publication.Date?.Iso), Is.EqualTo(new[] { "2019-02-13", "2003-03-12" }));
            Assert.That(record.Claims, Has.Count.EqualTo(3));
            Assert.That(record.Claims[0].Text, Does.Contain("\n\n"));
            Assert.That(record.Events.Select(entry => $"{entry.Code} {entry.Date?.Iso}"), Does.Contain("B452EP 2018-08-02"));
        });
    }

    [Test]
    public async Task A_patent_of_the_USPTO_is_read_too()
    {
        var item = (await Reading.FileAsync(new St36Reader(), SharedMaterial.Require("standards/st36/us/instances/xml2014/US08926509.xml"))).Single();

        var record = item.Record!;
        Assert.Multiple(() =>
        {
            Assert.That(record.Office.Value, Is.EqualTo("US"));
            Assert.That(record.RegistrationNumber?.AsPrinted, Is.EqualTo("08926509"));
            Assert.That(record.RegistrationDate?.Iso, Is.EqualTo("2015-01-06"));
            Assert.That(record.Parties.Count(party => party.Role == PartyRole.Inventor), Is.Positive);
            Assert.That(record.Ipc[0], Has.Property("Symbol").EqualTo("A61B 5/00").And.Property("Position").EqualTo('F').And.Property("Source").EqualTo('H'));
            Assert.That(record.Abstracts.Single().Language?.Value, Is.EqualTo("en"));
            Assert.That(item.Images.Select(image => image.Document), Is.Not.Empty.And.All.EqualTo(DocumentCode.Drawings));
        });
    }

    [Test]
    public async Task Signs_that_the_DTD_declares_are_read_without_the_DTD()
    {
        var xml = """
            <?xml version="1.0"?>
            <!DOCTYPE ep-patent-document PUBLIC "-//EPO//EP PATENT DOCUMENT 1.5//EN" "http://127.0.0.1:9/no-such.dtd">
            <ep-patent-document country="XX" kind="A1"><SDOBI><B200><B210>1/2020</B210></B200><B500><B540><B541>en</B541><B542>A &Dgr;9 &times; &frac12;</B542></B540></B500></SDOBI></ep-patent-document>
            """u8.ToArray();

        var item = (await Reading.AllAsync(new St36Reader(), xml)).Single();

        Assert.That(item.Record?.Titles.Single().Text, Is.EqualTo("A Δ9 × ½"));
    }

    [TestCase("EN", null, "en")]
    [TestCase("EN", "fr", "fr")]
    [TestCase(null, null, null)]
    public async Task A_publication_is_in_the_language_that_its_document_names(string? root, string? published, string? expected)
    {
        var lang = root is null ? "" : $" lang=\"{root}\"";
        var element = published is null ? "" : $"<language-of-publication>{published}</language-of-publication>";
        var xml = Encoding.UTF8.GetBytes(
            $"<us-patent-grant{lang}><us-bibliographic-data-grant><publication-reference><document-id><country>US</country><doc-number>7</doc-number><kind>B2</kind><date>20200102</date></document-id></publication-reference>{element}</us-bibliographic-data-grant></us-patent-grant>");

        var item = (await Reading.AllAsync(new St36Reader(), xml)).Single();

        Assert.That(item.Record?.Publications.Single().Language?.Value, Is.EqualTo(expected));
    }

    [Test]
    public async Task A_document_of_the_CNIPA_names_its_parties()
    {
        var item = (await Reading.FileAsync(new St36Reader(), SharedMaterial.Require("standards/st36/non-latin/cn_old4.xml"))).Single();

        Assert.That(item.Record?.Parties.Select(party => party.Role).Distinct(), Is.EqualTo(new[] { PartyRole.Applicant, PartyRole.Inventor, PartyRole.Representative }));
    }

    [Test]
    public async Task A_document_without_a_gazette_opens_nothing()
    {
        var xml = """<ep-patent-document country="XX"><SDOBI><B100><B110>7</B110><B130>A1</B130><B140><date>20200102</date></B140></B100><B200><B210>1/2020</B210></B200></SDOBI></ep-patent-document>"""u8.ToArray();

        var item = (await Reading.AllAsync(new St36Reader(), xml)).Single();

        Assert.That(item.Record?.Publications.Single().Number, Is.EqualTo("7"));
        Assert.That(item.Act, Is.Null);
    }
}
