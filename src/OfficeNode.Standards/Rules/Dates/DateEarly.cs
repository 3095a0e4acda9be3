using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Dates;

/// <summary>No date lies before 1850.</summary>
/// <remarks>A much earlier date is mostly a year of another calendar, or two digits read as a year of the first century.</remarks>
internal sealed class DateEarly : Rule
{
    private static readonly DateOnly Earliest = new(1850, 1, 1);

    public override string Id => "DATE-EARLY";

    public override Severity Severity => Severity.Warning;

    public override string Source => "facts/numbering-and-codes.md [I]";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        foreach (var place in DatePlace.AllIn(subject.Record))
        {
            if (place.Date.Date < Earliest)
            {
                yield return At(place.Path, place.Date.Iso, "a date of 1850 or later");
            }
        }
    }
}
