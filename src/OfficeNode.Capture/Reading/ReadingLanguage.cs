using System.Text.RegularExpressions;
using OfficeNode.Core;

namespace OfficeNode.Capture.Reading;

/// <summary>The name of a language as Tesseract names its models: <c>eng</c>, <c>fra</c>, <c>chi_sim</c>.</summary>
/// <remarks>Three letters, then script or variant behind underscores. Only the form is held here: which models are installed is the reading machine's to say.</remarks>
public readonly partial record struct ReadingLanguage : ITextValue<ReadingLanguage>
{
    private ReadingLanguage(string value) => Value = value;

    public string Value { get; }

    public static ParseResult<ReadingLanguage> Parse(string text) => Form().IsMatch(text)
        ? ParseResult<ReadingLanguage>.Read(new(text))
        : ParseResult<ReadingLanguage>.Refuse("a language as Tesseract names it, for example eng for English or fra for French; \"tesseract --list-langs\" lists those that are installed");

    public override string ToString() => Value;

    // The name becomes part of a file's name: nothing may lead out of the folder of models.
    [GeneratedRegex(@"\A[A-Za-z]{3}(_[A-Za-z]{1,12}){0,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
