using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OfficeNode.Core.Keying;

/// <summary>Compares the number that a separator sheet says with one in the office's own spelling: a sheet may name <c>KE/T/2026/025589</c> as <c>025589</c> of 2026.</summary>
public static partial class SheetNumber
{
    /// <summary>Whether both mean the same number: digit by digit, without leading noughts, whether or not the year stands among them. Digits of every script count.</summary>
    public static bool Agrees(DossierName sheet, string printed)
    {
        var (said, given) = (DigitsOf(sheet.Number), DigitsOf(printed));
        return said.Count + given.Count == 0
            ? Number.Of(sheet.Number).SearchKey == Number.Of(printed).SearchKey
            : string.Concat(said) == string.Concat(given) || Values(said, sheet.Year).SequenceEqual(Values(given, sheet.Year));
    }

    private static List<string> DigitsOf(string text) => [.. Runs().Matches(text.Normalize(NormalizationForm.FormKC)).Select(run => string.Concat(run.Value.Select(CharUnicodeInfo.GetDecimalDigitValue)))];

    // The year stands in a number once: of P/2026/2026 the second is the number.
    private static List<string> Values(List<string> runs, int? year)
    {
        var values = runs.Select(run => run.TrimStart('0')).ToList();
        var place = year is > 0 && runs.Count > 1 ? runs.FindIndex(run => IsYear(run, year.Value)) : -1;
        if (place >= 0)
        {
            values.RemoveAt(place);
        }

        return values;
    }

    private static bool IsYear(string run, int year) => run == year.ToString("D4", CultureInfo.InvariantCulture) || run == (year % 100).ToString("D2", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Runs();
}
