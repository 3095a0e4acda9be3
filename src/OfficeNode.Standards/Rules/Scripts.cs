using System.Collections.Frozen;
using OfficeNode.Core;

namespace OfficeNode.Standards.Rules;

/// <summary>Which script a letter belongs to, as far as rules need to know.</summary>
/// <remarks>By Unicode blocks, in UTF-16 code units; scripts beyond the basic plane count as unknown.</remarks>
internal static class Scripts
{
    private enum Script
    {
        None,
        Latin,
        Greek,
        Cyrillic,
        Hebrew,
        Arabic,
        Ethiopic,
        Khmer,
        Thai,
        Lao,
        Burmese,
        Devanagari,
        EastAsian,
        Other,
    }

    // Languages with one script in practice; those that change scripts (Serbian, Uzbek, Azeri, Kurdish ...) are left out.
    private static readonly FrozenDictionary<string, Script> OfLanguage = new Dictionary<string, Script>
    {
        ["en"] = Script.Latin,
        ["fr"] = Script.Latin,
        ["es"] = Script.Latin,
        ["pt"] = Script.Latin,
        ["de"] = Script.Latin,
        ["it"] = Script.Latin,
        ["nl"] = Script.Latin,
        ["pl"] = Script.Latin,
        ["tr"] = Script.Latin,
        ["vi"] = Script.Latin,
        ["id"] = Script.Latin,
        ["sw"] = Script.Latin,
        ["mg"] = Script.Latin,
        ["el"] = Script.Greek,
        ["ru"] = Script.Cyrillic,
        ["uk"] = Script.Cyrillic,
        ["be"] = Script.Cyrillic,
        ["bg"] = Script.Cyrillic,
        ["mk"] = Script.Cyrillic,
        ["ky"] = Script.Cyrillic,
        ["tg"] = Script.Cyrillic,
        ["he"] = Script.Hebrew,
        ["ar"] = Script.Arabic,
        ["fa"] = Script.Arabic,
        ["ur"] = Script.Arabic,
        ["ps"] = Script.Arabic,
        ["am"] = Script.Ethiopic,
        ["ti"] = Script.Ethiopic,
        ["km"] = Script.Khmer,
        ["th"] = Script.Thai,
        ["lo"] = Script.Lao,
        ["my"] = Script.Burmese,
        ["hi"] = Script.Devanagari,
        ["ne"] = Script.Devanagari,
        ["zh"] = Script.EastAsian,
        ["ja"] = Script.EastAsian,
        ["ko"] = Script.EastAsian,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether a text has a letter of its language's script, or no letter at all, or nothing is known of the language.</summary>
    public static bool MayWrite(LanguageCode language, string text)
    {
        if (!OfLanguage.TryGetValue(language.Value, out var script))
        {
            return true;
        }

        var hasLetters = false;
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                hasLetters = true;
                if (Of(c) == script)
                {
                    return true;
                }
            }
        }

        return !hasLetters;
    }

    /// <summary>The first word that mixes Latin letters with Cyrillic or Greek ones; null when there is none.</summary>
    public static string? MixedWord(string text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            var end = start;
            var (latin, other) = (false, false);
            for (; end < text.Length && char.IsLetter(text[end]); end++)
            {
                var script = Of(text[end]);
                latin |= script == Script.Latin;
                other |= script is Script.Cyrillic or Script.Greek;
            }

            if (latin && other)
            {
                return text[start..end];
            }

            start = end;
        }

        return null;
    }

    private static Script Of(char c) => c switch
    {
        '\u00AA' or '\u00B5' or '\u00BA' => Script.None,   // ordinals and the micro sign stand in words of any script
        <= '\u024F' or (>= '\u1E00' and <= '\u1EFF') or (>= '\uFF21' and <= '\uFF5A') => Script.Latin,
        (>= '\u0370' and <= '\u03FF') or (>= '\u1F00' and <= '\u1FFF') => Script.Greek,
        >= '\u0400' and <= '\u052F' => Script.Cyrillic,
        >= '\u0590' and <= '\u05FF' => Script.Hebrew,
        (>= '\u0600' and <= '\u077F') or (>= '\u08A0' and <= '\u08FF') or (>= '\uFB50' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC') => Script.Arabic,
        >= '\u0900' and <= '\u097F' => Script.Devanagari,
        >= '\u0E00' and <= '\u0E7F' => Script.Thai,
        >= '\u0E80' and <= '\u0EFF' => Script.Lao,
        >= '\u1000' and <= '\u109F' => Script.Burmese,
        >= '\u1200' and <= '\u139F' => Script.Ethiopic,
        >= '\u1780' and <= '\u17FF' => Script.Khmer,
        (>= '\u1100' and <= '\u11FF') or (>= '\u2E80' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF') => Script.EastAsian,
        _ => Script.Other,
    };
}
