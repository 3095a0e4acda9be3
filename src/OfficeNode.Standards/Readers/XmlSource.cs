using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using OfficeNode.Core;

namespace OfficeNode.Standards.Readers;

/// <summary>An XML source read forward within limits. Nothing external is opened, no entity may hold another.</summary>
/// <remarks>The first fault ends the reading and stands in <see cref="Fault"/>; what was read before it is good.</remarks>
internal sealed partial class XmlSource : IDisposable
{
    private readonly ReaderLimits _limits;
    private readonly MeteredStream _stream;
    private readonly XmlReader _reader;
    private readonly string? _file;

    // Registers come in the code pages of their time; the platform knows those only once they are registered.
    static XmlSource() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public XmlSource(Stream source, string? file, ReaderLimits limits)
    {
        _limits = limits;
        _file = file;
        _stream = new MeteredStream(source, limits.MaxEntryCharacters);
        _reader = XmlReader.Create(_stream, new XmlReaderSettings
        {
            Async = true,
            CloseInput = false,
            DtdProcessing = DtdProcessing.Parse,
            XmlResolver = new StandardEntities(),
            MaxCharactersFromEntities = limits.MaxEntityCharacters,
            MaxCharactersInDocument = limits.MaxXmlCharacters,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        });
    }

    /// <summary>The node the source stands on.</summary>
    public XmlReader Node => _reader;

    /// <summary>What ended the reading early; null while all is well.</summary>
    public Finding? Fault { get; private set; }

    public long Line => ((IXmlLineInfo)_reader).LineNumber;

    public bool IsElement => _reader.NodeType == XmlNodeType.Element;

    /// <summary>Moves to the next node; false at the end and at a fault.</summary>
    public async ValueTask<bool> MoveAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            _stream.Pause();
            if (Fault is not null || !await _reader.ReadAsync())
            {
                return false;
            }

            Check();
            if (_reader.NodeType == XmlNodeType.Text)
            {
                // The reader parses a text to its end only when asked for it: what is wrong there must show here.
                await _reader.GetValueAsync();
            }
        }
        catch (XmlException broken)
        {
            Fault = Place(new Finding(IsLimit(broken) ? ReaderFindings.XmlLimit : ReaderFindings.XmlNotWellFormed, Severity.Error)
            {
                Line = broken.LineNumber > 0 ? broken.LineNumber : null,
                Found = broken.Message,
                Expected = IsLimit(broken) ? _limits.MaxEntityCharacters.ToString(CultureInfo.InvariantCulture) : null,
            });
        }
        catch (XmlLimitException limit)
        {
            Fault = Place(new Finding(ReaderFindings.XmlLimit, Severity.Error) { Found = limit.Found, Expected = limit.Limit });
        }

        return Fault is null;
    }

    /// <summary>Moves behind the element that the source stands on, which is not kept.</summary>
    public async ValueTask<bool> SkipAsync(CancellationToken cancellationToken)
    {
        var depth = _reader.Depth;
        if (_reader.IsEmptyElement)
        {
            return true;
        }

        while (await MoveAsync(cancellationToken))
        {
            if (_reader.Depth == depth)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads the element that the source stands on, with all it holds; null at a fault. The source then stands on its end.</summary>
    public async ValueTask<XElement?> ReadElementAsync(CancellationToken cancellationToken)
    {
        var root = Start();
        var place = _reader.IsEmptyElement ? null : root;
        var (nodes, characters) = (1, 0L);
        while (place is not null)
        {
            if (!await MoveAsync(cancellationToken))
            {
                return null;
            }

            var (inside, added) = Grow(place);
            place = inside is null && place != root ? place.Parent : inside;
            nodes += added;
            characters += added == 0 ? _reader.Value.Length : 0;
            if (nodes > _limits.MaxEntryNodes || characters > _limits.MaxEntryCharacters)
            {
                Fault = Place(new Finding(ReaderFindings.XmlLimit, Severity.Error)
                {
                    Found = $"{nodes} nodes, {characters} characters in {root.Name.LocalName}",
                    Expected = $"{_limits.MaxEntryNodes} nodes, {_limits.MaxEntryCharacters} characters",
                });
                return null;
            }
        }

        return root;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
    }

    /// <summary>A finding at the place the source stands at.</summary>
    public Finding Place(Finding finding) => finding with
    {
        File = _file,
        Line = finding.Line ?? Line,
        Arguments = new Dictionary<string, string> { ["column"] = ((IXmlLineInfo)_reader).LinePosition.ToString(CultureInfo.InvariantCulture) },
    };

    private static bool IsLimit(XmlException broken) => broken.Message.Contains("MaxCharacters", StringComparison.Ordinal);

    private XElement Start()
    {
        var element = new XElement(XName.Get(_reader.LocalName, _reader.NamespaceURI));
        for (var has = _reader.MoveToFirstAttribute(); has; has = _reader.MoveToNextAttribute())
        {
            element.SetAttributeValue(XName.Get(_reader.LocalName, _reader.NamespaceURI), _reader.Value);
        }

        _reader.MoveToElement();
        return element;
    }

    // Adds the current node below a place: where the next one belongs (null behind the place's own end), and how many nodes it was.
    private (XElement? Place, int Nodes) Grow(XElement place)
    {
        switch (_reader.NodeType)
        {
            case XmlNodeType.Element:
                var element = Start();
                place.Add(element);
                return (_reader.IsEmptyElement ? place : element, 1 + _reader.AttributeCount);
            case XmlNodeType.EndElement:
                return (null, 0);
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                place.Add(new XText(_reader.Value));
                return (place, 0);
            default:
                return (place, 0);
        }
    }

    private void Check()
    {
        if (_reader.Depth > _limits.MaxXmlDepth)
        {
            throw new XmlLimitException($"elements nested {_reader.Depth} deep", _limits.MaxXmlDepth.ToString(CultureInfo.InvariantCulture));
        }

        if (_reader.NodeType == XmlNodeType.DocumentType && Forbidden(_reader.Value) is { } declaration)
        {
            Fault = Place(new Finding(ReaderFindings.XmlEntity, Severity.Error) { Found = declaration });
        }
    }

    // Declared signs and unparsed pictures are allowed; an entity from outside, of parameters, or made of others is how files attack readers.
    private static string? Forbidden(string internalSubset)
    {
        foreach (Match entity in EntityDeclaration().Matches(internalSubset))
        {
            var isParameter = entity.Groups["parameter"].Length > 0;
            var isExternal = entity.Groups["literal"].Length == 0 && !entity.Groups["rest"].Value.Contains("NDATA", StringComparison.Ordinal);
            var holdsEntity = EntityInside().IsMatch(entity.Groups["literal"].Value);
            if (isParameter || isExternal || holdsEntity)
            {
                return entity.Value;
            }
        }

        return null;
    }

    [GeneratedRegex("""<!ENTITY\s+(?<parameter>%?)\s*[^\s"'>]+\s+(?:(?<literal>"[^"]*"|'[^']*')|(?<rest>[^>]*))""")]
    private static partial Regex EntityDeclaration();

    [GeneratedRegex("[&%][^#]")]
    private static partial Regex EntityInside();
}
