using OfficeNode.Core;
using OfficeNode.Standards.Codes;

namespace OfficeNode.Standards.Rules.Publications;

/// <summary>A kind code is a capital letter, with a digit or without.</summary>
internal sealed class PublicationKindForm : Rule
{
    public override string Id => "PUBLICATION-KIND-FORM";

    public override Severity Severity => Severity.Error;

    public override string Source => "WIPO ST.16, facts/numbering-and-codes.md [R]";

    public override IReadOnlyList<Right> Rights => Inventions;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        for (var i = 0; i < subject.Record.Publications.Count; i++)
        {
            if (subject.Record.Publications[i].Kind is { } kind && KindCode.Parse(kind) is { Success: false } refused)
            {
                yield return At(Item("publications", i, "kind"), kind, refused.Expected);
            }
        }
    }
}
