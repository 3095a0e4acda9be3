using System.Text;
using System.Xml.Linq;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Standards.Writers;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Writers;

public sealed class WriterContentTests
{
    private static readonly IRecordWriter Marks = Written.Writer("ST.96", Right.Trademark);
    private static readonly IRecordWriter Designs = Written.Writer("ST.96", Right.Design);
    private static readonly IRecordWriter Patents96 = Written.Writer("ST.96", Right.Patent);
    private static readonly IRecordWriter Patents36 = Written.Writer("ST.36", Right.Patent);

    [TestCase(StatusCategory.Registered, "Registration published")]
    [TestCase(StatusCategory.Revoked, "Registration cancelled")]
    [TestCase(StatusCategory.Lapsed, "Registration lapsed")]
    [TestCase(StatusCategory.Expired, "Registration expired")]
    [TestCase(StatusCategory.Unknown, "REG")]
    public void A_mark_says_its_status_in_the_words_of_the_standard(StatusCategory category, string word)
    {
        var record = SampleRecords.Trademark() with { Status = new RecordStatus { Code = "REG", Category = category } };

        Assert.That(Values(Marks, record, "MarkCurrentStatusCode"), Is.EqualTo(new[] { word }));
    }

    [Test]
    public void A_grant_names_its_first_publication_even_without_a_kind_code()
    {
        var patent = SampleRecords.Patent();
        var record = patent with { Publications = [patent.Publications[1], patent.Publications[0] with { Kind = null }] };

        var first = XDocument.Parse(Written.Text(Patents36, Written.Export(Patents36, record))).Descendants("unexamined-printed-without-grant").Single();

        Assert.That(first.Descendants("date").Single().Value, Is.EqualTo(patent.Publications[0].Date?.Compact));
    }

    [Test]
    public void The_day_of_grant_without_a_kind_code_is_no_first_publication()
    {
        var patent = SampleRecords.Patent();
        var record = patent with { Publications = [patent.Publications[1], new Publication { Number = "1", Date = patent.RegistrationDate }] };

        Assert.That(Values(Patents36, record, "unexamined-printed-without-grant"), Is.Empty);
    }

    [TestCase(StatusCategory.Lapsed, "Expired", null)]
    [TestCase(StatusCategory.Opposed, "Filed", "Filed")]
    [TestCase(StatusCategory.Refused, "Rejected", "Rejected")]
    public void A_design_says_its_status_in_the_words_of_the_standard(StatusCategory category, string design, string? application)
    {
        var record = SampleRecords.Design() with { Status = new RecordStatus { Code = "X", Category = category } };

        Assert.Multiple(() =>
        {
            Assert.That(Values(Designs, record, "DesignCurrentStatusCategory"), Is.All.EqualTo(design));
            Assert.That(Values(Designs, record, "DesignApplicationCurrentStatusCategory"), Is.EqualTo(application is null ? [] : new[] { application }));
        });
    }

    [Test]
    public void Every_status_of_ours_has_a_word_for_marks_and_designs()
    {
        foreach (var category in Enum.GetValues<StatusCategory>())
        {
            var status = new RecordStatus { Code = "OFFICE", Category = category };

            Assert.That(Values(Designs, SampleRecords.Design() with { Status = status }, "DesignCurrentStatusCategory"), Is.Not.Empty);
            Assert.That(Values(Marks, SampleRecords.Trademark() with { Status = status }, "MarkCurrentStatusCode")[0] == "OFFICE", Is.EqualTo(category == StatusCategory.Unknown));
        }
    }

    [TestCase(Operation.Insert)]
    [TestCase(Operation.Update)]
    [TestCase(Operation.Delete)]
    public void Marks_and_designs_carry_the_operation(Operation operation) => Assert.Multiple(() =>
    {
        Assert.That(Written.Text(Marks, Written.Export(Marks, SampleRecords.Trademark(), operation)), Does.Contain($"com:operationCategory=\"{operation}\""));
        Assert.That(Written.Text(Designs, Written.Export(Designs, SampleRecords.Design(), operation)), Does.Contain($"com:operationCategory=\"{operation}\""));
    });

