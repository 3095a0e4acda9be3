using System.Globalization;
using System.Text;

namespace OfficeNode.Storage;

/// <summary>The search key of a text: for finding and suggesting, never for printing.</summary>
/// <remarks>
/// Compatibility forms and accents folded, upper case, single blanks where anything else but letters and digits stood
/// (facts/numbering-and-codes.md [I]). Vowel signs of Arabic and Hebrew go with the accents, and so does the stretching of Arabic words.
/// The official name is never changed.
/// </remarks>
public static class NameKey
{
    private const int ArabicStretch = 0x0640;

    public static string Of(string name)
    {
        var key = new StringBuilder(name.Length);
        var pendingBlank = false;
        foreach (var rune in (Ascii.IsValid(name) ? name : Decompose(name)).EnumerateRunes())
        {
            var part = Fold(rune);
            if (part == Part.Blank)
            {
                pendingBlank = true;
            }
            else if (part == Part.Letter)
            {
                if (pendingBlank && key.Length > 0)
                {
                    key.Append(' ');
                }

                pendingBlank = false;
                AppendUpper(key, rune);
            }
        }

        return key.ToString();
    }

    // Normalize refuses half a surrogate pair, which the way through UTF-8 makes a replacement sign.
    private static string Decompose(string name) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)).Normalize(NormalizationForm.FormKD);

    private static Part Fold(Rune rune)
    {
        if (Rune.IsLetterOrDigit(rune))
        {
            return rune.Value == ArabicStretch ? Part.Nothing : Part.Letter;
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => Part.Nothing,
            UnicodeCategory.SpacingCombiningMark => Part.Letter,   // vowels of Indic scripts and Khmer: parts of their word
            _ => Part.Blank,
        };
    }

    // Letters that people without them on their keyboard write as others, and that Unicode does not take apart.
    private static void AppendUpper(StringBuilder key, Rune rune)
    {
        if (rune.IsAscii)
        {
            key.Append(char.ToUpperInvariant((char)rune.Value));
            return;
        }

        var upper = Rune.ToUpperInvariant(rune);
        _ = upper.Value switch
        {
            'ı' => key.Append('I'),
            'Ł' => key.Append('L'),
            'Ø' => key.Append('O'),
            'Đ' or 'Ð' => key.Append('D'),
            'Æ' => key.Append("AE"),
            'Œ' => key.Append("OE"),
            'Þ' => key.Append("TH"),
            'ß' or 'ẞ' => key.Append("SS"),
            _ => key.Append(upper.ToString()),
        };
    }

    private enum Part
    {
        Letter,
        Blank,
        Nothing,
    }
}
