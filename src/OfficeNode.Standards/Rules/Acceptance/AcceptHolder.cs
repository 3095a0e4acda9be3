using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Acceptance;

/// <summary>The record names a holder or applicant with a country.</summary>
internal sealed class AcceptHolder : Rule
{
    public override string Id => "ACC-HOLDER";

    public override Severity Severity => Severity.Error;

    public override string Source => "OfficeNode, local acceptance profile; facts/brand-design-databases.md [V]";

    public override IReadOnlyList<Right> Rights => MarksAndDesigns;

    public override IReadOnlyList<string> Destinations => [Profiles.BrandDatabase, Profiles.DesignDatabase];

    public override IEnumerable<Finding> Check(Subject subject)
    {
        var owners = subject.Record.Parties.Where(party => party.Role is PartyRole.Holder or PartyRole.Applicant);
        if (!owners.Any())
        {
            yield return At("parties", "no holder", "a holder or applicant with a country");
        }
        else if (!owners.Any(owner => (owner.Address?.Country ?? owner.Residence ?? owner.Nationality) is not null))
        {
            yield return At("parties", "no country", "a holder or applicant with a country");
        }
    }
}
