using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Writers;

/// <summary>Writes what follows the bibliographic data of a PatentPublication: the pages of the whole document, or its parts.</summary>
/// <remarks>
/// The schema takes one or the other. Without any text the document is its page images in order. With a text it is made of parts: each part is its text
/// where there is one, else its pages; the pages that no part holds (front page, search report, pages whose text is there) are listed as external
/// documents. The parts begin at the claims, which the schema demands: an empty paragraph says that there are none.
/// </remarks>
internal sealed class St96PatentText
{
    private readonly St96Output _xml;
    private readonly Record _record;
    private readonly IReadOnlyList<ExportPage> _pages;
    private readonly LanguageCode? _language;

    public St96PatentText(St96Output xml, Export export)
    {
        _xml = xml;
        _record = export.Record;
        _pages = export.Pages;
        _language = PatentFacts.LanguageOf(export.Record);
    }

    private bool HasText => _record.Abstracts.Count + _record.Descriptions.Count + _record.Claims.Count > 0;

    public void Write()
    {
        if (!HasText && _pages.Count > 0)
        {
            WritePages(_pages);
            return;
        }

        var left = new List<ExportPage>(_pages);
        WriteTexts("Description", _record.Descriptions, left, DocumentCode.Description, "descriptions");
        WriteClaims(left);
        WriteTexts("Abstract", _record.Abstracts, left, DocumentCode.Abstract, "abstracts");
        var drawings = Take(left, DocumentCode.Drawings);
        if (drawings.Count > 0)
        {
            _xml.Start("Drawings");
            WritePages(drawings);
            _xml.End();
        }

        WriteExternal(left);
    }

    private static List<ExportPage> Take(List<ExportPage> pages, DocumentCode document)
    {
        var taken = pages.FindAll(page => page.Document == document);
        pages.RemoveAll(page => page.Document == document);
        return taken;
    }

    private void WriteTexts(string element, IReadOnlyList<LocalText> texts, List<ExportPage> left, DocumentCode document, string path)
    {
        for (var i = 0; i < texts.Count; i++)
        {
            _xml.Start(element);
            _xml.Language(texts[i].Language, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}].language"));
            WriteParagraphs(texts[i].Text);
            _xml.End();
        }

        if (texts.Count == 0 && Take(left, document) is { Count: > 0 } pages)
        {
            _xml.Start(element);
            WritePages(pages);
            _xml.End();
        }
    }

    private void WriteClaims(List<ExportPage> left)
    {
        _xml.Start("Claims");
        if (PatentFacts.OneOf(_record.Claims, _language, "claims", _xml.Findings) is { } claims)
        {
            _xml.Language(claims.Language, "claims");
            WriteClaims(claims.Text);
        }
        else if (Take(left, DocumentCode.Claims) is { Count: > 0 } pages)
        {
            WritePages(pages);
        }
        else
        {
            _xml.ComText("P", "");
        }

        _xml.End();
    }

    private void WriteClaims(string text)
    {
        var number = 0;
        foreach (var claim in PlainText.Paragraphs(text))
        {
            _xml.Start("Claim");
            _xml.Own("ClaimNumber", (++number).ToString(CultureInfo.InvariantCulture));
            _xml.Own("ClaimText", claim);
            _xml.End();
        }

        if (number == 0)
        {
            _xml.ComText("P", "");
        }
    }

    private void WriteParagraphs(string text)
    {
        var any = false;
        foreach (var paragraph in PlainText.Paragraphs(text))
        {
            _xml.ComText("P", paragraph);
            any = true;
        }

        if (!any)
        {
            _xml.ComText("P", "");
        }
    }

    private void WritePages(IReadOnlyList<ExportPage> pages)
    {
        foreach (var page in pages)
        {
            _xml.Start("PageImage");
            _xml.ComText("ImageFormatCategory", St96Images.Format(page.Facts.Format));
            _xml.ComText("FileName", page.FileName);
            _xml.Millimetres(page.Facts);
            _xml.ComText("ColourModeCategory", St96Images.ColourMode(page.Facts));
            _xml.End();
        }
    }

    private void WriteExternal(List<ExportPage> pages)
    {
        if (pages.Count == 0)
        {
            return;
        }

        _xml.StartCom("ExternalDocumentBag");
        for (var i = 0; i < pages.Count; i++)
        {
            _xml.StartCom("ExternalDocument");
            _xml.Attribute("sequenceNumber", (i + 1).ToString(CultureInfo.InvariantCulture));
            _xml.ComText("FileName", pages[i].FileName);
            _xml.ComText("DocumentFormatCategory", St96Images.Format(pages[i].Facts.Format));
            _xml.End();
        }

        _xml.End();
    }
}
