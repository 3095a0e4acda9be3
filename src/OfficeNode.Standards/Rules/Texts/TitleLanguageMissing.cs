using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Texts;

/// <summary>Where a record has several titles, each names its language.</summary>
internal sealed class TitleLanguageMissing : Rule
{
    public override string Id => "TITLE-LANGUAGE-MISSING";

    public override Severity Severity => Severity.Info;

    public override string Source => "OfficeNode, a reader of several titles must know which is which";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        var titles = subject.Record.Titles;
        for (var i = 0; titles.Count > 1 && i < titles.Count; i++)
        {
            if (titles[i].Language is null)
            {
                yield return At(Item("titles", i, "language"), titles[i].Text, "a language");
            }
        }
    }
}