    [Test]
    public void A_patent_cannot_be_deleted_and_nothing_is_written()
    {
        foreach (var writer in new[] { Patents96, Patents36 })
        {
            var (files, findings) = Written.Write(writer, Written.Export(writer, SampleRecords.Patent(), Operation.Delete));

            Assert.That(findings.Select(finding => finding.Rule), Is.All.EqualTo(WriterFindings.DeleteImpossible));
            Assert.That(files.Select(file => file.Bytes.Length), Is.All.Zero);
        }
    }

    [Test]
    public void What_xml_cannot_hold_becomes_the_replacement_character()
    {
        const char High = '\uD83D';
        const char Low = '\uDE00';
        var text = string.Concat("a\0b\uFFFE", High, "c", Low, High, Low, High);
        var record = SampleRecords.Trademark() with { Mark = new Mark { Words = [LocalText.Of(text)] } };

        Assert.That(Values(Marks, record, "MarkVerbalElementText"), Is.EqualTo(new[] { "a\uFFFDb\uFFFD\uFFFDc\uFFFD\uD83D\uDE00\uFFFD" }));
    }

    [Test]
    public void Documents_are_utf8_without_mark_and_with_line_feeds_only()
    {
        var record = SampleRecords.Patent() with { Descriptions = [LocalText.Of("a\r\nb\rc\r\n\r\nd")] };
        foreach (var writer in new[] { Patents96, Patents36 })
        {
            var bytes = Written.Write(writer, Written.Export(writer, record)).Files[0].Bytes;

            Assert.That(bytes[0], Is.EqualTo((byte)'<'));
            Assert.That(bytes, Does.Not.Contain((byte)'\r'));
        }
    }

    [Test]
    public void A_priority_that_the_schema_does_not_take_is_left_out_and_said_so()
    {
        var record = SampleRecords.Trademark() with { Priorities = [new Priority { Office = OfficeCode.Parse("TH").Value, Number = "77" }] };

        var (files, findings) = Written.Write(Marks, Written.Export(Marks, record));

        Assert.Multiple(() =>
        {
            Assert.That(Encoding.UTF8.GetString(files[0].Bytes), Does.Not.Contain("PriorityBag"));
            Assert.That(findings.Select(finding => (finding.Rule, finding.Path, finding.Found)), Is.EqualTo(new[] { (WriterFindings.ValueLeftOut, "priorities[0]", "77") }));
        });
    }

    [Test]
    public void An_old_patent_known_by_its_grant_only_is_written_under_that_number()
    {
        var record = SampleRecords.Patent() with { ApplicationNumber = null };

        var findings = Written.Write(Patents36, Written.Export(Patents36, record)).Findings;

        Assert.That(findings.Select(finding => finding.Rule), Does.Contain(WriterFindings.NumberSubstituted));
    }

    [Test]
    public void A_design_without_edition_takes_that_of_the_settings()
    {
        var writer = new St96DesignWriter("V6_0", new WriterSettings { LocarnoEdition = "11" });
        var record = SampleRecords.Design() with { Designs = [new DesignItem { Number = 1, Locarno = [new LocarnoClass { Code = "06-01" }] }] };

        Assert.That(Values(writer, record, "LocarnoClassificationEdition"), Is.EqualTo(new[] { "11" }));
    }

    [Test]
    public void Views_go_with_the_design_they_show()
    {
        var document = XDocument.Parse(Written.Text(Designs, Written.Export(Designs, SampleRecords.Design())));

        var views = document.Descendants().Where(element => element.Name.LocalName == "Design")
            .Select(design => string.Join(' ', design.Descendants().Where(element => element.Name.LocalName == "FileName").Select(file => file.Value.Split('_', 2)[1])));

        Assert.That(views, Is.EqualTo(new[] { "M001_001.jpg M001_002.jpg", "M002_001.jpg" }));
    }

