using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Classes;

/// <summary>Level, position, value, status and source of an IPC symbol are letters of ST.8.</summary>
internal sealed class IpcIndicators : Rule
{
    public override string Id => "IPC-INDICATORS";

    public override Severity Severity => Severity.Error;

    public override string Source => "WIPO ST.8, facts/numbering-and-codes.md [V]";

    public override IReadOnlyList<Right> Rights => Inventions;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        for (var i = 0; i < subject.Record.Ipc.Count; i++)
        {
            foreach (var (letter, part, letters) in IndicatorsOf(subject.Record.Ipc[i]))
            {
                if (letter is { } c && !letters.Contains(c, StringComparison.Ordinal))
                {
                    yield return At(Item("ipc", i, part), c.ToString(), "one of the letters " + letters);
                }
            }
        }
    }

    private static (char? Letter, string Part, string Letters)[] IndicatorsOf(IpcClass ipc) =>
        [(ipc.Level, "level", "CAS"), (ipc.Position, "position", "FL"), (ipc.Value, "value", "IN"), (ipc.Status, "status", "BRVD"), (ipc.Source, "source", "HMG")];
}
