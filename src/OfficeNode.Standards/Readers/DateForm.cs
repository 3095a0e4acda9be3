using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Readers;

/// <summary>One way of writing a date: <c>d dd M MM MMM MMMM yy yyyy</c>, anything else as it stands, a last <c>*</c> for whatever follows.</summary>
/// <remarks>Digits of every script count. Two-digit years are 1950 to 2049. Month names are those of the column's language, short or long.</remarks>
internal sealed class DateForm
{
    private const string Expectation = "a date form of d, dd, M, MM, MMM, MMMM, yy or yyyy with one day, one month and one year, as dd.MM.yyyy";
    private const int FirstTwoDigitYear = 50;

    private readonly List<(char Kind, int Length)> _parts;
    private readonly string[][] _months;

    private DateForm(string pattern, List<(char Kind, int Length)> parts, string[][] months)
    {
        Pattern = pattern;
        _parts = parts;
        _months = months;
    }

    public string Pattern { get; }

    public static ParseResult<DateForm> Parse(string pattern, CultureInfo culture)
    {
        var parts = new List<(char Kind, int Length)>();
        for (var i = 0; i < pattern.Length;)
        {
            var kind = pattern[i];
            var length = 1;
            while (kind is 'd' or 'M' or 'y' && i + length < pattern.Length && pattern[i + length] == kind)
            {
                length++;
            }

            parts.Add((kind, length));
            i += length;
        }

        var isWhole = Has(parts, 'd', 1, 2) && Has(parts, 'M', 1, 4) && (Has(parts, 'y', 2, 2) || Has(parts, 'y', 4, 4));
        return isWhole ? ParseResult<DateForm>.Read(new(pattern, parts, MonthsOf(culture))) : ParseResult<DateForm>.Refuse(Expectation);
    }

    /// <summary>Reads the parts of a date; whether there is such a day is the calendar's question.</summary>
    public bool TryRead(ReadOnlySpan<char> text, out (int Year, int Month, int Day) date)
    {
        date = default;
        foreach (var (kind, length) in _parts)
        {
            if (kind == '*')
            {
                return true;
            }

            var read = kind switch
            {
                'd' => Number(ref text, length, 2, out date.Day),
                'M' when length > 2 => MonthName(ref text, out date.Month),
                'M' => Number(ref text, length, 2, out date.Month),
                'y' => Number(ref text, length, length, out date.Year),
                _ => Literal(ref text, kind),
            };
            if (!read)
            {
                return false;
            }

            date.Year += kind == 'y' && length == 2 ? (date.Year < FirstTwoDigitYear ? 2000 : 1900) : 0;
        }

        return text.IsEmpty;
    }

    private static bool Has(List<(char Kind, int Length)> parts, char kind, int least, int most)
    {
        var found = parts.FindAll(part => part.Kind == kind);
        return found.Count == 1 && found[0].Length >= least && found[0].Length <= most;
    }

    private static string[][] MonthsOf(CultureInfo culture)
    {
        var names = culture.DateTimeFormat;
        return [.. Enumerable.Range(0, 12).Select(month => new[]
        {
            names.MonthNames[month], names.MonthGenitiveNames[month], names.AbbreviatedMonthNames[month], names.AbbreviatedMonthGenitiveNames[month],
        }.Where(name => name.Length > 0).Distinct().OrderByDescending(name => name.Length).ToArray())];
    }

    private static bool Literal(ref ReadOnlySpan<char> text, char literal)
    {
        if (text.IsEmpty || text[0] != literal)
        {
            return false;
        }

        text = text[1..];
        return true;
    }

    private static bool Number(ref ReadOnlySpan<char> text, int least, int most, out int number)
    {
        number = 0;
        var read = 0;
        while (read < most && read < text.Length && CharUnicodeInfo.GetDecimalDigitValue(text[read]) is >= 0 and var digit)
        {
            number = (number * 10) + digit;
            read++;
        }

        text = text[read..];
        return read >= least;
    }

    private bool MonthName(ref ReadOnlySpan<char> text, out int month)
    {
        for (month = 1; month <= _months.Length; month++)
        {
            foreach (var name in _months[month - 1])
            {
                if (text.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                {
                    text = text[name.Length..];
                    return true;
                }
            }
        }

        return false;
    }
}
