using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Priorities;

/// <summary>No priority is claimed twice.</summary>
internal sealed class PriorityDouble : Rule
{
    public override string Id => "PRIORITY-DOUBLE";

    public override Severity Severity => Severity.Warning;

    public override string Source => "OfficeNode, plausibility";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        var priorities = subject.Record.Priorities;
        for (var i = 1; i < priorities.Count; i++)
        {
            if (priorities.Take(i).Contains(priorities[i]))
            {
                yield return At(Item("priorities", i), priorities[i].Number ?? priorities[i].Date?.Iso);
            }
        }
    }
}
