using System.Text.RegularExpressions;
using OfficeNode.Core;

namespace OfficeNode.Standards.Readers;

/// <summary>Tells the year that a number carries.</summary>
/// <remarks>
/// In this order: what the source says apart; a four-digit group of 1850 to 2099 that stands between other signs than digits, where the number has
/// further digits (<c>P/2026/000123</c>; of several the one that is the year of the date, else the first); the year of the date; none.
/// </remarks>
internal static class NumberYear
{
    public static Number Of(string asPrinted, DateOnly? date, string? series = null, int? year = null, Regex? pattern = null) => new()
    {
        AsPrinted = asPrinted,
        Series = series,
        Year = year ?? ByPattern(asPrinted, pattern) ?? Within(asPrinted, date?.Year) ?? date?.Year,
    };

    private static int? ByPattern(string text, Regex? pattern) =>
        pattern?.Match(text) is { Success: true } match && int.TryParse(match.Groups[^1].Value, out var year) ? year : null;

    private static int? Within(string text, int? likely)
    {
        int? found = null;
        var others = 0;
        for (var i = 0; i < text.Length;)
        {
            var length = 0;
            while (i + length < text.Length && char.IsAsciiDigit(text[i + length]))
            {
                length++;
            }

            var isYear = length == 4 && int.Parse(text.AsSpan(i, 4), System.Globalization.CultureInfo.InvariantCulture) is >= 1850 and <= 2099 and var year
                && (found is null || (year == likely && found != likely));
            if (isYear)
            {
                others += found is null ? 0 : 1;
                found = int.Parse(text.AsSpan(i, 4), System.Globalization.CultureInfo.InvariantCulture);
            }

            others += length > 0 && !isYear ? 1 : 0;
            i += Math.Max(length, 1);
        }

        return others > 0 ? found : null;
    }
}
