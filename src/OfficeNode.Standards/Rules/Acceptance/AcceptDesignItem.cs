using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Acceptance;

/// <summary>The application has at least one design.</summary>
internal sealed class AcceptDesignItem : Rule
{
    public override string Id => "ACC-DESIGN-ITEM";

    public override Severity Severity => Severity.Error;

    public override string Source => "OfficeNode, local acceptance profile; facts/brand-design-databases.md [V]";

    public override IReadOnlyList<Right> Rights => Designs;

    public override IReadOnlyList<string> Destinations => [Profiles.DesignDatabase];

    public override IEnumerable<Finding> Check(Subject subject)
    {
        if (subject.Record.Designs.Count == 0)
        {
            yield return At("designs", expected: "at least one design");
        }
    }
}
