using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Acceptance;

/// <summary>Every design has at least one view.</summary>
/// <remarks>A view without a number belongs to the only design.</remarks>
internal sealed class AcceptDesignView : Rule
{
    public override string Id => "ACC-DESIGN-VIEW";

    public override Severity Severity => Severity.Error;

    public override string Source => "OfficeNode, local acceptance profile; facts/brand-design-databases.md [I]";

    public override IReadOnlyList<Right> Rights => Designs;

    public override IReadOnlyList<string> Destinations => [Profiles.DesignDatabase];

    public override IEnumerable<Finding> Check(Subject subject)
    {
        var designs = subject.Record.Designs;
        for (var i = 0; i < designs.Count; i++)
        {
            var number = designs[i].Number;
            var isOnly = designs.Count == 1;
            if (!subject.Pages.Any(page => page.Document == DocumentCode.DesignViews && (page.DesignNumber == number || (isOnly && page.DesignNumber is null))))
            {
                yield return At(Item("designs", i), string.Create(CultureInfo.InvariantCulture, $"design {number}"), "at least one view");
            }
        }
    }
}
