using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Dates;

/// <summary>The year in the printed date is that of the converted date, in the Gregorian or another calendar that offices print.</summary>
/// <remarks>The calendars are Ethiopian, Hijri by moon and sun, and Thai; a printed date without a year of four digits is not judged.</remarks>
internal sealed class DatePrintedYear : Rule
{
    public override string Id => "DATE-PRINTED-YEAR";

    public override Severity Severity => Severity.Warning;

    public override string Source => "facts/numbering-and-codes.md [I]";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        foreach (var place in DatePlace.AllIn(subject.Record))
        {
            if (place.Date.Printed is { } printed && PrintedYear(printed) is { } year && !IsYearOf(place.Date.Date, year))
            {
                yield return At(place.Path, printed, place.Date.Iso);
            }
        }
    }

    /// <summary>The only run of exactly four digits, in whatever script; null when there is none or more than one.</summary>
    private static int? PrintedYear(string printed)
    {
        int? year = null;
        for (int i = 0, digits = 0, value = 0; i <= printed.Length; i++)
        {
            if (i < printed.Length && char.IsDigit(printed[i]))
            {
                value = unchecked((value * 10) + (int)char.GetNumericValue(printed[i]));
                digits++;
                continue;
            }

            if (digits == 4)
            {
                if (year is not null)
                {
                    return null;
                }

                year = value;
            }

            digits = value = 0;
        }

        return year;
    }

    private static bool IsYearOf(DateOnly date, int year)
    {
        const int Thai = 543;
        var behind = date.Year - year;
        var isEthiopian = behind is 7 or 8;
        var isSolarHijri = behind is 621 or 622;

        // A year of the moon has 354.37 days; the first began in July 622.
        var lunar = (date.DayNumber - new DateOnly(622, 7, 19).DayNumber) / 354.367;
        var isLunarHijri = Math.Abs(lunar + 0.5 - year) <= 1;
        return behind == 0 || isEthiopian || isSolarHijri || behind == -Thai || isLunarHijri;
    }
}
