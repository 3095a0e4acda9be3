using System.Globalization;
using System.Text;

namespace OfficeNode.Core.Ledgers;

/// <summary>How folios and cards are numbered: each counts on from the one before, until a person says otherwise.</summary>
public static class FolioLabels
{
    private const char Recto = 'r';
    private const char Verso = 'v';

    /// <summary>The label of every folio, from those that people said.</summary>
    /// <param name="said">In order; null where nobody said anything.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<string?> said)
    {
        var labels = new List<string>(said.Count);
        foreach (var label in said)
        {
            labels.Add(label ?? (labels.Count == 0 ? "1" : After(labels[^1])));
        }

        return labels;
    }

    /// <summary>The label that follows: <c>12</c> after <c>11</c>, <c>12v</c> after <c>12r</c>, <c>13r</c> after <c>12v</c>. Digits of every script count; a label without any stays as it is.</summary>
    public static string After(string label)
    {
        if (label.Length > 1 && char.IsDigit(label[^2]) && label[^1] is Recto or Verso)
        {
            return label[^1] == Recto ? label[..^1] + Verso : After(label[..^1]) + Recto;
        }

        var end = label.Length;
        while (end > 0 && !char.IsDigit(label[end - 1]))
        {
            end--;
        }

        var start = end;
        while (start > 0 && char.IsDigit(label[start - 1]))
        {
            start--;
        }

        return start == end ? label : label[..start] + Increment(label[start..end]) + label[end..];
    }

    private static string Increment(string digits)
    {
        var counted = new StringBuilder(digits);
        for (var place = digits.Length - 1; place >= 0; place--)
        {
            var digit = CharUnicodeInfo.GetDecimalDigitValue(digits[place]);
            var zero = (char)(digits[place] - digit);
            counted[place] = (char)(zero + ((digit + 1) % 10));
            if (digit < 9)
            {
                return counted.ToString();
            }
        }

        return (char)(digits[0] - CharUnicodeInfo.GetDecimalDigitValue(digits[0]) + 1) + counted.ToString();
    }
}
