using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Views;

/// <summary>Every view belongs to a design of the application.</summary>
/// <remarks>A view without a number belongs to the only design; with several designs nobody knows to which.</remarks>
internal sealed class ViewWithoutDesign : Rule
{
    public override string Id => "VIEW-WITHOUT-DESIGN";

    public override Severity Severity => Severity.Warning;

    public override string Source => "facts/brand-design-databases.md [V]";

    public override IReadOnlyList<Right> Rights => Designs;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        var designs = subject.Record.Designs;
        foreach (var page in subject.Pages)
        {
            var belongs = page.DesignNumber is { } number ? designs.Any(design => design.Number == number) : designs.Count <= 1;
            if (page.Document == DocumentCode.DesignViews && !belongs)
            {
                yield return At(PagePath.Of(page), page.DesignNumber?.ToString(CultureInfo.InvariantCulture) ?? "no number", "the number of one of the designs");
            }
        }
    }
}
