using OfficeNode.Core;

namespace OfficeNode.Host.Texts;

/// <summary>One text of a language file.</summary>
/// <param name="Text">Empty where nobody has translated it yet.</param>
/// <param name="English">The English text that it was translated from; null where the file does not say.</param>
internal sealed record FileText(string Key, string Text, string? English, long Line);

/// <summary>A language file as it was written: its form is right, what it says has not been judged.</summary>
internal sealed record LanguageFile
{
    public required string File { get; init; }

    /// <summary>The values of the head by their names: language, name, direction, culture, plural.</summary>
    public required IReadOnlyDictionary<string, string> Head { get; init; }

    public required IReadOnlyList<FileText> Texts { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Whether it can be used at all.</summary>
    public required bool IsReadable { get; init; }
}
