using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Acceptance;

/// <summary>The invention has an IPC symbol.</summary>
internal sealed class AcceptPatentClass : Rule
{
    public override string Id => "ACC-PATENT-CLASS";

    public override Severity Severity => Severity.Warning;

    public override string Source => "OfficeNode, local acceptance profile; facts/patentscope.md [I]";

    public override IReadOnlyList<Right> Rights => Inventions;

    public override IReadOnlyList<string> Destinations => [Profiles.Patentscope];

    public override IEnumerable<Finding> Check(Subject subject)
    {
        if (subject.Record.Ipc.Count == 0)
        {
            yield return At("ipc", expected: "an IPC symbol");
        }
    }
}
