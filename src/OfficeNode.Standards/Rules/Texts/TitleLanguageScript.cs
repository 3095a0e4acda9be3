using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Texts;

/// <summary>A title holds letters of the script its language is written in.</summary>
/// <remarks>It finds columns of a table that changed places.</remarks>
internal sealed class TitleLanguageScript : Rule
{
    public override string Id => "TITLE-LANGUAGE-SCRIPT";

    public override Severity Severity => Severity.Warning;

    public override string Source => "OfficeNode, plausibility";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        for (var i = 0; i < subject.Record.Titles.Count; i++)
        {
            var title = subject.Record.Titles[i];
            if (title.Language is { } language && !Scripts.MayWrite(language, title.Text))
            {
                yield return At(Item("titles", i), title.Text, $"letters of the language {language}");
            }
        }
    }
}
