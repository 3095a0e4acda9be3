using System.Globalization;
using System.Text;
using System.Text.Json;
using OfficeNode.Core;

namespace OfficeNode.Standards.Readers;

/// <summary>What headers and codes of registers mean, in English, French, Spanish, Portuguese, Arabic and Russian. The words stand in Lists/headers.json.</summary>
internal sealed class HeaderWords
{
    private static readonly Lazy<HeaderWords> Loaded = new(Load);

    private readonly Dictionary<string, Dictionary<string, string>> _meanings;

    private HeaderWords(Dictionary<string, Dictionary<string, string>> meanings) => _meanings = meanings;

    public static HeaderWords Known => Loaded.Value;

    public string? Status(string value) => Meaning("statuses", value);

    public string? Feature(string value) => Meaning("features", value);

    public string? Right(string value) => Meaning("rights", value);

    public bool IsEmptyWord(string value) => _meanings["empty"].ContainsKey(value.Trim().ToLowerInvariant());

    /// <summary>The place a header names and the language it names beside it; null when it means nothing known.</summary>
    public (string Path, LanguageCode? Language)? Place(string header)
    {
        var words = Normal(header);
        var (plain, language) = WithoutLanguage(words);
        var path = Meaning("places", words) ?? Meaning("places", plain) ?? Longest(plain);
        return path is null ? null : (path, language);
    }

    /// <summary>Words in lower case without accents and signs; camel case and underscores part words.</summary>
    public static string Normal(string text)
    {
        var words = new StringBuilder();
        var before = ' ';
        foreach (var sign in text.Normalize(NormalizationForm.FormD))
        {
            var category = char.GetUnicodeCategory(sign);
            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
            {
                continue;
            }

            words.Append(char.IsUpper(sign) && char.IsLower(before) ? " " : "");
            words.Append(char.IsLetterOrDigit(sign) ? char.ToLowerInvariant(sign) : ' ');
            before = sign;
        }

        return XmlEntry.OneLine(words.Replace('أ', 'ا').Replace('إ', 'ا').Replace('آ', 'ا').Replace('ё', 'е').ToString());
    }

    private string? Meaning(string table, string value) => _meanings[table].GetValueOrDefault(Normal(value));

    private (string Words, LanguageCode? Language) WithoutLanguage(string words)
    {
        var last = words.LastIndexOf(' ');
        var word = words[(last + 1)..];
        var code = _meanings["languages"].GetValueOrDefault(word);
        return last > 0 && code is not null ? (words[..last], LanguageCode.Parse(code).Value) : (words, null);
    }

    // "owner of the mark (current)" is still about the owner when the known words make up most of it.
    private string? Longest(string words)
    {
        var found = _meanings["places"]
            .Where(known => known.Key.Length * 10 >= words.Length * 6 && $" {words} ".Contains($" {known.Key} ", StringComparison.Ordinal))
            .OrderByDescending(known => known.Key.Length)
            .FirstOrDefault();
        return found.Value;
    }

    private static HeaderWords Load()
    {
        using var stream = ReaderLists.Open("headers.json");
        using var document = JsonDocument.Parse(stream);
        var meanings = document.RootElement.EnumerateObject().Where(table => table.Value.ValueKind == JsonValueKind.Object).ToDictionary(table => table.Name, Turn);
        foreach (var code in meanings["languages"].Values.Distinct().ToList())
        {
            meanings["languages"].TryAdd(code, code);
        }

        meanings["empty"] = document.RootElement.GetProperty("empty").EnumerateArray().ToDictionary(word => word.GetString() ?? "", _ => "");
        return new(meanings);
    }

    private static Dictionary<string, string> Turn(JsonProperty table)
    {
        var turned = new Dictionary<string, string>();
        foreach (var meaning in table.Value.EnumerateObject())
        {
            foreach (var word in meaning.Value.EnumerateArray())
            {
                turned.TryAdd(Normal(word.GetString() ?? ""), meaning.Name);
            }
        }

        return turned;
    }
}
