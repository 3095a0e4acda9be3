using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Statuses;

/// <summary>What is registered has a registration number or date, and what is only filed has none.</summary>
internal sealed class StatusRegistered : Rule
{
    public override string Id => "STATUS-REGISTERED";

    public override Severity Severity => Severity.Warning;

    public override string Source => "OfficeNode, plausibility";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        var record = subject.Record;
        var isEntered = record.RegistrationNumber is not null || record.RegistrationDate is not null;
        if (record.Status is { Category: StatusCategory.Registered } registered && !isEntered)
        {
            yield return At("status", registered.Code, "a registration number and date");
        }

        if (record.Status is { Category: StatusCategory.Filed or StatusCategory.FilingDateAccorded } filed && isEntered)
        {
            yield return At("status", filed.Code, "no registration number and date yet");
        }
    }
}
