using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Classes;

/// <summary>Every Nice class names its goods or services.</summary>
internal sealed class NiceGoodsMissing : Rule
{
    public override string Id => "NICE-GOODS-MISSING";

    public override Severity Severity => Severity.Warning;

    public override string Source => "facts/brand-design-databases.md [V]";

    public override IReadOnlyList<Right> Rights => Marks;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        for (var i = 0; i < subject.Record.Nice.Count; i++)
        {
            if (subject.Record.Nice[i].Goods.All(goods => string.IsNullOrWhiteSpace(goods.Text)))
            {
                yield return At(Item("nice", i, "goods"), subject.Record.Nice[i].Number, "the goods or services of the class");
            }
        }
    }
}
