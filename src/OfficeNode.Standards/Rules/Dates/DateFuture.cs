using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Dates;

/// <summary>What has happened has not happened after today: filing, priority, publication, registration, status.</summary>
/// <remarks>Expiry and termination may lie ahead, and so may events: registers keep terms to come among them.</remarks>
internal sealed class DateFuture : Rule
{
    public override string Id => "DATE-FUTURE";

    public override Severity Severity => Severity.Error;

    public override string Source => "OfficeNode, plausibility: a register holds what happened";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        foreach (var place in DatePlace.HappenedIn(subject.Record))
        {
            if (place.Date.Date > subject.Today)
            {
                yield return At(place.Path, place.Date.Iso, "a day that is not after today");
            }
        }
    }
}
