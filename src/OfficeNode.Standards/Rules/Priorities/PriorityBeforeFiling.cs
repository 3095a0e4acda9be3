using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Priorities;

/// <summary>The first filing is not later than the filing that claims its priority.</summary>
/// <remarks>For PCT, Madrid, Hague and regional filings the international or regional filing date counts.</remarks>
internal sealed class PriorityBeforeFiling : Rule
{
    public override string Id => "PRIORITY-BEFORE-FILING";

    public override Severity Severity => Severity.Error;

    public override string Source => "Paris Convention, Article 4A";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        var filed = subject.Record.Route?.FilingDate ?? subject.Record.FilingDate;
        for (var i = 0; filed is not null && i < subject.Record.Priorities.Count; i++)
        {
            if (subject.Record.Priorities[i].Date is { } first && first.Date > filed.Date)
            {
                yield return At(Item("priorities", i, "date"), first.Iso, filed.Iso);
            }
        }
    }
}
