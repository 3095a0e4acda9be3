using System.Text.Encodings.Web;
using System.Text.Json;

namespace OfficeNode.Host.Texts;

/// <summary>Writes the file of a language for a translator: every key, the English text, and the translation where there is one.</summary>
internal static class LanguageTemplate
{
    private static readonly JsonWriterOptions Form = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a file for a language that is there, or for a new one.</summary>
    /// <param name="tag">What the new language is called; null leaves it to the translator.</param>
    /// <param name="language">Null for a new language.</param>
    public static void Write(Stream stream, LanguageTag? tag, Language? language)
    {
        using var json = new Utf8JsonWriter(stream, Form);
        var plural = language?.Plural ?? (tag is { } named ? PluralRule.For(named) : PluralRule.English);
        json.WriteStartObject();
        json.WriteString("language", tag?.Value ?? "");
        json.WriteString("name", language?.Name ?? "");
        json.WriteString("direction", language?.HtmlDirection ?? "ltr");
        if (language is not null)
        {
            json.WriteString("culture", language.Culture.Name);
        }

        json.WriteString("plural", "like " + plural.Name);
        json.WriteStartObject(LanguageFileReader.TextsProperty);
        foreach (var key in EnglishTexts.Keys.SelectMany(key => KeysOf(key, plural)))
        {
            WriteText(json, key, language?.Texts.GetValueOrDefault(key));
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static IEnumerable<string> KeysOf(string key, PluralRule plural) =>
        EnglishTexts.IsCounted(key) ? plural.NeededForms.Select(form => LanguageKey.Of(key, form)).Append(key) : [key];

    private static void WriteText(Utf8JsonWriter json, string key, string? text)
    {
        json.WriteStartObject(key);
        json.WriteString(LanguageFileReader.EnglishProperty, EnglishTexts.All.GetValueOrDefault(key) ?? EnglishTexts.All[LanguageKey.Of(key).Text]);
        json.WriteString(LanguageFileReader.TextProperty, text ?? "");
        json.WriteEndObject();
    }
}
