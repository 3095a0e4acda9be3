using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Parties;

/// <summary>An inventor or designer is a natural person.</summary>
internal sealed class CreatorIsPerson : Rule
{
    public override string Id => "PARTY-CREATOR-PERSON";

    public override Severity Severity => Severity.Warning;

    public override string Source => "OfficeNode, plausibility";

    public override IReadOnlyList<Right> Rights => [.. Inventions, .. Designs];

    public override IEnumerable<Finding> Check(Subject subject)
    {
        for (var i = 0; i < subject.Record.Parties.Count; i++)
        {
            if (subject.Record.Parties[i] is { Role: PartyRole.Inventor or PartyRole.Designer, Kind: PartyKind.Organization } party)
            {
                yield return At(Item("parties", i, "kind"), party.Names.Count > 0 ? party.Names[0].Text : party.Role.ToString(), "a natural person");
            }
        }
    }
}
