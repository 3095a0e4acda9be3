using OfficeNode.Core;
using OfficeNode.Standards.Codes;

namespace OfficeNode.Standards.Rules.Classes;

/// <summary>A Nice class is a number from 1 to 45.</summary>
/// <remarks>Old registers have national classes, which stay as printed.</remarks>
internal sealed class NiceRange : Rule
{
    public override string Id => "NICE-RANGE";

    public override Severity Severity => Severity.Warning;

    public override string Source => "facts/numbering-and-codes.md [V]";

    public override IReadOnlyList<Right> Rights => Marks;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        for (var i = 0; i < subject.Record.Nice.Count; i++)
        {
            if (NiceNumber.Parse(subject.Record.Nice[i].Number) is { Success: false } refused)
            {
                yield return At(Item("nice", i, "number"), subject.Record.Nice[i].Number, refused.Expected);
            }
        }
    }
}
