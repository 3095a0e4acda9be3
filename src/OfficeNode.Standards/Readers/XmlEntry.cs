using System.Globalization;
using System.Xml.Linq;
using OfficeNode.Core;

namespace OfficeNode.Standards.Readers;

/// <summary>One entry of an XML source as a tree of which is known what was taken: the rest is what the register has no place for (I10).</summary>
/// <remarks>Names are compared without their namespace, which differs between offices and editions of one standard.</remarks>
internal sealed class XmlEntry(XElement root, EntryFindings findings)
{
    private static readonly string[] Bookkeeping = ["id", "sequence", "sequenceNumber", "num", "schemaLocation", "type", "space"];

    private readonly HashSet<XObject> _taken = new(ReferenceEqualityComparer.Instance);

    public XElement Root => root;

    public EntryFindings Findings => findings;

    /// <summary>The elements at a path of names below a place, as <c>B220/date</c>.</summary>
    public static IEnumerable<XElement> Each(XElement place, string path)
    {
        IEnumerable<XElement> found = [place];
        foreach (var name in path.Split('/'))
        {
            found = found.SelectMany(element => element.Elements().Where(child => child.Name.LocalName == name));
        }

        return found;
    }

    public static XElement? First(XElement? place, string path) => place is null ? null : Each(place, path).FirstOrDefault();

    /// <summary>Takes the text of the first element at a path that has any; null when there is none.</summary>
    public string? Text(XElement? place, string path) => place is null ? null : Each(place, path).Select(Text).FirstOrDefault(text => text is not null);

    /// <summary>Takes the whole text of an element, white space as single blanks; null when it has none.</summary>
    public string? Text(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        Take(element);
        var text = OneLine(element.Value);
        return text.Length == 0 ? null : text;
    }

    /// <summary>Takes the lines of an element's text.</summary>
    public string[] Lines(XElement element)
    {
        Take(element);
        return [.. element.Value.Split('\n').Select(OneLine).Where(line => line.Length > 0)];
    }

    public string? Attribute(XElement? element, string name)
    {
        var attribute = element?.Attributes().FirstOrDefault(candidate => candidate.Name.LocalName == name);
        if (attribute is null)
        {
            return null;
        }

        _taken.Add(attribute);
        return attribute.Value.Trim() is { Length: > 0 } text ? text : null;
    }

    /// <summary>Marks an element and all below it as said.</summary>
    public void Take(XElement element)
    {
        foreach (var part in element.DescendantsAndSelf())
        {
            _taken.Add(part);
        }
    }

    /// <summary>Takes a date, as eight digits or in ISO form, with or without time and zone. One that is none stays among the unmapped.</summary>
    /// <param name="isVital">Whether an impossible date rejects the entry.</param>
    public PrintedDate? Date(XElement? place, string path, bool isVital = false)
    {
        var element = First(place, path);
        if (element is null || OneLine(element.Value) is not { Length: > 0 } text)
        {
            return null;
        }

        if (ParseDate(text) is { } day)
        {
            Take(element);
            return PrintedDate.Of(day);
        }

        findings.Add(ReaderFindings.ValueDate, isVital ? Severity.Error : Severity.Warning, PathOf(element), text, "yyyyMMdd | yyyy-MM-dd");
        return null;
    }

    /// <summary>Takes a code; one that does not parse stays among the unmapped, with a warning.</summary>
    public T? Code<T>(XElement? place, string path)
        where T : struct, ITextValue<T>
    {
        var element = First(place, path);
        return element is null || OneLine(element.Value) is not { Length: > 0 } text ? null : Code<T>(text, PathOf(element), () => Take(element));
    }

    /// <summary>Takes a code from an attribute.</summary>
    public T? AttributeCode<T>(XElement? element, string name)
        where T : struct, ITextValue<T>
    {
        var attribute = element?.Attributes().FirstOrDefault(candidate => candidate.Name.LocalName == name);
        return attribute is null || attribute.Value.Trim() is not { Length: > 0 } text
            ? null
            : Code<T>(text, $"{PathOf(element!)}@{name}", () => _taken.Add(attribute));   // an attribute found has its element
    }

    /// <summary>The paths of texts and attributes that nobody took, once per value.</summary>
    public List<string> Unmapped()
    {
        var paths = new List<string>();
        foreach (var element in root.DescendantsAndSelf())
        {
            var hasText = element.Nodes().OfType<XText>().Any(text => !string.IsNullOrWhiteSpace(text.Value));
            if (hasText && !_taken.Contains(element))
            {
                paths.Add(PathOf(element));
            }

            paths.AddRange(element.Attributes().Where(IsLeft).Select(attribute => $"{PathOf(element)}@{attribute.Name.LocalName}"));
        }

        return paths;
    }

    /// <summary>A text with every run of white space as one blank, without any at its ends.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static DateOnly? ParseDate(string text)
    {
        var isIso = text.Length > 10 && (text[10] is '-' or '+' or 'T' or 'Z');
        var plain = isIso ? text[..10] : text;
        return DateOnly.TryParseExact(plain, ["yyyy-MM-dd", "yyyyMMdd", "yyyy/MM/dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    private T? Code<T>(string text, string path, Action take)
        where T : struct, ITextValue<T>
    {
        var parsed = T.Parse(text);
        parsed = parsed.Success ? parsed : T.Parse(text.ToLowerInvariant()) is { Success: true } lower ? lower : T.Parse(text.ToUpperInvariant());
        if (parsed.Success)
        {
            take();
            return parsed.Value;
        }

        findings.Add(ReaderFindings.ValueCode, Severity.Warning, path, text, parsed.Expected);
        return null;
    }

    private bool IsLeft(XAttribute attribute) => !attribute.IsNamespaceDeclaration
        && !Bookkeeping.Contains(attribute.Name.LocalName)
        && attribute.Name.NamespaceName.Length == 0
        && !_taken.Contains(attribute)
        && !(attribute.Parent is { } parent && _taken.Contains(parent));

    private string PathOf(XElement element)
    {
        var names = element.AncestorsAndSelf().TakeWhile(ancestor => ancestor != root).Reverse().Select(ancestor => ancestor.Name.LocalName);
        return string.Join('/', names.Prepend(root.Name.LocalName));
    }
}
