using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Acceptance;

/// <summary>What is or was in force has its date of expiry.</summary>
internal sealed class AcceptExpiry : Rule
{
    public override string Id => "ACC-EXPIRY";

    public override Severity Severity => Severity.Error;

    public override string Source => "OfficeNode, local acceptance profile; facts/brand-design-databases.md [V]";

    public override IReadOnlyList<Right> Rights => MarksAndDesigns;

    public override IReadOnlyList<string> Destinations => [Profiles.BrandDatabase, Profiles.DesignDatabase];

    public override IEnumerable<Finding> Check(Subject subject)
    {
        if (subject.Record is { Status.Category: StatusCategory.Registered or StatusCategory.Expired, ExpiryDate: null })
        {
            yield return At("expiryDate", expected: "the date of expiry");
        }
    }
}
