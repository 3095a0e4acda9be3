using OfficeNode.Core;
using OfficeNode.Standards.Codes;

namespace OfficeNode.Standards.Rules.Classes;

/// <summary>A Locarno class stands as 06-01 or 06.</summary>
internal sealed class LocarnoForm : Rule
{
    public override string Id => "LOCARNO-FORM";

    public override Severity Severity => Severity.Error;

    public override string Source => "facts/numbering-and-codes.md [V]";

    public override IReadOnlyList<Right> Rights => Designs;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        foreach (var (locarno, path) in LocarnoPlaces.In(subject.Record))
        {
            var parsed = LocarnoSymbol.Parse(locarno.Code);
            var expected = parsed.Success ? parsed.Value.ToString() : parsed.Expected;
            if (locarno.Code != expected)
            {
                yield return At(path + ".code", locarno.Code, expected);
            }
        }
    }
}
