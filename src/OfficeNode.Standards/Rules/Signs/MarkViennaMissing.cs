using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Signs;

/// <summary>A figurative or combined mark has a Vienna code.</summary>
/// <remarks>The Global Brand Database searches pictures by it.</remarks>
internal sealed class MarkViennaMissing : Rule
{
    public override string Id => "MARK-VIENNA-MISSING";

    public override Severity Severity => Severity.Info;

    public override string Source => "facts/brand-design-databases.md [V]";

    public override IReadOnlyList<Right> Rights => Marks;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        if (subject.Record.Mark?.Feature is MarkFeature.Figurative or MarkFeature.Combined && subject.Record.Vienna.Count == 0)
        {
            yield return At("vienna", subject.Record.Mark.Feature.ToString(), "a code of the figurative elements");
        }
    }
}
