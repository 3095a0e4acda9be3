using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Acceptance;

/// <summary>The record names an applicant, a holder or an inventor.</summary>
internal sealed class AcceptPatentParty : Rule
{
    public override string Id => "ACC-PATENT-PARTY";

    public override Severity Severity => Severity.Error;

    public override string Source => "OfficeNode, local acceptance profile; facts/patentscope.md [I]";

    public override IReadOnlyList<Right> Rights => Inventions;

    public override IReadOnlyList<string> Destinations => [Profiles.Patentscope];

    public override IEnumerable<Finding> Check(Subject subject)
    {
        if (!subject.Record.Parties.Any(party => party.Role is PartyRole.Applicant or PartyRole.Holder or PartyRole.Inventor))
        {
            yield return At("parties", expected: "an applicant or inventor");
        }
    }
}
