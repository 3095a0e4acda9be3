using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Parties;

/// <summary>No word of a name mixes Latin letters with Cyrillic or Greek ones.</summary>
/// <remarks>They look the same on paper, and nobody finds the name again.</remarks>
internal sealed class PartyNameScripts : Rule
{
    public override string Id => "PARTY-NAME-SCRIPTS";

    public override Severity Severity => Severity.Warning;

    public override string Source => "facts/numbering-and-codes.md [V]";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        foreach (var name in TextPlace.NamesOf(subject.Record))
        {
            if (Scripts.MixedWord(name.Text) is { } word)
            {
                yield return At(name.Path, word, "letters of one script");
            }
        }
    }
}
