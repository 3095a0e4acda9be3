using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Texts;

/// <summary>A title has at most 500 characters.</summary>
/// <remarks>A longer one is mostly an abstract in the wrong column.</remarks>
internal sealed class TitleLong : Rule
{
    private const int Longest = 500;

    public override string Id => "TITLE-LONG";

    public override Severity Severity => Severity.Warning;

    public override string Source => "OfficeNode, plausibility";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        for (var i = 0; i < subject.Record.Titles.Count; i++)
        {
            if (subject.Record.Titles[i].Text.Length > Longest)
            {
                yield return At(Item("titles", i, "text"), subject.Record.Titles[i].Text, "at most 500 characters");
            }
        }
    }
}
