using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Acceptance;

/// <summary>The mark has at least one class.</summary>
internal sealed class AcceptMarkClass : Rule
{
    public override string Id => "ACC-MARK-CLASS";

    public override Severity Severity => Severity.Error;

    public override string Source => "OfficeNode, local acceptance profile; facts/brand-design-databases.md [V]";

    public override IReadOnlyList<Right> Rights => Marks;

    public override IReadOnlyList<string> Destinations => [Profiles.BrandDatabase];

    public override IEnumerable<Finding> Check(Subject subject)
    {
        if (subject.Record.Nice.Count == 0)
        {
            yield return At("nice", expected: "a class of goods or services");
        }
    }
}
