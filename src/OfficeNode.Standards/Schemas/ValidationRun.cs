using System.Text;
using System.Xml;
using System.Xml.Schema;
using OfficeNode.Core;
using OfficeNode.Standards.Writers;

namespace OfficeNode.Standards.Schemas;

/// <summary>Reads one document through a validating reader and notes what is wrong, with the path of elements down to the place.</summary>
internal sealed class ValidationRun
{
    private readonly SchemaLimits _limits;
    private readonly Schema _schema;
    private readonly List<string> _path = [];
    private List<Finding>? _findings;
    private bool _sawDoctype;

    public ValidationRun(SchemaLimits limits, Schema schema)
    {
        _limits = limits;
        _schema = schema;
    }

    private bool IsFull => _findings?.Count >= _limits.Findings;

    public IReadOnlyList<Finding> Read(Stream document, XmlReaderSettings settings)
    {
        settings.ValidationEventHandler += Note;
        try
        {
            using var reader = XmlReader.Create(document, settings);
            while (!IsFull && reader.Read())
            {
                Follow(reader);
            }

            if (IsFull)
            {
                Add(WriterFindings.SchemaMore, null, null);
            }
        }
        catch (XmlException exception)
        {
            Add(WriterFindings.SchemaNotWellFormed, exception.LineNumber > 0 ? exception.LineNumber : null, exception.Message);
        }

        return _findings ?? [];
    }

    private void Follow(XmlReader reader)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.DocumentType:
                _sawDoctype = true;
                break;
            case XmlNodeType.Element:
                _path.RemoveRange(reader.Depth, _path.Count - reader.Depth);
                _path.Add(reader.Name);
                if (reader.Depth == 0)
                {
                    CheckRoot(reader);
                }
                else if (reader.Depth > _limits.Depth)
                {
                    throw new XmlException($"Elements are nested deeper than {_limits.Depth}.", null, LineOf(reader) ?? 0, 0);
                }

                break;
            case XmlNodeType.EndElement:
                _path.RemoveRange(reader.Depth, _path.Count - reader.Depth);
                break;
        }
    }

    private void CheckRoot(XmlReader reader)
    {
        // Without these two a validating reader has nothing to validate, and calls that a warning.
        if (_schema.Dtd is not null && !_sawDoctype)
        {
            Add(WriterFindings.SchemaInvalid, LineOf(reader), "the document has no DOCTYPE");
        }
        else if (!_schema.Knows(reader.LocalName, reader.NamespaceURI))
        {
            Add(WriterFindings.SchemaInvalid, LineOf(reader), $"the schema has no document element '{reader.Name}' in the namespace '{reader.NamespaceURI}'");
        }
    }

    private void Note(object? sender, ValidationEventArgs args)
    {
        // A warning is content that a wildcard of the schema lets through unchecked.
        if (args.Severity == XmlSeverityType.Warning || IsFull)
        {
            return;
        }

        var reader = sender as XmlReader;
        var path = new StringBuilder();
        var depth = reader is { NodeType: XmlNodeType.Element } ? Math.Min(reader.Depth, _path.Count) : _path.Count;
        for (var i = 0; i < depth; i++)
        {
            path.Append('/').Append(_path[i]);
        }

        if (reader is { NodeType: XmlNodeType.Element })
        {
            path.Append('/').Append(reader.Name);
        }

        Add(WriterFindings.SchemaInvalid, args.Exception.LineNumber > 0 ? args.Exception.LineNumber : null, args.Message, path.ToString());
    }

    private void Add(string rule, long? line, string? message, string? path = null) => (_findings ??= []).Add(new Finding(rule, Severity.Error)
    {
        Line = line,
        Path = path ?? (_path.Count > 0 ? "/" + string.Join('/', _path) : null),
        Arguments = message is null ? null : new Dictionary<string, string> { ["message"] = message },
    });

    private static int? LineOf(XmlReader reader) => reader is IXmlLineInfo line && line.HasLineInfo() ? line.LineNumber : null;
}
