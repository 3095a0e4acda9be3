using OfficeNode.Core;

namespace OfficeNode.Host.Texts;

/// <summary>What a language does not say itself: it is shown in English, or in a form of counting that does not fit.</summary>
internal static class LanguageGaps
{
    // As many keys as a person looks over; scripts count for themselves.
    private const int MostNamed = 5;

    /// <summary>Keys without a text.</summary>
    public static IEnumerable<string> Untranslated(Language language) => EnglishTexts.Keys.Where(key => !language.Texts.ContainsKey(key));

    /// <summary>Forms of counted texts that the language has and the text lacks.</summary>
    public static IEnumerable<string> MissingForms(Language language) => EnglishTexts.Keys
        .Where(key => EnglishTexts.IsCounted(key) && language.Texts.ContainsKey(key))
        .SelectMany(key => language.Plural.NeededForms.Select(form => LanguageKey.Of(key, form)))
        .Where(key => !language.Texts.ContainsKey(key));

    /// <summary>The same, for the person who translates.</summary>
    public static IEnumerable<Finding> Findings(Language language, string file)
    {
        var forms = MissingForms(language).ToList();
        if (forms.Count > 0)
        {
            yield return Of(LanguageFindings.FormMissing, Severity.Warning, file, forms);
        }

        var keys = Untranslated(language).ToList();
        if (keys.Count > 0)
        {
            yield return Of(LanguageFindings.Untranslated, Severity.Info, file, keys);
        }
    }

    private static Finding Of(string rule, Severity severity, string file, List<string> keys) => new(rule, severity)
    {
        File = file,
        Found = keys.Count.ToString("N0", System.Globalization.CultureInfo.CurrentCulture),
        Expected = string.Join(", ", keys.Take(MostNamed)),
    };
}
