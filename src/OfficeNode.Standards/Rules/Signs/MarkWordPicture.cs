using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Signs;

/// <summary>A mark in standard characters has no picture and no figurative elements.</summary>
internal sealed class MarkWordPicture : Rule
{
    public override string Id => "MARK-WORD-PICTURE";

    public override Severity Severity => Severity.Info;

    public override string Source => "OfficeNode, plausibility";

    public override IReadOnlyList<Right> Rights => Marks;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        if (subject.Record.Mark is not { Feature: MarkFeature.Word, StandardCharacters: true })
        {
            yield break;
        }

        if (subject.Pages.Any(page => page.Document == DocumentCode.MarkImage))
        {
            yield return At("mark.feature", "a picture", "a word mark in standard characters without one");
        }

        if (subject.Record.Vienna.Count > 0)
        {
            yield return At("vienna", subject.Record.Vienna[0].Code, "no Vienna code for a word mark in standard characters");
        }
    }
}
