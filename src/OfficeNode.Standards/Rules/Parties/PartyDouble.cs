using System.Text;
using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Parties;

/// <summary>No party stands twice in the same role.</summary>
/// <remarks>Names are compared without case, compatibility forms, blanks and punctuation: one firm stands under many spellings.</remarks>
internal sealed class PartyDouble : Rule
{
    public override string Id => "PARTY-DOUBLE";

    public override Severity Severity => Severity.Warning;

    public override string Source => "facts/numbering-and-codes.md [V]";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        var parties = subject.Record.Parties;
        if (parties.Count < 2)
        {
            yield break;
        }

        var seen = new HashSet<(PartyRole, string)>();
        for (var i = 0; i < parties.Count; i++)
        {
            var name = parties[i].Names.Count > 0 ? parties[i].Names[0].Text : "";
            if (name.Length > 0 && !seen.Add((parties[i].Role, KeyOf(name))))
            {
                yield return At(Item("parties", i), name, parties[i].Role.ToString());
            }
        }
    }

    private static string KeyOf(string name)
    {
        // Vowel signs of Khmer, Thai or Hindi are no letters: what is left out is named, not what stays.
        var kept = string.Concat(name.Where(c => !char.IsWhiteSpace(c) && !char.IsPunctuation(c) && !char.IsSymbol(c)));

        // Half a surrogate pair cannot be normalised; another rule speaks of it.
        return (XmlText.IsClean(kept) ? kept.Normalize(NormalizationForm.FormKC) : kept).ToUpperInvariant();
    }
}
