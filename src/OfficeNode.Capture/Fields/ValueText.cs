using System.Buffers;
using System.Text.RegularExpressions;

namespace OfficeNode.Capture.Fields;

/// <summary>The text of a value without what printing and reading put around and into it.</summary>
internal static partial class ValueText
{
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"'`´‘’“”");

    /// <summary>Without colons, rules and commas at the ends, quotes that nothing closes, and blanks within dates; with the signs that reading machines take for commoner ones.</summary>
    public static string Of(string text)
    {
        var value = text.Trim(' ', ':', '|', '_', '=', '،').TrimEnd(';', ',');
        if (value.Length > 1 && Quotes.Contains(value[^1]) && value.AsSpan().IndexOfAny(Quotes) == value.Length - 1)
        {
            value = value[..^1];
        }

        return OrdinalAfterN().Replace(CommaAfterArabic().Replace(BlankInDate().Replace(value, ""), "،"), "º");
    }

    /// <summary>Without blanks beside the signs of a number or date: reading machines set them where specks stand.</summary>
    public static string Closed(string text) => BlankAtSign().Replace(text, "");

    [GeneratedRegex(@"(?<=(^|\s)\d{1,2}[.] ?) (?=\d{1,2}[.] ?(19|20)\d{2}($|\P{Nd}))|(?<=(^|\s)\d{1,2}[.] ?\d{1,2}[.]) (?=(19|20)\d{2}($|\P{Nd}))")]
    private static partial Regex BlankInDate();

    // Models of two scripts know one comma.
    [GeneratedRegex(@"(?<=\p{IsArabic}),(?=\s)")]
    private static partial Regex CommaAfterArabic();

    // Numbers of houses in Spanish and Portuguese: n.º 56.
    [GeneratedRegex(@"(?<=\b[nN]\.)[*?°](?=\s?\d)")]
    private static partial Regex OrdinalAfterN();

    [GeneratedRegex(@"(?<=\d[./-]) (?=\d)|(?<=\d) (?=[./-]\d)")]
    private static partial Regex BlankAtSign();
}
