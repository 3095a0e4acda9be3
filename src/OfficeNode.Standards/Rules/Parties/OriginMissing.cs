using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Parties;

/// <summary>The first applicant or holder has a country of residence.</summary>
/// <remarks>The yearly statistics count by the residence of the first named applicant.</remarks>
internal sealed class OriginMissing : Rule
{
    public override string Id => "PARTY-ORIGIN-MISSING";

    public override Severity Severity => Severity.Info;

    public override string Source => "facts/office-practice.md [V]";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        for (var i = 0; i < subject.Record.Parties.Count; i++)
        {
            var party = subject.Record.Parties[i];
            if (party.Role is not (PartyRole.Applicant or PartyRole.Holder))
            {
                continue;
            }

            if (party.Residence is null && party.Address?.Country is null)
            {
                yield return At(Item("parties", i, "residence"), expected: "the country of residence");
            }

            yield break;
        }
    }
}
