using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Signs;

/// <summary>A mark says what kind of sign it is.</summary>
internal sealed class MarkFeatureMissing : Rule
{
    public override string Id => "MARK-FEATURE-MISSING";

    public override Severity Severity => Severity.Warning;

    public override string Source => "facts/brand-design-databases.md [V]";

    public override IReadOnlyList<Right> Rights => Marks;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        if (subject.Record.Mark?.Feature is null)
        {
            yield return At("mark.feature", expected: "word, figurative, combined or another kind of sign");
        }
    }
}
