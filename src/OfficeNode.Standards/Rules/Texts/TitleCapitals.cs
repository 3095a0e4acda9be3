using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Texts;

/// <summary>A title is not written in capitals throughout.</summary>
/// <remarks>Databases show titles as they come; capitals lose accents and read badly.</remarks>
internal sealed class TitleCapitals : Rule
{
    private const int FewestLetters = 12;

    public override string Id => "TITLE-CAPITALS";

    public override Severity Severity => Severity.Info;

    public override string Source => "OfficeNode, plausibility";

    public override IReadOnlyList<Right> Rights => Inventions;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        for (var i = 0; i < subject.Record.Titles.Count; i++)
        {
            if (IsCapitals(subject.Record.Titles[i].Text))
            {
                yield return At(Item("titles", i, "text"), subject.Record.Titles[i].Text);
            }
        }
    }

    private static bool IsCapitals(string title)
    {
        var capitals = 0;
        foreach (var c in title)
        {
            if (char.IsLower(c))
            {
                return false;
            }

            capitals += char.IsUpper(c) ? 1 : 0;
        }

        return capitals >= FewestLetters;
    }
}
