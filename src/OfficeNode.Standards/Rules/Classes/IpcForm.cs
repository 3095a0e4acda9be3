using OfficeNode.Core;
using OfficeNode.Standards.Codes;

namespace OfficeNode.Standards.Rules.Classes;

/// <summary>An IPC symbol stands in the display form with one blank.</summary>
internal sealed class IpcForm : Rule
{
    public override string Id => "IPC-FORM";

    public override Severity Severity => Severity.Error;

    public override string Source => "WIPO ST.8, facts/numbering-and-codes.md [V]";

    public override IReadOnlyList<Right> Rights => Inventions;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        for (var i = 0; i < subject.Record.Ipc.Count; i++)
        {
            var symbol = subject.Record.Ipc[i].Symbol;
            var parsed = IpcSymbol.Parse(symbol);
            var expected = parsed.Success ? parsed.Value.ToString() : parsed.Expected;
            if (symbol != expected)
            {
                yield return At(Item("ipc", i, "symbol"), symbol, expected);
            }
        }
    }
}
