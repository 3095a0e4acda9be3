using System.Xml.Linq;
using OfficeNode.Core;

namespace OfficeNode.Standards.Readers;

/// <summary>An ST.36 document while it is being read: its root's attributes, its bibliographic data as a tree, its texts and pictures.</summary>
internal sealed class St36Document
{
    /// <summary>Name of the root element, as <c>ep-patent-document</c>.</summary>
    public required string Root { get; init; }

    public required IReadOnlyDictionary<string, string> Attributes { get; init; }

    public XElement? Bibliography { get; set; }

    public List<LocalText> Abstracts { get; } = [];

    public List<LocalText> Descriptions { get; } = [];

    public List<LocalText> Claims { get; } = [];

    public List<SourceImage> Images { get; } = [];

    public List<string> Unmapped { get; } = [];

    /// <summary>An attribute of the root; null when it is not there or blank.</summary>
    public string? Attribute(string name) => Attributes.TryGetValue(name, out var value) && value.Trim() is { Length: > 0 } text ? text : null;

    public LanguageCode? Language => LanguageOf(Attribute("lang"));

    public OfficeCode? Office => Attribute("country") is { } text && OfficeCode.Parse(text) is { Success: true } parsed ? parsed.Value : null;

    public static LanguageCode? LanguageOf(string? text) =>
        text is not null && LanguageCode.Parse(text.ToLowerInvariant()) is { Success: true } parsed ? parsed.Value : null;
}