    [Test]
    public void A_scanned_patent_without_texts_is_its_pages_in_order()
    {
        var record = SampleRecords.Patent() with { Abstracts = [], Descriptions = [], Claims = [] };
        var export = Written.Export(Patents96, record);

        var document = XDocument.Parse(Written.Text(Patents96, export));

        Assert.That(document.Root!.Elements().Where(element => element.Name.LocalName == "PageImage").Select(page => page.Elements().ElementAt(1).Value), Is.EqualTo(export.Pages.Select(page => page.FileName)));
    }

    [Test]
    public void A_patent_with_an_abstract_only_shows_its_other_parts_as_pages()
    {
        var record = SampleRecords.Patent() with { Descriptions = [], Claims = [] };

        var parts = XDocument.Parse(Written.Text(Patents96, Written.Export(Patents96, record))).Root!.Elements().Skip(2).Select(element => element.Name.LocalName);

        Assert.That(parts, Is.EqualTo(new[] { "Description", "Claims", "Abstract", "Drawings", "ExternalDocumentBag" }));
    }

    [Test]
    public void A_publication_folder_lists_every_page_and_every_file_once()
    {
        var export = Written.Export(Patents36, SampleRecords.Patent());

        var files = Written.Write(Patents36, export).Files.ToDictionary(file => file.File.Kind, file => XDocument.Parse(Encoding.UTF8.GetString(file.Bytes)));

        Assert.Multiple(() =>
        {
            Assert.That(files[RecordFileKind.Facsimile].Descendants("doc-page").Select(page => page.Attribute("file")!.Value), Is.EqualTo(export.Pages.Select(page => page.FileName)));
            Assert.That(
                files[RecordFileKind.Contents].Descendants("ExtRef").Select(file => file.Attribute("FileName")!.Value),
                Is.EqualTo(export.Pages.Select(page => page.FileName).Prepend("DOC00002.xml").Prepend("DOC00001.xml")));
        });
    }

    [TestCase(1276, 1016, "108", "86")]
    [TestCase(1949, 2433, "165", "206")]
    public void Sizes_are_those_of_the_standards_own_example(int width, int height, string wide, string high)
    {
        var page = SampleRecords.Page(DocumentCode.Drawings, 1, SampleRecords.Scan with { Width = width, Height = height });

        var image = XDocument.Parse(Written.Text(Patents36, Written.Export(Patents36, SampleRecords.Patent(), [page]))).Descendants("img").Single();

        Assert.That((image.Attribute("wi")!.Value, image.Attribute("he")!.Value), Is.EqualTo((wide, high)));
    }

    [Test]
    public void A_page_without_resolution_is_measured_at_300_dpi_and_said_so()
    {
        var page = SampleRecords.Page(DocumentCode.Drawings, 1, SampleRecords.Scan with { DpiX = null, DpiY = null });

        var (files, findings) = Written.Write(Patents36, Written.Export(Patents36, SampleRecords.Patent(), [page]));

        Assert.Multiple(() =>
        {
            Assert.That(Encoding.UTF8.GetString(files[0].Bytes), Does.Contain("wi=\"210\" he=\"297\""));
            Assert.That(findings.Select(finding => finding.Rule), Does.Contain(WriterFindings.ResolutionAssumed));
        });
    }

    [TestCase("Ayan", "Şahin", "Ayan Şahin", true)]
    [TestCase("Ayan", "Şahin", "Şahin, Ayan", true)]
    [TestCase("Ayan", "Şahin", "Dr. Ayan Şahin", false)]
    [TestCase(null, null, "Ayan Şahin", false)]
    public void A_name_in_parts_is_written_so_only_when_nothing_of_it_is_lost(string? first, string? last, string text, bool structured)
    {
        var record = SampleRecords.Patent() with
        {
            Parties = [new Party { Role = PartyRole.Applicant, Kind = PartyKind.Person, Names = [new PartyName { Text = text, FirstName = first, LastName = last }] }],
        };

        Assert.That(Values(Patents96, record, "PersonStructuredName").Length, Is.EqualTo(structured ? 1 : 0));
    }

    private static string[] Values(IRecordWriter writer, Record record, string element) =>
        [.. XDocument.Parse(Written.Text(writer, Written.Export(writer, record))).Descendants().Where(found => found.Name.LocalName == element).Select(found => found.Value)];
}
