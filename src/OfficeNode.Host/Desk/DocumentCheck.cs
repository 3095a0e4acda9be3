using System.Xml;
using OfficeNode.Core;
using OfficeNode.Standards.Schemas;
using OfficeNode.Standards.Writers;

namespace OfficeNode.Host.Desk;

/// <summary>What a look at one document gave.</summary>
/// <param name="Identity">Null when not even its beginning could be read.</param>
/// <param name="Scan">Null when its beginning could not be read.</param>
internal sealed record DocumentVerdict(DocumentIdentity? Identity, DocumentScan? Scan, IReadOnlyList<Finding> Findings);

/// <summary>Checks single documents: well-formed, and valid against the official schema that is installed for what they say they are. Thread-safe.</summary>
internal sealed class DocumentCheck
{
    private readonly SchemaSet _schemas;
    private readonly DeskLimits _limits;

    public DocumentCheck(SchemaSet schemas, DeskLimits limits)
    {
        _schemas = schemas;
        _limits = limits;
    }

    /// <summary>Reads a document up to three times; the stream must be able to seek and stays open.</summary>
    public DocumentVerdict Check(Stream document)
    {
        DocumentIdentity identity;
        try
        {
            identity = DocumentIdentity.Read(document, _limits);
        }
        catch (XmlException error)
        {
            var finding = new Finding(DeskFindings.NotWellFormed, Severity.Error) { Line = error.LineNumber > 0 ? error.LineNumber : null, Found = error.Message };
            return new DocumentVerdict(null, null, [finding]);
        }

        document.Position = 0;
        var scan = DocumentScan.Run(document, identity, _limits);
        if (scan.Findings.Count > 0 || identity.Kind is not (DocumentKind.St36 or DocumentKind.St66 or DocumentKind.St96))
        {
            return new DocumentVerdict(identity, scan, scan.Findings);
        }

        document.Position = 0;
        return new DocumentVerdict(identity, scan, Validate(identity, document));
    }

    private IReadOnlyList<Finding> Validate(DocumentIdentity identity, Stream document) => identity.Schema is { } schema
        ? _schemas.Validate(schema, document).Findings
        : [new Finding(WriterFindings.SchemaMissing, Severity.Warning) { Expected = $"{identity.Standard} {identity.Root}" }];
}
