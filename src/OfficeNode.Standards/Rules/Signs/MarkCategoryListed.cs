using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Signs;

/// <summary>The category of a mark is one of those ST.96 lists.</summary>
internal sealed class MarkCategoryListed : Rule
{
    public override string Id => "MARK-CATEGORY-LISTED";

    public override Severity Severity => Severity.Warning;

    public override string Source => "facts/brand-design-databases.md [V]";

    public override IReadOnlyList<Right> Rights => Marks;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        if (subject.Record.Mark?.Category is { } category && !subject.Codes.MarkCategories.Contains(category))
        {
            yield return At("mark.category", category, "a word of ST.96 MarkCategory, as Trademark or Collective mark");
        }
    }
}
