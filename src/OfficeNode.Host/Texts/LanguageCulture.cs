using System.Globalization;

namespace OfficeNode.Host.Texts;

/// <summary>How dates and numbers are written and names are sorted, certain on every machine: Gregorian calendar, digits 0 to 9.</summary>
/// <remarks>
/// Filing dates are Gregorian in every office that exchanges data, but .NET gives <c>ar-SA</c>, <c>fa-IR</c> and <c>th-TH</c> calendars of their own. It always
/// writes numbers with the digits 0 to 9 (as WIPO publishes them in Arabic too), yet takes the marks between them from Unicode CLDR, which for <c>ar</c> are
/// those of the Arabic-Indic digits: 1٬234٫5 is neither way of writing.
/// </remarks>
internal static class LanguageCulture
{
    private const string Day = "d MMMM";
    private const string DayAndYear = "d MMMM yyyy";

    /// <summary>The way of writing of a name as <c>fr-FR</c>; null when this machine does not know it.</summary>
    public static CultureInfo? Of(string name)
    {
        try
        {
            return Plain(CultureInfo.GetCultureInfo(name, predefinedOnly: true));
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The same way of writing with the Gregorian calendar and marks that go with the digits 0 to 9. Read-only.</summary>
    public static CultureInfo Plain(CultureInfo culture)
    {
        var plain = (CultureInfo)culture.Clone();
        if (plain.DateTimeFormat.Calendar is not GregorianCalendar)
        {
            plain.DateTimeFormat = Gregorian(plain);
        }

        if (plain.NumberFormat.NativeDigits[0] != "0")
        {
            plain.NumberFormat = (NumberFormatInfo)NumberFormatInfo.InvariantInfo.Clone();
        }

        return CultureInfo.ReadOnly(plain);
    }

    /// <summary>How the language writes a day of this year: <c>20 de noviembre</c>.</summary>
    public static string DayPattern(CultureInfo culture) => culture.Equals(CultureInfo.InvariantCulture) ? Day : culture.DateTimeFormat.MonthDayPattern;

    /// <summary>How the language writes a day of any year, without the day of the week.</summary>
    public static string DayAndYearPattern(CultureInfo culture) => culture.Equals(CultureInfo.InvariantCulture) ? DayAndYear : culture.DateTimeFormat
        .GetAllDateTimePatterns('D')
        .FirstOrDefault(pattern => pattern.Contains("yyyy", StringComparison.Ordinal) && !pattern.Contains("ddd", StringComparison.Ordinal) && !pattern.Contains('g', StringComparison.Ordinal)) ?? DayAndYear;

    private static DateTimeFormatInfo Gregorian(CultureInfo culture)
    {
        var calendar = culture.OptionalCalendars.OfType<GregorianCalendar>().FirstOrDefault();
        if (calendar is null)
        {
            return (DateTimeFormatInfo)DateTimeFormatInfo.InvariantInfo.Clone();
        }

        culture.DateTimeFormat.Calendar = calendar;
        return culture.DateTimeFormat;
    }
}
