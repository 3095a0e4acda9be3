using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Classes;

/// <summary>The IPC symbol in position F is one of invention information.</summary>
internal sealed class IpcFirstInvention : Rule
{
    public override string Id => "IPC-FIRST-INVENTION";

    public override Severity Severity => Severity.Warning;

    public override string Source => "WIPO ST.8, facts/numbering-and-codes.md [I]";

    public override IReadOnlyList<Right> Rights => Inventions;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        for (var i = 0; i < subject.Record.Ipc.Count; i++)
        {
            if (subject.Record.Ipc[i] is { Position: 'F', Value: 'N' } first)
            {
                yield return At(Item("ipc", i, "value"), first.Symbol, "I for invention information");
            }
        }
    }
}
