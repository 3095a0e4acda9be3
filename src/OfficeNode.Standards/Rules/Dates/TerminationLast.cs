using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Dates;

/// <summary>A right or application ends on or after the day of its filing.</summary>
internal sealed class TerminationLast : Rule
{
    public override string Id => "DATE-TERMINATION-LAST";

    public override Severity Severity => Severity.Warning;

    public override string Source => "OfficeNode, plausibility";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        if (subject.Record is { TerminationDate: { } ended, FilingDate: { } filed } && ended.Date < filed.Date)
        {
            yield return At("terminationDate", ended.Iso, filed.Iso);
        }
    }
}
