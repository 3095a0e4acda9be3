using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Views;

/// <summary>Designs are numbered from 1, and no two have the same number.</summary>
/// <remarks>Views are named by the number of their design.</remarks>
internal sealed class DesignNumberDouble : Rule
{
    public override string Id => "DESIGN-NUMBER-DOUBLE";

    public override Severity Severity => Severity.Error;

    public override string Source => "facts/brand-design-databases.md [V]";

    public override IReadOnlyList<Right> Rights => Designs;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        var seen = new HashSet<int>();
        for (var i = 0; i < subject.Record.Designs.Count; i++)
        {
            var number = subject.Record.Designs[i].Number;
            if (number < 1 || !seen.Add(number))
            {
                yield return At(Item("designs", i, "number"), number.ToString(CultureInfo.InvariantCulture), "a number of its own from 1 on");
            }
        }
    }
}
