using System.Globalization;
using System.Text.RegularExpressions;

namespace OfficeNode.Capture.Fields;

/// <summary>Whether the dates of a text name days that there are: a misread digit makes 31 of 21, and a date of that shape still looks like one.</summary>
internal static partial class CalendarDays
{
    private const string Day = "(?<day>0?[1-9]|[12][0-9]|3[01])";
    private const string Month = "(?<month>0?[1-9]|1[0-2])";
    private const string Year = "(?<year>(19|20)[0-9]{2})";
    private const string Word = @"(?<word>\p{L}{3,10})";
    private const string Sign = " ?[./-] ?";

    // The months that have no day 31, by how their names begin in the six languages, without accents. All others have one.
    private static readonly (int Month, string[] Beginnings)[] Short =
    [
        (2, ["feb", "fev", "фев", "فبر", "شباط"]),
        (4, ["apr", "avr", "abr", "апр", "ابر", "افر", "نيس"]),
        (6, ["jun", "juin", "июн", "يوني", "جوان", "حزير"]),
        (9, ["sep", "set", "сен", "سبت", "ايلول"]),
        (11, ["nov", "ноя", "نوف"]),
    ];

    public static bool Exist(string text)
    {
        var folded = DigitFold.Of(text);
        return Dates().Matches(folded).All(Exists);
    }

    private static bool Exists(Match date)
    {
        var month = date.Groups["month"].Success ? Number(date, "month") : MonthOf(date.Groups["word"].Value);
        return month is null || Number(date, "day") <= DateTime.DaysInMonth(Number(date, "year"), month.Value);
    }

    private static int? MonthOf(string word)
    {
        var folded = LetterFold.Of(word);
        return Short.Where(month => month.Beginnings.Any(beginning => folded.StartsWith(beginning, StringComparison.Ordinal))).Select(month => (int?)month.Month).FirstOrDefault();
    }

    private static int Number(Match date, string part) => int.Parse(date.Groups[part].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        $@"(?<![0-9])({Day}{Sign}{Month}{Sign}{Year}|{Year}{Sign}{Month}{Sign}{Day}|{Day}(st|nd|rd|th|er|º)?\.? (de )?{Word}\.?,? (de )?{Year}|{Word}\.? {Day}(st|nd|rd|th)?,? {Year})(?![0-9])",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Dates();
}
