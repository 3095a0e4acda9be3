using System.Globalization;
using System.Xml;
using OfficeNode.Core;

namespace OfficeNode.Standards.Writers;

/// <summary>The namespaces of ST.96 with their usual prefixes.</summary>
internal sealed record St96Namespace(string Prefix, string Uri)
{
    public static readonly St96Namespace Com = new("com", "http://www.wipo.int/standards/XMLSchema/ST96/Common");
    public static readonly St96Namespace Tmk = new("tmk", "http://www.wipo.int/standards/XMLSchema/ST96/Trademark");
    public static readonly St96Namespace Dgn = new("dgn", "http://www.wipo.int/standards/XMLSchema/ST96/Design");
    public static readonly St96Namespace Pat = new("pat", "http://www.wipo.int/standards/XMLSchema/ST96/Patent");
}

/// <summary>Writes the elements of one ST.96 document: what all three rights share.</summary>
/// <remarks>Each method writes nothing when its value is null, so that callers read like the schema's sequence.</remarks>
internal sealed class St96Output
{
    private static readonly St96Namespace Com = St96Namespace.Com;

    private readonly XmlWriter _xml;
    private readonly St96Namespace _own;

    public St96Output(XmlWriter xml, St96Namespace own, St96Codes codes, ExportFindings findings)
    {
        _xml = xml;
        _own = own;
        Codes = codes;
        Findings = findings;
    }

    public St96Codes Codes { get; }

    public ExportFindings Findings { get; }

    /// <summary>Opens the document element with its namespaces and version.</summary>
    public void StartDocument(string element, string version)
    {
        _xml.WriteStartDocument();
        Start(_own, element);
        _xml.WriteAttributeString("xmlns", _own.Prefix, null, _own.Uri);
        _xml.WriteAttributeString("xmlns", Com.Prefix, null, Com.Uri);
        Attribute("st96Version", version);
    }

    public void Start(St96Namespace space, string element) => _xml.WriteStartElement(space.Prefix, element, space.Uri);

    /// <summary>Starts an element of the right's own namespace.</summary>
    public void Start(string element) => Start(_own, element);

    /// <summary>Starts an element of the common namespace.</summary>
    public void StartCom(string element) => Start(Com, element);

    public void End() => _xml.WriteEndElement();

    /// <summary>An attribute of the common namespace.</summary>
    public void Attribute(string name, string? value)
    {
        if (value is not null)
        {
            _xml.WriteAttributeString(Com.Prefix, name, Com.Uri, XmlOutput.Clean(value));
        }
    }

    /// <summary>An attribute of the right's own namespace.</summary>
    public void OwnAttribute(string name, string value) => _xml.WriteAttributeString(_own.Prefix, name, _own.Uri, value);

    /// <summary>An attribute with a language, when the version lists it; a text in an unlisted language stays without.</summary>
    public void Language(LanguageCode? language, string path)
    {
        if (language is { } code && IsListed(Codes.Languages.Contains(code.Value), code.Value, path))
        {
            Attribute("languageCode", code.Value);
        }
    }

    public void Text(St96Namespace space, string element, string? text)
    {
        if (text is not null)
        {
            Start(space, element);
            _xml.WriteString(XmlOutput.Clean(text));
            End();
        }
    }

    public void Own(string element, string? text) => Text(_own, element, text);

    public void ComText(string element, string? text) => Text(Com, element, text);

    /// <summary>A text of the schema type xs:token in the right's own namespace.</summary>
    public void OwnToken(string element, string? text) => Text(_own, element, XmlOutput.Collapse(text));

    /// <summary>A text of the schema type xs:token in the common namespace.</summary>
    public void ComToken(string element, string? text) => Text(Com, element, XmlOutput.Collapse(text));

    public void OwnDate(string element, PrintedDate? date) => Text(_own, element, date?.Iso);

    public void ComDate(string element, PrintedDate? date) => Text(Com, element, date?.Iso);

    public void Flag(string element, bool? value) => Text(_own, element, value is { } flag ? (flag ? "true" : "false") : null);

    /// <summary>A text with its language and, where the type has one, its place in the sequence.</summary>
    public void Localized(string element, LocalText text, string path, int? sequence = null) => Localized(_own, element, text, path, sequence);

