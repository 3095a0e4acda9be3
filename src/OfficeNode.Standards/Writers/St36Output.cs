using System.Globalization;
using System.Xml;
using OfficeNode.Core;

namespace OfficeNode.Standards.Writers;

/// <summary>Writes the elements of one ST.36 document. Each method writes nothing when its value is null.</summary>
internal sealed class St36Output
{
    /// <summary>What conversion for PATENTSCOPE makes (facts/patentscope.md [V]).</summary>
    private const double AssumedDpi = 300;

    private readonly XmlWriter _xml;

    public St36Output(XmlWriter xml, ExportFindings findings)
    {
        _xml = xml;
        Findings = findings;
    }

    public ExportFindings Findings { get; }

    public void StartDocument(string element, string publicId, string systemId)
    {
        _xml.WriteStartDocument();
        _xml.WriteDocType(element, publicId, systemId, null);
        Start(element);
    }

    /// <summary>Opens a document without document type.</summary>
    public void StartDocument(string element)
    {
        _xml.WriteStartDocument();
        Start(element);
    }

    public void Start(string element) => _xml.WriteStartElement(element);

    public void End() => _xml.WriteEndElement();

    public void Attribute(string name, string? value)
    {
        if (value is not null)
        {
            _xml.WriteAttributeString(name, XmlOutput.Clean(value));
        }
    }

    public void Element(string name, string? text)
    {
        if (text is not null)
        {
            Start(name);
            Content(text);
            End();
        }
    }

    public void Content(string text) => _xml.WriteString(XmlOutput.Clean(text));

    public void Localized(string element, LocalText text)
    {
        Start(element);
        Attribute("lang", text.Language?.Value);
        Content(text.Text);
        End();
    }

    public void Date(PrintedDate? date) => Element("date", date?.Compact);

    /// <summary>An element that holds only a country.</summary>
    public void Country(string element, string country)
    {
        Start(element);
        Element("country", country);
        End();
    }

    /// <summary>Country, number, kind and date of a document.</summary>
    public void DocumentId(string country, string? number, string? kind, PrintedDate? date)
    {
        Start("document-id");
        Element("country", country);
        Element("doc-number", number ?? "");
        Element("kind", kind);
        Date(date);
        End();
    }

    /// <summary>Width and height in whole millimetres, as the example has them: round(pixels / dpi * 25.4).</summary>
    public void Size(ExportPage page)
    {
        var facts = page.Facts;
        if (facts is not { DpiX: > 0, DpiY: > 0 })
        {
            Findings.Warning(WriterFindings.ResolutionAssumed, "pages", page.FileName);
        }

        Attribute("wi", Millimetres(facts.Width, facts.DpiX));
        Attribute("he", Millimetres(facts.Height, facts.DpiY));
    }

    private static string Millimetres(int pixels, double? dpi) =>
        Math.Round(ImageFacts.MillimetresOf(pixels, dpi is > 0 ? dpi.Value : AssumedDpi), MidpointRounding.AwayFromZero).ToString("F0", CultureInfo.InvariantCulture);
}
