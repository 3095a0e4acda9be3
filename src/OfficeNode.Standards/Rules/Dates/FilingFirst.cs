using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Dates;

/// <summary>Publication and registration do not come before the filing.</summary>
/// <remarks>
/// Which of publication and registration comes first depends on the law, so they are not compared. What came by another route was published before it entered
/// the office, so its publications are not judged.
/// </remarks>
internal sealed class FilingFirst : Rule
{
    public override string Id => "DATE-FILING-FIRST";

    public override Severity Severity => Severity.Error;

    public override string Source => "OfficeNode, plausibility";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        var record = subject.Record;
        if (record.FilingDate is not { } filed)
        {
            yield break;
        }

        if (record.RegistrationDate is { } registered && registered.Date < filed.Date)
        {
            yield return At("registrationDate", registered.Iso, filed.Iso);
        }

        for (var i = 0; i < record.Publications.Count && record.Route is null or { Kind: RouteKind.Direct }; i++)
        {
            if (record.Publications[i].Date is { } published && published.Date < filed.Date)
            {
                yield return At(Item("publications", i, "date"), published.Iso, filed.Iso);
            }
        }
    }
}
