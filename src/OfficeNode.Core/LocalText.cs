namespace OfficeNode.Core;

/// <summary>A text in one language: a title, the words of a mark, a goods list.</summary>
public sealed record LocalText
{
    public required string Text { get; init; }

    /// <summary>Null when the source does not say; the record's own language is then not assumed.</summary>
    public LanguageCode? Language { get; init; }

    public static LocalText Of(string text, LanguageCode? language = null) => new() { Text = text, Language = language };
}
