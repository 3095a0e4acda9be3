using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Statuses;

/// <summary>What is registered and in force has not expired.</summary>
internal sealed class StatusExpired : Rule
{
    public override string Id => "STATUS-EXPIRED";

    public override Severity Severity => Severity.Warning;

    public override string Source => "OfficeNode, plausibility";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        if (subject.Record is { Status.Category: StatusCategory.Registered, ExpiryDate: { } expiry } && expiry.Date < subject.Today)
        {
            yield return At("status", subject.Record.Status.Code, $"a status that fits the expiry on {expiry.Iso}");
        }
    }
}
