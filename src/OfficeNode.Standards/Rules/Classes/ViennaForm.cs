using OfficeNode.Core;
using OfficeNode.Standards.Codes;

namespace OfficeNode.Standards.Rules.Classes;

/// <summary>A Vienna code has category, division and section parted by dots, with a category from 1 to 29.</summary>
internal sealed class ViennaForm : Rule
{
    public override string Id => "VIENNA-FORM";

    public override Severity Severity => Severity.Warning;

    public override string Source => "facts/numbering-and-codes.md [V]";

    public override IReadOnlyList<Right> Rights => Marks;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        for (var i = 0; i < subject.Record.Vienna.Count; i++)
        {
            if (ViennaSymbol.Parse(subject.Record.Vienna[i].Code) is { Success: false } refused)
            {
                yield return At(Item("vienna", i, "code"), subject.Record.Vienna[i].Code, refused.Expected);
            }
        }
    }
}
