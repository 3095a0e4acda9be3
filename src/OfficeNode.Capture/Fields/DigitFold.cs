using System.Globalization;

namespace OfficeNode.Capture.Fields;

/// <summary>Decimal digits of any script (Unicode Nd) as those of ASCII, each in its place: shapes are written with those alone.</summary>
internal static class DigitFold
{
    /// <summary>As long as the text, so that places in one are places in the other.</summary>
    public static string Of(string text) => text.Any(IsForeign)
        ? string.Create(text.Length, text, (folded, source) =>
        {
            for (var place = 0; place < folded.Length; place++)
            {
                folded[place] = Of(source[place]);
            }
        })
        : text;

    /// <summary>Other letters as they are.</summary>
    public static char Of(char letter) => IsForeign(letter) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(letter)) : letter;

    private static bool IsForeign(char letter) => letter >= 0x80 && char.IsDigit(letter);
}
