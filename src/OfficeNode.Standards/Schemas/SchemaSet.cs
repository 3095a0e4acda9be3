using System.Collections.Concurrent;
using System.Xml;
using System.Xml.Schema;
using OfficeNode.Core;
using OfficeNode.Standards.Writers;

namespace OfficeNode.Standards.Schemas;

/// <summary>The official schemas and DTDs of one installed folder; checks documents against them.</summary>
/// <remarks>
/// Compiles a schema when it is first asked for (about 50 ms) and keeps it: hold one set per folder for the life of the process. Thread-safe. Opens no
/// file itself, and while checking nothing outside the folder.
/// </remarks>
public sealed class SchemaSet
{
    private readonly InstalledResolver _resolver;
    private readonly SchemaLimits _limits;
    private readonly ConcurrentDictionary<string, Lazy<Schema>> _schemas = new(StringComparer.Ordinal);

    /// <param name="open">Opens a file of the installed folder by its relative path with forward slashes; null when it is not there. May be called on any thread.</param>
    public SchemaSet(Func<string, Stream?> open, SchemaLimits? limits = null)
    {
        _resolver = new InstalledResolver(open);
        _limits = limits ?? new SchemaLimits();
    }

    /// <summary>Whether a schema file is installed and usable.</summary>
    public bool Has(string schemaFile) => SchemaOf(schemaFile).IsUsable;

    /// <summary>Checks a document against one schema or DTD file of the folder, whatever the document itself says it follows.</summary>
    /// <param name="schemaFile">The file's name, for example <c>TrademarkApplication_V6_0.xsd</c>; a name ending in <c>.dtd</c> is a DTD.</param>
    /// <param name="document">Read from its position to its end; stays open.</param>
    public SchemaValidation Validate(string schemaFile, Stream document)
    {
        var schema = SchemaOf(schemaFile);
        if (schema.Problem is { } problem)
        {
            return new SchemaValidation(WasChecked: false, [problem]);
        }

        var settings = schema.Dtd is { } dtd ? DtdSettings(dtd) : XsdSettings(schema);
        var run = new ValidationRun(_limits, schema);
        return new SchemaValidation(WasChecked: true, run.Read(document, settings));
    }

    private XmlReaderSettings XsdSettings(Schema schema) => new()
    {
        ValidationType = ValidationType.Schema,
        Schemas = schema.Set!, // compiled whenever Problem and Dtd are null
        ValidationFlags = XmlSchemaValidationFlags.ProcessIdentityConstraints | XmlSchemaValidationFlags.AllowXmlAttributes | XmlSchemaValidationFlags.ReportValidationWarnings,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = _limits.DocumentCharacters,
        CloseInput = false,
    };

    private XmlReaderSettings DtdSettings(byte[] dtd) => new()
    {
        ValidationType = ValidationType.DTD,
        DtdProcessing = DtdProcessing.Parse,
        XmlResolver = new DtdResolver(_resolver, dtd),
        MaxCharactersInDocument = _limits.DocumentCharacters,
        MaxCharactersFromEntities = _limits.EntityCharacters,
        CloseInput = false,
    };

    private Schema SchemaOf(string schemaFile) =>
        _schemas.GetOrAdd(schemaFile, name => new Lazy<Schema>(() => Load(name))).Value;

    private Schema Load(string name)
    {
        using var stream = _resolver.Open(name);
        if (stream is null)
        {
            return new Schema(Problem: new Finding(WriterFindings.SchemaMissing, Severity.Warning) { Expected = name });
        }

        try
        {
            return name.EndsWith(".dtd", StringComparison.OrdinalIgnoreCase) ? new Schema(Dtd: ReadAll(stream)) : new Schema(Set: Compile(name, stream));
        }
        catch (Exception exception) when (exception is XmlException or XmlSchemaException)
        {
            return new Schema(Problem: new Finding(WriterFindings.SchemaUnusable, Severity.Warning) { Expected = name, Found = exception.Message });
        }
    }

    private XmlSchemaSet Compile(string name, Stream stream)
    {
        var set = new XmlSchemaSet { XmlResolver = _resolver };
        using var reader = XmlReader.Create(
            stream,
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = _resolver, MaxCharactersFromEntities = _limits.EntityCharacters },
            InstalledResolver.AddressOf(name).ToString());
        set.Add(null, reader);
        set.Compile();
        return set;
    }

    private static byte[] ReadAll(Stream stream)
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}

/// <summary>One loaded schema file: a compiled schema, the bytes of a DTD, or the reason why it cannot be used.</summary>
internal sealed record Schema(XmlSchemaSet? Set = null, byte[]? Dtd = null, Finding? Problem = null)
{
    public bool IsUsable => Problem is null;

    /// <summary>Whether an element may be the document's root; a DTD judges that itself.</summary>
    public bool Knows(string localName, string space) => Set is null || Set.GlobalElements.Contains(new XmlQualifiedName(localName, space));
}

/// <summary>Gives every document the one DTD it is checked against, as <c>xmllint --dtdvalid</c> does: old documents name versions that nobody has.</summary>
internal sealed class DtdResolver : XmlResolver
{
    private readonly InstalledResolver _installed;
    private readonly byte[] _dtd;
    private bool _given;

    public DtdResolver(InstalledResolver installed, byte[] dtd)
    {
        _installed = installed;
        _dtd = dtd;
    }

    public override Uri ResolveUri(Uri? baseUri, string? relativeUri) => _installed.ResolveUri(baseUri, relativeUri);

    public override object? GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn)
    {
        // The external subset is the first thing a reader asks for; what follows are the DTD's own parts.
        if (_given)
        {
            return _installed.GetEntity(absoluteUri, role, ofObjectToReturn);
        }

        _given = true;
        return new MemoryStream(_dtd, writable: false);
    }
}
