using System.Text.RegularExpressions;
using System.Xml;
using OfficeNode.Standards.Readers;

namespace OfficeNode.Host.Desk;

/// <summary>The standards whose documents the desk tells apart.</summary>
public enum DocumentKind
{
    Unknown,
    St36,

    /// <summary>The table of contents of an ST.36 folder.</summary>
    St36Contents,
    St66,
    St96,
    St26,
    St86,
    St37,
}

/// <summary>What an XML document says it is, by its beginning.</summary>
/// <param name="Root">The root element's name without prefix.</param>
/// <param name="Version">The standard's version as the document has it; null when it does not say.</param>
/// <param name="Schema">The official schema or DTD file it should be valid against; null when it names none.</param>
/// <param name="Office">The office that the root names; null when it names none.</param>
public sealed partial record DocumentIdentity(DocumentKind Kind, string Root, string? Version, string? Schema, string? Office)
{
    private const string St96Namespace = "http://www.wipo.int/standards/XMLSchema/ST96/";

    /// <summary>The standard's name as manifests have it.</summary>
    public string? Standard => Kind switch
    {
        DocumentKind.St36 or DocumentKind.St36Contents => "ST.36",
        DocumentKind.St66 => "ST.66",
        DocumentKind.St96 => "ST.96",
        DocumentKind.St26 => "ST.26",
        DocumentKind.St86 => "ST.86",
        DocumentKind.St37 => "ST.37",
        _ => null,
    };

    /// <summary>Reads up to the root element. Nothing external is opened.</summary>
    /// <exception cref="XmlException">The beginning is not well-formed, or its declarations pass the limits.</exception>
    public static DocumentIdentity Read(Stream document, DeskLimits limits)
    {
        using var xml = XmlReader.Create(document, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Parse,
            XmlResolver = null,
            MaxCharactersFromEntities = limits.EntityCharacters,
            CloseInput = false,
        });
        string? doctype = null;
        while (xml.Read() && xml.NodeType != XmlNodeType.Element)
        {
            if (xml.NodeType == XmlNodeType.DocumentType)
            {
                doctype = xml.GetAttribute("SYSTEM");
            }
        }

        return xml.NodeType == XmlNodeType.Element ? OfRoot(xml, doctype) : throw new XmlException("There is no root element.");
    }

    private static DocumentIdentity OfRoot(XmlReader xml, string? doctype)
    {
        var (root, space) = (xml.LocalName, xml.NamespaceURI);
        if (space.StartsWith(St96Namespace, StringComparison.Ordinal))
        {
            var version = Word(xml.GetAttribute("st96Version", St96Namespace + "Common"));
            return new DocumentIdentity(DocumentKind.St96, root, version, version is null ? null : $"{root}_{version}.xsd", null);
        }

        if (St36Reader.IsRoot(root))
        {
            var dtd = DtdOf(doctype) ?? Word(xml.GetAttribute("dtd-version"));
            return new DocumentIdentity(DocumentKind.St36, root, dtd, dtd is null ? null : dtd + ".dtd", xml.GetAttribute("country"));
        }

        var kind = root switch
        {
            "Application-body" => DocumentKind.St36Contents,
            "ST26SequenceListing" => DocumentKind.St26,
            "Transaction" when space.Contains("design", StringComparison.OrdinalIgnoreCase) => DocumentKind.St86,
            "Transaction" => DocumentKind.St66,
            _ when root.Contains("AuthorityFile", StringComparison.OrdinalIgnoreCase) => DocumentKind.St37,
            _ => DocumentKind.Unknown,
        };
        return new DocumentIdentity(kind, root, null, null, kind == DocumentKind.St36Contents ? xml.GetAttribute("country") : null);
    }

    /// <summary>The name of a DTD without folder and ending.</summary>
    private static string? DtdOf(string? systemId) =>
        systemId?[(systemId.LastIndexOfAny(['/', '\\']) + 1)..] is { } file && file.EndsWith(".dtd", StringComparison.OrdinalIgnoreCase) ? Word(file[..^4]) : null;

    /// <summary>The text when it can be part of a file name, else nothing: it decides which installed file is opened.</summary>
    private static string? Word(string? text) => text is not null && VersionForm().IsMatch(text) ? text : null;

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_.\-]{0,79}\z", RegexOptions.CultureInvariant)]
    private static partial Regex VersionForm();
}
