using System.Text.Json.Serialization;
using OfficeNode.Core.Json;

namespace OfficeNode.Core;

/// <summary>An office's or organisation's two-letter code.</summary>
/// <remarks>WIPO ST.3 (facts/numbering-and-codes.md [V]). Only the form is held here: whether the code is listed is a rule's question, because lists grow.</remarks>
[JsonConverter(typeof(TextValueConverter<OfficeCode>))]
public readonly record struct OfficeCode : ITextValue<OfficeCode>
{
    private OfficeCode(string value) => Value = value;

    public string Value { get; }

    public static ParseResult<OfficeCode> Parse(string text) => TwoLetters.Are(text, upper: true)
        ? ParseResult<OfficeCode>.Read(new(text))
        : ParseResult<OfficeCode>.Refuse("two capital letters (ST.3)");

    public override string ToString() => Value;
}

/// <summary>A country's two-letter code as addresses and nationalities use it (ISO 3166-1 alpha-2).</summary>
[JsonConverter(typeof(TextValueConverter<CountryCode>))]
public readonly record struct CountryCode : ITextValue<CountryCode>
{
    private CountryCode(string value) => Value = value;

    public string Value { get; }

    public static ParseResult<CountryCode> Parse(string text) => TwoLetters.Are(text, upper: true)
        ? ParseResult<CountryCode>.Read(new(text))
        : ParseResult<CountryCode>.Refuse("two capital letters (ISO 3166-1)");

    public override string ToString() => Value;
}

/// <summary>A language's two-letter code (ISO 639-1).</summary>
[JsonConverter(typeof(TextValueConverter<LanguageCode>))]
public readonly record struct LanguageCode : ITextValue<LanguageCode>
{
    private LanguageCode(string value) => Value = value;

    public string Value { get; }

    public static ParseResult<LanguageCode> Parse(string text) => TwoLetters.Are(text, upper: false)
        ? ParseResult<LanguageCode>.Read(new(text))
        : ParseResult<LanguageCode>.Refuse("two small letters (ISO 639-1)");

    public override string ToString() => Value;
}

internal static class TwoLetters
{
    public static bool Are(string text, bool upper) => text.Length == 2
        && (upper ? text.All(char.IsAsciiLetterUpper) : text.All(char.IsAsciiLetterLower));
}
