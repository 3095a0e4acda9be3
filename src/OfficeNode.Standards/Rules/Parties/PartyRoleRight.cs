using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Parties;

/// <summary>Patents and utility models have inventors, designs have designers, marks have neither.</summary>
internal sealed class PartyRoleRight : Rule
{
    public override string Id => "PARTY-ROLE";

    public override Severity Severity => Severity.Warning;

    public override string Source => "facts/numbering-and-codes.md [R]";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        for (var i = 0; i < subject.Record.Parties.Count; i++)
        {
            var role = subject.Record.Parties[i].Role;
            var fits = role switch
            {
                PartyRole.Inventor => subject.Record.Right is Right.Patent or Right.UtilityModel,
                PartyRole.Designer => subject.Record.Right is Right.Design,
                _ => true,
            };
            if (!fits)
            {
                yield return At(Item("parties", i, "role"), role.ToString(), $"a role of the right {subject.Record.Right}");
            }
        }
    }
}
