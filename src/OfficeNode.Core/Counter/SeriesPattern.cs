using System.Globalization;
using System.Text.RegularExpressions;

namespace OfficeNode.Core.Counter;

/// <summary>How an office writes the numbers of a series: <c>XX/P/{year}/{number:6}</c> gives <c>XX/P/2026/000123</c>. Immutable; thread-safe.</summary>
/// <remarks>
/// <c>{number}</c> stands once, with the digits it is filled up to; <c>{year}</c> at most once, <c>{year:2}</c> for its last two digits. All else is printed as it stands, so that a number fits on a separator sheet
/// (<see cref="SeparatorCode.Fits"/>).
/// </remarks>
public sealed partial class SeriesPattern
{
    /// <summary>The largest number that is given: as many digits as <see cref="Core.Number.SortKey"/> sorts by.</summary>
    public const long Largest = 999_999_999_999;

    /// <summary>The most characters of a number as printed, as on a separator sheet.</summary>
    public const int Longest = 40;

    private readonly Regex _form;
    private readonly int _digits;
    private readonly bool _isShortYear;

    private SeriesPattern(string text)
    {
        Text = text;
        HasYear = YearPlace().Match(text) is { Success: true };
        _isShortYear = text.Contains("{year:2}", StringComparison.Ordinal);
        _digits = NumberPlace().Match(text).Groups["digits"] is { Success: true, Value: var digits } ? int.Parse(digits, CultureInfo.InvariantCulture) : 1;
        _form = new Regex(@"\A" + Place().Replace(Regex.Escape(text).Replace(@"\{", "{", StringComparison.Ordinal), FormOf) + @"\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    /// <summary>As the office wrote it.</summary>
    public string Text { get; }

    /// <summary>Whether numbers show the year they were given in.</summary>
    public bool HasYear { get; }

    /// <summary>Reads a pattern.</summary>
    public static ParseResult<SeriesPattern> Parse(string text)
    {
        var trimmed = text.Trim();
        var rest = Place().Replace(trimmed, "");
        var isGood = NumberPlace().Count(trimmed) == 1 && YearPlace().Count(trimmed) <= 1 && Place().Count(trimmed) == NumberPlace().Count(trimmed) + YearPlace().Count(trimmed)
            && !rest.AsSpan().ContainsAny("{}~") && !rest.Any(char.IsControl);
        if (!isGood)
        {
            return Refuse();
        }

        var pattern = new SeriesPattern(trimmed);
        return SeparatorCode.Fits(pattern.Print(2000, Largest)) ? ParseResult<SeriesPattern>.Read(pattern) : Refuse();
    }

    /// <summary>A number of the series as printed.</summary>
    /// <param name="year">In which it is given.</param>
    /// <param name="ordinal">From 1 on.</param>
    public string Print(int year, long ordinal) => Place().Replace(Text, place => place.Value.StartsWith("{number", StringComparison.Ordinal)
        ? ordinal.ToString("D" + _digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        : (_isShortYear ? year % 100 : year).ToString(_isShortYear ? "D2" : "D4", CultureInfo.InvariantCulture));

    /// <summary>Which number of the series something printed is; null when it is none, or one of another year.</summary>
    /// <param name="year">That the number must show, if the pattern has one; null for any.</param>
    public long? Read(string printed, int? year)
    {
        var match = _form.Match(printed.Trim());
        if (!match.Success || (HasYear && year is { } wanted && int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) != (_isShortYear ? wanted % 100 : wanted)))
        {
            return null;
        }

        return long.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
    }

    public override string ToString() => Text;

    private static string FormOf(Match place) => place.Value switch
    {
        "{year}" => "(?<year>[0-9]{4})",
        "{year:2}" => "(?<year>[0-9]{2})",
        _ => "(?<number>[0-9]{1,12})",
    };

    private static ParseResult<SeriesPattern> Refuse() =>
        ParseResult<SeriesPattern>.Refuse("text with {number} or {number:6} in it once, and {year} or {year:2} at most once, as XX/P/{year}/{number:6}");

    [GeneratedRegex(@"\{year(:2)?\}|\{number(:[0-9]{1,2})?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex(@"\{year(:2)?\}", RegexOptions.CultureInvariant)]
    private static partial Regex YearPlace();

    [GeneratedRegex(@"\{number(:(?<digits>0?[1-9]|1[0-2]))?\}", RegexOptions.CultureInvariant)]
    private static partial Regex NumberPlace();
}
