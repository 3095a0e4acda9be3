using System.Text;

namespace OfficeNode.Capture.Reading;

/// <summary>Which way writing runs, by its letters.</summary>
internal static class ScriptDirection
{
    /// <summary>More letters run from right to left than from left to right. Digits and punctuation have no say.</summary>
    public static bool RunsRightToLeft(string text)
    {
        var balance = 0;
        foreach (var letter in text.EnumerateRunes())
        {
            balance += IsRightToLeft(letter) ? 1 : Rune.IsLetter(letter) ? -1 : 0;
        }

        return balance > 0;
    }

    /// <summary>A letter of Hebrew, Arabic and their neighbours: Unicode's classes R and AL, by their blocks; digits are not among them.</summary>
    /// <remarks>Source: Unicode Standard Annex 9, and the default classes of unassigned code points in DerivedBidiClass.txt.</remarks>
    public static bool IsRightToLeft(Rune letter) =>
        letter.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFE) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF)
        && !Rune.IsDigit(letter) && !Rune.IsPunctuation(letter) && !Rune.IsSymbol(letter);
}
