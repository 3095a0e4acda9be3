using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Acceptance;

/// <summary>The record has the application number and the filing date.</summary>
internal sealed class AcceptPatentApplication : Rule
{
    public override string Id => "ACC-PATENT-APPLICATION";

    public override Severity Severity => Severity.Error;

    public override string Source => "OfficeNode, local acceptance profile; facts/patentscope.md [I]";

    public override IReadOnlyList<Right> Rights => Inventions;

    public override IReadOnlyList<string> Destinations => [Profiles.Patentscope];

    public override IEnumerable<Finding> Check(Subject subject)
    {
        if (subject.Record.ApplicationNumber is null)
        {
            yield return At("applicationNumber", expected: "the application number");
        }

        if (subject.Record.FilingDate is null)
        {
            yield return At("filingDate", expected: "the filing date");
        }
    }
}
