using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Rules;

/// <summary>One date of a record and its place; the path is only built when somebody asks.</summary>
/// <param name="Form">The RecordJson path with <c>{0}</c> for a position.</param>
internal readonly record struct DatePlace(PrintedDate Date, string Form, int Position = 0)
{
    public string Path => string.Format(CultureInfo.InvariantCulture, Form, Position);

    /// <summary>Every date of a record.</summary>
    public static IEnumerable<DatePlace> AllIn(Record record)
    {
        foreach (var place in HappenedIn(record).Concat(Listed(record.Events, happened => happened.Date, "events[{0}].date")))
        {
            yield return place;
        }

        if (record.ExpiryDate is { } expiry)
        {
            yield return new DatePlace(expiry, "expiryDate");
        }

        if (record.TerminationDate is { } ended)
        {
            yield return new DatePlace(ended, "terminationDate");
        }
    }

    /// <summary>The dates of what has happened: all but expiry, termination and events, among which registers also keep terms to come.</summary>
    public static IEnumerable<DatePlace> HappenedIn(Record record)
    {
        (PrintedDate? Date, string Path)[] single =
        [
            (record.FilingDate, "filingDate"),
            (record.RegistrationDate, "registrationDate"),
            (record.Status?.Date, "status.date"),
            (record.Route?.FilingDate, "route.filingDate"),
            (record.Route?.RegistrationDate, "route.registrationDate"),
            (record.Route?.PublicationDate, "route.publicationDate"),
        ];
        foreach (var (date, path) in single)
        {
            if (date is not null)
            {
                yield return new DatePlace(date, path);
            }
        }

        foreach (var place in Listed(record.Publications, publication => publication.Date, "publications[{0}].date")
            .Concat(Listed(record.Priorities, priority => priority.Date, "priorities[{0}].date")))
        {
            yield return place;
        }
    }

    private static IEnumerable<DatePlace> Listed<T>(IReadOnlyList<T> items, Func<T, PrintedDate?> dateOf, string form)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (dateOf(items[i]) is { } date)
            {
                yield return new DatePlace(date, form, i);
            }
        }
    }
}
