using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Writers;

/// <summary>Writes the two ep-patent-document documents of a publication folder.</summary>
/// <remarks>Element order: ep-patent-document DTD v1.5. The status is n for a new document and r for one that replaces another, as the DTD's notes say.</remarks>
internal sealed class St36Document
{
    private const string PublicId = "-//EPO//EP PATENT DOCUMENT 1.5//EN";

    private readonly St36Output _xml;
    private readonly Export _export;
    private readonly Record _record;
    private readonly string _version;

    public St36Document(St36Output xml, Export export, string version)
    {
        _xml = xml;
        _export = export;
        _record = export.Record;
        _version = version;
    }

    /// <summary>Bibliographic data, texts, drawings, search report.</summary>
    public void WriteData(string file)
    {
        StartRoot(file);
        new St36Bibliography(_xml, _record).Write();
        WriteAbstracts();
        WriteDescription();
        WriteClaims();
        WriteDrawings();
        WriteSearchReport();
        _xml.End();
    }

    /// <summary>The pages of the whole document as images.</summary>
    public void WriteFacsimile(string file)
    {
        StartRoot(file);
        for (var i = 0; i < _export.Pages.Count; i++)
        {
            WriteDocPage(_export.Pages[i], string.Create(CultureInfo.InvariantCulture, $"page{i + 1:D4}"));
        }

        _xml.End();
    }

    private static string Numbered(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{number:D4}");

    private void StartRoot(string file)
    {
        var publication = PatentFacts.MainPublication(_record);
        _xml.StartDocument("ep-patent-document", PublicId, _version + ".dtd");
        _xml.Attribute("id", NumberName.Of(_record, _export.Twin));
        _xml.Attribute("file", file);
        _xml.Attribute("lang", PatentFacts.LanguageOf(_record)?.Value ?? "");
        _xml.Attribute("country", _record.Office.Value);
        _xml.Attribute("doc-number", publication?.Number ?? _record.IdentifyingNumber?.AsPrinted);
        _xml.Attribute("kind", publication?.Kind);
        _xml.Attribute("date-publ", publication?.Date?.Compact);
        _xml.Attribute("status", _export.Operation == Operation.Insert ? "n" : "r");
        _xml.Attribute("dtd-version", _version);
    }

    private void WriteAbstracts()
    {
        for (var i = 0; i < _record.Abstracts.Count; i++)
        {
            var prefix = string.Create(CultureInfo.InvariantCulture, $"a{i + 1:D2}-");
            WriteText("abstract", prefix, _record.Abstracts[i], (xml, number, paragraph) => WriteParagraph(xml, prefix, number, paragraph));
        }
    }

    /// <summary>The DTD takes one description.</summary>
    private void WriteDescription()
    {
        if (PatentFacts.OneOf(_record.Descriptions, PatentFacts.LanguageOf(_record), "descriptions", _xml.Findings) is { } description)
        {
            WriteText("description", "desc-", description, (xml, number, paragraph) => WriteParagraph(xml, "p", number, paragraph));
        }
    }

    private void WriteClaims()
    {
        for (var i = 0; i < _record.Claims.Count; i++)
        {
            var prefix = string.Create(CultureInfo.InvariantCulture, $"c{i + 1:D2}-");
            WriteText("claims", prefix, _record.Claims[i], (xml, number, claim) =>
            {
                xml.Start("claim");
                xml.Attribute("id", Numbered(prefix, number));
                xml.Attribute("num", Numbered("", number));
                xml.Element("claim-text", claim);
                xml.End();
            });
        }
    }

    private void WriteText(string element, string prefix, LocalText text, Action<St36Output, int, string> part)
    {
        _xml.Start(element);
        _xml.Attribute("id", prefix + element);
        _xml.Attribute("lang", text.Language?.Value);
        var number = 0;
        foreach (var paragraph in PlainText.Paragraphs(text.Text))
        {
            part(_xml, ++number, paragraph);
        }

        if (number == 0)
        {
            part(_xml, 1, "");
        }

        _xml.End();
    }

    private static void WriteParagraph(St36Output xml, string prefix, int number, string paragraph)
    {
        xml.Start("p");
        xml.Attribute("id", Numbered(prefix, number));
        xml.Attribute("num", Numbered("", number));
        xml.Content(paragraph);
        xml.End();
    }

    private void WriteDrawings()
    {
        var drawings = _export.Pages.Where(page => page.Document == DocumentCode.Drawings).ToList();
        if (drawings.Count == 0)
        {
            return;
        }

        _xml.Start("drawings");
        _xml.Attribute("id", "draw");
        for (var i = 0; i < drawings.Count; i++)
        {
            _xml.Start("figure");
            _xml.Attribute("id", Numbered("f", i + 1));
            _xml.Attribute("num", "");   // a sheet may show several figures, and their numbers are in the picture only
            _xml.Start("img");
            _xml.Attribute("id", Numbered("if", i + 1));
            _xml.Attribute("file", drawings[i].FileName);
            _xml.Size(drawings[i]);
            _xml.Attribute("img-content", "drawing");
            _xml.Attribute("img-format", drawings[i].Facts.Format == ImageFormat.Jpeg ? "jpg" : "tif");
            _xml.End();
            _xml.End();
        }

        _xml.End();
    }

    private void WriteSearchReport()
    {
        var pages = _export.Pages.Where(page => page.Document == DocumentCode.SearchReport).ToList();
        if (pages.Count == 0)
        {
            return;
        }

        _xml.Start("search-report-data");
        _xml.Attribute("id", "srep");
        _xml.Attribute("srep-office", _record.Office.Value);
        _xml.Attribute("date-produced", "");
        for (var i = 0; i < pages.Count; i++)
        {
            WriteDocPage(pages[i], Numbered("srep", i + 1));
        }

        _xml.End();
    }

    private void WriteDocPage(ExportPage page, string id)
    {
        _xml.Start("doc-page");
        _xml.Attribute("id", id);
        _xml.Attribute("file", page.FileName);
        _xml.Size(page);
        _xml.Attribute("type", page.Facts.Format switch { ImageFormat.Jpeg => "jpg", ImageFormat.Pdf => "pdf", _ => "tif" });
        _xml.End();
    }
}
