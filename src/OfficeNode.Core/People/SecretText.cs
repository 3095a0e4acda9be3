using System.Text;

namespace OfficeNode.Core.People;

/// <summary>A secret as it is judged and hashed, whatever the keyboard wrote.</summary>
/// <remarks>
/// One letter has several spellings in Unicode, and which of them a keyboard gives differs between systems: composed form (NFC), as RFC 8265 has it for
/// passwords. The digits of a PIN are the same digits on every layout: an Arabic keyboard may write them as its own.
/// </remarks>
internal static class SecretText
{
    public static string Of(string typed)
    {
        // Normalize refuses half a surrogate pair, which the way through UTF-8 makes a replacement sign.
        var text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(typed)).Normalize(NormalizationForm.FormC);
        return text.Length > 0 && text.EnumerateRunes().All(Rune.IsDigit)
            ? string.Concat(text.EnumerateRunes().Select(digit => (char)('0' + (int)Rune.GetNumericValue(digit))))
            : text;
    }

    /// <summary>Whether a secret in this form is a PIN: digits and nothing else.</summary>
    public static bool IsPin(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);
}
