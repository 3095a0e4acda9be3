using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Parties;

/// <summary>A name has no blanks at its ends and no double blanks.</summary>
internal sealed class PartyNameSpaces : Rule
{
    public override string Id => "PARTY-NAME-SPACES";

    public override Severity Severity => Severity.Info;

    public override string Source => "facts/numbering-and-codes.md [V]";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        foreach (var name in TextPlace.NamesOf(subject.Record))
        {
            if (name.Text.Contains("  ", StringComparison.Ordinal) || name.Text.AsSpan().Trim().Length < name.Text.Length)
            {
                yield return At(name.Path, name.Text);
            }
        }
    }
}
