using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Views;

/// <summary>The numbers of the designs leave none out.</summary>
/// <remarks>A withdrawn design leaves a gap, and so does one that was forgotten.</remarks>
internal sealed class DesignNumberGap : Rule
{
    public override string Id => "DESIGN-NUMBER-GAP";

    public override Severity Severity => Severity.Warning;

    public override string Source => "OfficeNode, I10: nothing is dropped silently";

    public override IReadOnlyList<Right> Rights => Designs;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        var designs = subject.Record.Designs;
        var highest = 0;
        var numbers = new HashSet<int>();
        foreach (var design in designs)
        {
            numbers.Add(design.Number);
            highest = Math.Max(highest, design.Number);
        }

        // One finding for the first gap: a wrong number such as 20260001 would give millions.
        for (var number = 1; number < highest; number++)
        {
            if (!numbers.Contains(number))
            {
                var found = string.Create(CultureInfo.InvariantCulture, $"{designs.Count} designs up to number {highest}");
                yield return At("designs", found, string.Create(CultureInfo.InvariantCulture, $"a design with the number {number}"));
                yield break;
            }
        }
    }
}
