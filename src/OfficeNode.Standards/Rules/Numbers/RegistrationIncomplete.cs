using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Numbers;

/// <summary>A registration has both its number and its date.</summary>
internal sealed class RegistrationIncomplete : Rule
{
    public override string Id => "REGISTRATION-INCOMPLETE";

    public override Severity Severity => Severity.Warning;

    public override string Source => "OfficeNode, plausibility";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        var record = subject.Record;
        if (record.RegistrationNumber is not null && record.RegistrationDate is null)
        {
            yield return At("registrationDate", expected: "the date of the registration");
        }

        if (record.RegistrationNumber is null && record.RegistrationDate is not null)
        {
            yield return At("registrationNumber", expected: "the number of the registration");
        }
    }
}
