using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Views;

/// <summary>Every design names its product, or the application has a title.</summary>
internal sealed class DesignProductMissing : Rule
{
    public override string Id => "DESIGN-PRODUCT-MISSING";

    public override Severity Severity => Severity.Warning;

    public override string Source => "facts/brand-design-databases.md [V]";

    public override IReadOnlyList<Right> Rights => Designs;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        for (var i = 0; subject.Record.Titles.Count == 0 && i < subject.Record.Designs.Count; i++)
        {
            if (subject.Record.Designs[i].Products.All(product => string.IsNullOrWhiteSpace(product.Text)))
            {
                yield return At(Item("designs", i, "products"), expected: "the indication of the product");
            }
        }
    }
}
