using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Dates;

/// <summary>A right expires after its filing and its registration.</summary>
internal sealed class ExpiryLast : Rule
{
    public override string Id => "DATE-EXPIRY-LAST";

    public override Severity Severity => Severity.Error;

    public override string Source => "OfficeNode, plausibility";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        var record = subject.Record;
        var begun = record.RegistrationDate is { } registered && !(record.FilingDate?.Date > registered.Date) ? registered : record.FilingDate;
        if (record.ExpiryDate is { } expiry && begun is not null && expiry.Date <= begun.Date)
        {
            yield return At("expiryDate", expiry.Iso, begun.Iso);
        }
    }
}
