using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Priorities;

/// <summary>A priority claim has office, number and date.</summary>
internal sealed class PriorityIncomplete : Rule
{
    public override string Id => "PRIORITY-INCOMPLETE";

    public override Severity Severity => Severity.Warning;

    public override string Source => "WIPO ST.10/C, facts/numbering-and-codes.md [R]";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        for (var i = 0; i < subject.Record.Priorities.Count; i++)
        {
            var priority = subject.Record.Priorities[i];
            var missing = priority.Office is null ? "office" : string.IsNullOrWhiteSpace(priority.Number) ? "number" : priority.Date is null ? "date" : null;
            if (missing is not null)
            {
                yield return At(Item("priorities", i, missing), expected: "the " + missing + " of the first filing");
            }
        }
    }
}
