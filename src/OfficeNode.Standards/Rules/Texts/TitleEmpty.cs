using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Texts;

/// <summary>A title that is there is not blank.</summary>
internal sealed class TitleEmpty : Rule
{
    public override string Id => "TITLE-EMPTY";

    public override Severity Severity => Severity.Error;

    public override string Source => "OfficeNode, a text that is there says something";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        for (var i = 0; i < subject.Record.Titles.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(subject.Record.Titles[i].Text))
            {
                yield return At(Item("titles", i, "text"), expected: "the title");
            }
        }
    }
}
