using OfficeNode.Core;
using OfficeNode.Standards.Codes;

namespace OfficeNode.Standards.Rules.Publications;

/// <summary>Patents are published as A, B or C, utility models as U, Y or Z.</summary>
internal sealed class PublicationKindRight : Rule
{
    public override string Id => "PUBLICATION-KIND-RIGHT";

    public override Severity Severity => Severity.Warning;

    public override string Source => "WIPO ST.16, facts/numbering-and-codes.md [R]";

    public override IReadOnlyList<Right> Rights => Inventions;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        for (var i = 0; i < subject.Record.Publications.Count; i++)
        {
            if (subject.Record.Publications[i].Kind is { } text
                && KindCode.Parse(text) is { Success: true } kind
                && IsOfOtherRight(kind.Value, subject.Record.Right))
            {
                yield return At(Item("publications", i, "kind"), text, $"a kind code of the right {subject.Record.Right}");
            }
        }
    }

    private static bool IsOfOtherRight(KindCode kind, Right right) =>
        kind.IsDesign || (right is Right.Patent ? kind.IsUtilityModel : kind.IsMainSeries);
}