    public void Localized(St96Namespace space, string element, LocalText text, string path, int? sequence = null)
    {
        Start(space, element);
        Language(text.Language, path);
        Attribute("sequenceNumber", sequence?.ToString(CultureInfo.InvariantCulture));
        _xml.WriteString(XmlOutput.Clean(text.Text));
        End();
    }

    /// <summary>Text inside an element that was started.</summary>
    public void Content(string text) => _xml.WriteString(XmlOutput.Clean(text));

    /// <summary>A language as an element of the common namespace, when the version lists it.</summary>
    public void ComLanguage(string element, LanguageCode? language, string path) => LanguageElement(Com, element, language, path);

    /// <summary>A language as an element of the right's own namespace, when the version lists it.</summary>
    public void OwnLanguage(string element, LanguageCode? language, string path) => LanguageElement(_own, element, language, path);

    /// <summary>A country as an element of the common namespace, when the version lists it.</summary>
    public void ComCountry(string element, CountryCode? country, string path)
    {
        if (country is { } code && IsListed(Codes.Countries.Contains(code.Value), code.Value, path))
        {
            ComText(element, code.Value);
        }
    }

    /// <summary>Whether an office may stand in the document; says so when not.</summary>
    public bool IsListedOffice(OfficeCode? office, string path) =>
        office is { } code && IsListed(Codes.Offices.Contains(code.Value), code.Value, path);

    /// <summary>An application number with the office that gave it.</summary>
    public void ApplicationNumber(OfficeCode? office, string? number, string path)
    {
        if (number is null)
        {
            return;
        }

        StartCom("ApplicationNumber");
        if (IsListedOffice(office, path))
        {
            ComText("IPOfficeCode", office?.Value);
        }

        ComText("ApplicationNumberText", number);
        End();
    }

    /// <summary>Height and width, in pixels: what the image has, whatever it is printed at.</summary>
    public void Pixels(ImageFacts facts)
    {
        Measure("HeightMeasure", facts.Height.ToString(CultureInfo.InvariantCulture), "Px");
        Measure("WidthMeasure", facts.Width.ToString(CultureInfo.InvariantCulture), "Px");
    }

    /// <summary>Height and width in millimetres with two decimals, as the example of Annex VII; in pixels where the file gives no resolution.</summary>
    public void Millimetres(ImageFacts facts)
    {
        if (facts is not { DpiX: > 0, DpiY: > 0 })
        {
            Pixels(facts);
            return;
        }

        Measure("HeightMeasure", InMillimetres(facts.Height, facts.DpiY.Value), "Mm");
        Measure("WidthMeasure", InMillimetres(facts.Width, facts.DpiX.Value), "Mm");
    }

    private void LanguageElement(St96Namespace space, string element, LanguageCode? language, string path)
    {
        if (language is { } code && IsListed(Codes.Languages.Contains(code.Value), code.Value, path))
        {
            Text(space, element, code.Value);
        }
    }

    private static string InMillimetres(int pixels, double dpi) => ImageFacts.MillimetresOf(pixels, dpi).ToString("F2", CultureInfo.InvariantCulture);

    private void Measure(string element, string value, string unit)
    {
        StartCom(element);
        Attribute("measureUnitCode", unit);
        Content(value);
        End();
    }

    private bool IsListed(bool listed, string code, string path)
    {
        if (!listed)
        {
            Findings.Warning(WriterFindings.CodeUnlisted, path, code);
        }

        return listed;
    }
}

/// <summary>The words of ST.96 for images.</summary>
internal static class St96Images
{
    /// <summary>ImageFormatCategory; null for formats it does not have.</summary>
    public static string? Format(ImageFormat format) => format switch
    {
        ImageFormat.Tiff => "TIFF",
        ImageFormat.Jpeg => "JPEG",
        ImageFormat.Png => "PNG",
        _ => null,
    };

    /// <summary>ColourModeCategory.</summary>
    public static string ColourMode(ImageFacts facts) => facts switch
    {
        { IsBilevel: true } => "Black and white",
        { SamplesPerPixel: 1, Photometric: not Photometric.Palette } => "Greyscale",
        _ => "Colour",
    };

    public static bool IsColour(ImageFacts facts) => ColourMode(facts) == "Colour";
}
