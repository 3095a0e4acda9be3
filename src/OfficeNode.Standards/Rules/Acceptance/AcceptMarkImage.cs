using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Acceptance;

/// <summary>A mark that words cannot show has a picture.</summary>
internal sealed class AcceptMarkImage : Rule
{
    public override string Id => "ACC-MARK-IMAGE";

    public override Severity Severity => Severity.Error;

    public override string Source => "OfficeNode, local acceptance profile; facts/brand-design-databases.md [V]";

    public override IReadOnlyList<Right> Rights => Marks;

    public override IReadOnlyList<string> Destinations => [Profiles.BrandDatabase];

    public override IEnumerable<Finding> Check(Subject subject)
    {
        if (subject.Record.Mark is { NeedsPicture: true } mark && !subject.Pages.Any(page => page.Document == DocumentCode.MarkImage))
        {
            yield return At("pages/MRK", mark.Feature.ToString(), "a picture of the mark");
        }
    }
}
