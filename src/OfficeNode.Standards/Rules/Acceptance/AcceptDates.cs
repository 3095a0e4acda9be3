using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Acceptance;

/// <summary>An application has its filing date, a registration its registration date.</summary>
internal sealed class AcceptDates : Rule
{
    public override string Id => "ACC-DATES";

    public override Severity Severity => Severity.Error;

    public override string Source => "OfficeNode, local acceptance profile; facts/brand-design-databases.md [V]";

    public override IReadOnlyList<Right> Rights => MarksAndDesigns;

    public override IReadOnlyList<string> Destinations => [Profiles.BrandDatabase, Profiles.DesignDatabase];

    public override IEnumerable<Finding> Check(Subject subject)
    {
        var record = subject.Record;
        if (record.ApplicationNumber is not null && record.FilingDate is null)
        {
            yield return At("filingDate", expected: "the filing date");
        }

        if (record.RegistrationNumber is not null && record.RegistrationDate is null)
        {
            yield return At("registrationDate", expected: "the registration date");
        }
    }
}
