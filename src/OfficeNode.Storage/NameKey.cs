using System.Globalization;
using System.Text;

namespace OfficeNode.Storage;

/// <summary>The search key of a name: for finding and suggesting, never for printing.</summary>
/// <remarks>NFKC, accents folded, upper case, punctuation to blanks, single blanks (facts/numbering-and-codes.md [I]). The official name is never changed.</remarks>
public static class NameKey
{
    public static string Of(string name)
    {
        var key = new StringBuilder(name.Length);
        var pendingBlank = false;
        foreach (var rune in name.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                if (pendingBlank && key.Length > 0)
                {
                    key.Append(' ');
                }

                pendingBlank = false;
                key.Append(Rune.ToUpperInvariant(rune).ToString());
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark))
            {
                pendingBlank = true;
            }
        }

        return key.ToString();
    }
}
