using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Signs;

/// <summary>A mark of words has its words.</summary>
/// <remarks>ST.96 demands the significant verbal element of every word mark specification.</remarks>
internal sealed class MarkWordsMissing : Rule
{
    public override string Id => "MARK-WORDS-MISSING";

    public override Severity Severity => Severity.Error;

    public override string Source => "facts/brand-design-databases.md [V]";

    public override IReadOnlyList<Right> Rights => Marks;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        if (subject.Record.Mark is { Feature: MarkFeature.Word or MarkFeature.StylizedCharacters or MarkFeature.Combined } mark
            && mark.Words.All(words => string.IsNullOrWhiteSpace(words.Text)))
        {
            yield return At("mark.words", mark.Feature.ToString(), "the words of the mark");
        }
    }
}
