using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Parties;

/// <summary>Every party has a name.</summary>
internal sealed class PartyNameMissing : Rule
{
    public override string Id => "PARTY-NAME-MISSING";

    public override Severity Severity => Severity.Error;

    public override string Source => "facts/numbering-and-codes.md [V]";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        for (var i = 0; i < subject.Record.Parties.Count; i++)
        {
            var names = subject.Record.Parties[i].Names;
            if (names.Count == 0 || string.IsNullOrWhiteSpace(names[0].Text))
            {
                yield return At(Item("parties", i, "names"), expected: "the official name");
            }
        }
    }
}
