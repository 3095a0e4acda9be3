using System.Globalization;

namespace OfficeNode.Standards.Readers;

/// <summary>The calendars that registers write dates in.</summary>
public enum DateCalendar
{
    Gregorian,

    /// <summary>Umm al-Qura, the civil Hijri calendar.</summary>
    Hijri,

    /// <summary>Thai Buddhist era.</summary>
    Thai,

    Ethiopic,

    /// <summary>Solar Hijri.</summary>
    Persian,
}

/// <summary>Converts days of other calendars to the Gregorian day.</summary>
internal static class CalendarDays
{
    private static readonly Calendar UmmAlQura = new UmAlQuraCalendar();
    private static readonly Calendar Buddhist = new ThaiBuddhistCalendar();
    private static readonly Calendar SolarHijri = new PersianCalendar();
    private static readonly Calendar Western = new GregorianCalendar();

    /// <summary>The Gregorian day; null when the calendar has no such day.</summary>
    public static DateOnly? ToGregorian(DateCalendar calendar, int year, int month, int day)
    {
        if (calendar == DateCalendar.Ethiopic)
        {
            return FromEthiopic(year, month, day);
        }

        var days = calendar switch
        {
            DateCalendar.Hijri => UmmAlQura,
            DateCalendar.Thai => Buddhist,
            DateCalendar.Persian => SolarHijri,
            _ => Western,
        };
        return Has(days, year, month, day) ? DateOnly.FromDateTime(days.ToDateTime(year, month, day, 0, 0, 0, 0)) : null;
    }

    private static bool Has(Calendar calendar, int year, int month, int day)
    {
        // The last year of a calendar's range is cut somewhere in it and left out whole.
        var first = calendar.GetYear(calendar.MinSupportedDateTime);
        var last = calendar.GetYear(calendar.MaxSupportedDateTime);
        return year >= Math.Max(first, 1) && year < last
            && month >= 1 && month <= calendar.GetMonthsInYear(year)
            && day >= 1 && day <= calendar.GetDaysInMonth(year, month)
            && (year > first || calendar.GetMonth(calendar.MinSupportedDateTime) <= month);
    }

    // Twelve months of 30 days and one of 5 or 6; a year before each Julian leap year is the long one. Day 1 of year 1 is 29 August 8 (Julian),
    // which is 27 August 8 in the proleptic Gregorian calendar.
    private static DateOnly? FromEthiopic(int year, int month, int day)
    {
        var lastDay = month < 13 ? 30 : year % 4 == 3 ? 6 : 5;
        if (year is < 1 or > 9000 || month is < 1 or > 13 || day < 1 || day > lastDay)
        {
            return null;
        }

        var epoch = new DateOnly(8, 8, 27);
        return epoch.AddDays(((year - 1) * 365) + (year / 4) + ((month - 1) * 30) + day - 1);
    }
}
