using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using OfficeNode.Core.Json;

namespace OfficeNode.Core.People;

/// <summary>The one word by which a person signs in and is named as author: 2 to 32 letters of any script, digits, <c>.</c>, <c>-</c> and <c>_</c>.</summary>
/// <remarks>
/// Kept as it was written, in Unicode's composed form (NFC); <c>Nadia</c> and <c>NADIA</c> are the same name. It begins with a letter or a digit, because
/// a word that begins with <c>-</c> is an option to every command. Vowel signs and accents of their own count as what they stand on is written with.
/// </remarks>
[JsonConverter(typeof(TextValueConverter<PersonName>))]
public readonly record struct PersonName : ITextValue<PersonName>
{
    /// <summary>The fewest characters of a name.</summary>
    public const int Shortest = 2;

    /// <summary>The most characters of a name: one line of any list holds it.</summary>
    public const int Longest = 32;

    private PersonName(string value)
    {
        Value = value;
        Key = value.ToUpperInvariant().Normalize(NormalizationForm.FormC);
    }

    public string Value { get; }

    /// <summary>What two ways to write one name have in common: for comparing and finding, never for showing.</summary>
    public string Key { get; }

    public static ParseResult<PersonName> Parse(string text)
    {
        // Half a surrogate pair is no letter, and Normalize would throw at it: so the letters are looked at first.
        var trimmed = text.Trim();
        if (!IsWord(trimmed))
        {
            return Refuse();
        }

        var composed = trimmed.Normalize(NormalizationForm.FormC);
        return composed.EnumerateRunes().Count() is >= Shortest and <= Longest ? ParseResult<PersonName>.Read(new(composed)) : Refuse();
    }

    public bool Equals(PersonName other) => string.Equals(Key, other.Key, StringComparison.Ordinal);

    public override int GetHashCode() => Key?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public override string ToString() => Value;

    private static bool IsWord(string text)
    {
        var isFirst = true;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsLetter(rune) && !Rune.IsDigit(rune) && (isFirst || !(rune.Value is '.' or '-' or '_' || IsMark(rune))))
            {
                return false;
            }

            isFirst = false;
        }

        return !isFirst;
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static ParseResult<PersonName> Refuse() =>
        ParseResult<PersonName>.Refuse($"one word of {Shortest} to {Longest} letters, digits, dots, hyphens and underscores that begins with a letter or a digit");
}
