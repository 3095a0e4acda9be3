using System.Xml;
using OfficeNode.Core;

namespace OfficeNode.Host.Desk;

/// <summary>What one pass over a whole document gives: whether it is well-formed, which files it names, whose it is.</summary>
/// <remarks>Entities are neither declared nor expanded: names of files and offices need none, and attacks do.</remarks>
internal sealed class DocumentScan
{
    private readonly List<string> _files = [];
    private readonly List<Finding> _findings = [];
    private readonly DeskLimits _limits;

    private DocumentScan(DeskLimits limits) => _limits = limits;

    /// <summary>The files it names, as it writes them.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>The office of the record: of ST.96 as a record's own elements have it; null when it names none.</summary>
    public string? Office { get; private set; }

    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Reads a document to its end; the stream stays open.</summary>
    public static DocumentScan Run(Stream document, DocumentIdentity identity, DeskLimits limits)
    {
        var scan = new DocumentScan(limits) { Office = identity.Office };
        var xml = new XmlTextReader(document)       // not disposed: it would close the stream, and holds nothing else
        {
            DtdProcessing = DtdProcessing.Ignore,
            EntityHandling = EntityHandling.ExpandCharEntities,
            XmlResolver = null,
        };
        try
        {
            while (xml.Read() && scan._findings.Count == 0)
            {
                scan.Take(xml, identity.Kind);
            }
        }
        catch (XmlException error)
        {
            scan._findings.Add(new Finding(DeskFindings.NotWellFormed, Severity.Error) { Line = error.LineNumber > 0 ? error.LineNumber : null, Found = error.Message });
        }

        return scan;
    }

    private void Take(XmlTextReader xml, DocumentKind kind)
    {
        if (xml.NodeType != XmlNodeType.Element)
        {
            return;
        }

        if (xml.Depth > _limits.Depth || _files.Count > _limits.NamedFiles)
        {
            _findings.Add(new Finding(DeskFindings.TooLarge, Severity.Error)
            {
                Line = xml.LineNumber,
                Expected = FormattableString.Invariant($"at most {_limits.Depth} levels and {_limits.NamedFiles} named files"),
            });
            return;
        }

        switch (kind)
        {
            case DocumentKind.St36 when xml.GetAttribute("file") is { } file && xml.Depth > 0:
                _files.Add(file);
                break;
            case DocumentKind.St36Contents when xml.GetAttribute("FileName") is { } file:
                _files.Add(file);
                break;
            case DocumentKind.St96:
                TakeSt96(xml);
                break;
        }
    }

    /// <summary>ST.96: pictures are named by FileName; marks and designs name their office as RegistrationOfficeCode, patents as IPOfficeCode below the root.</summary>
    private void TakeSt96(XmlTextReader xml)
    {
        if (xml.LocalName == "FileName")
        {
            _files.Add(TextOf(xml));
        }
        else if (Office is null && ((xml.LocalName == "RegistrationOfficeCode" && xml.Depth <= 3) || (xml.LocalName == "IPOfficeCode" && xml.Depth == 1)))
        {
            Office = TextOf(xml);
        }
    }

    /// <summary>The text of an element without children; the reader then stands on it.</summary>
    private static string TextOf(XmlTextReader xml) => !xml.IsEmptyElement && xml.Read() && xml.NodeType == XmlNodeType.Text ? xml.Value.Trim() : "";
}
