using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Classes;

/// <summary>Exactly one IPC symbol has position F, and it comes first.</summary>
/// <remarks>Records without any position are not judged.</remarks>
internal sealed class IpcFirst : Rule
{
    public override string Id => "IPC-FIRST";

    public override Severity Severity => Severity.Warning;

    public override string Source => "WIPO ST.8, facts/numbering-and-codes.md [I]";

    public override IReadOnlyList<Right> Rights => Inventions;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        var ipc = subject.Record.Ipc;
        var hasPositions = false;
        for (var i = 0; i < ipc.Count; i++)
        {
            hasPositions |= ipc[i].Position is not null;
            if (i > 0 && ipc[i].Position == 'F')
            {
                yield return At(Item("ipc", i, "position"), ipc[i].Symbol, "position L after the first symbol");
            }
        }

        if (hasPositions && ipc[0].Position != 'F')
        {
            yield return At("ipc[0].position", ipc[0].Symbol, "position F for the first symbol");
        }
    }
}
