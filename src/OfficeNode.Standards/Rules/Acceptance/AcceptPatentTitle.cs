using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Acceptance;

/// <summary>The invention has a title.</summary>
internal sealed class AcceptPatentTitle : Rule
{
    public override string Id => "ACC-PATENT-TITLE";

    public override Severity Severity => Severity.Error;

    public override string Source => "OfficeNode, local acceptance profile; facts/patentscope.md [I]";

    public override IReadOnlyList<Right> Rights => Inventions;

    public override IReadOnlyList<string> Destinations => [Profiles.Patentscope];

    public override IEnumerable<Finding> Check(Subject subject)
    {
        if (subject.Record.Titles.Count == 0)
        {
            yield return At("titles", expected: "the title of the invention");
        }
    }
}
