using OfficeNode.Core;
using OfficeNode.Standards.Codes;

namespace OfficeNode.Standards.Rules.Classes;

/// <summary>A Locarno class is one from 01 to 32.</summary>
/// <remarks>A warning, because a later edition may add a class.</remarks>
internal sealed class LocarnoRange : Rule
{
    public override string Id => "LOCARNO-RANGE";

    public override Severity Severity => Severity.Warning;

    public override string Source => "facts/numbering-and-codes.md [R]";

    public override IReadOnlyList<Right> Rights => Designs;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        foreach (var (locarno, path) in LocarnoPlaces.In(subject.Record))
        {
            if (LocarnoSymbol.Parse(locarno.Code) is { Success: true, Value.ClassNumber: > LocarnoSymbol.HighestClass })
            {
                yield return At(path + ".code", locarno.Code, "a class from 01 to 32");
            }
        }
    }
}
