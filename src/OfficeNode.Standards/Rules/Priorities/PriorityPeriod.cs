using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Priorities;

/// <summary>A priority is claimed within twelve months of the first filing, for marks and designs within six.</summary>
/// <remarks>
/// A last day on which the office is closed extends the period, so seven days are added. For PCT, Madrid, Hague and regional filings the international or
/// regional filing date counts; without it they are not judged.
/// </remarks>
internal sealed class PriorityPeriod : Rule
{
    private const int DaysOfClosedOffices = 7;

    public override string Id => "PRIORITY-PERIOD";

    public override Severity Severity => Severity.Warning;

    public override string Source => "Paris Convention, Article 4C";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        var record = subject.Record;
        var isDirect = record.Route is null or { Kind: RouteKind.Direct };
        var filed = record.Route?.FilingDate ?? (isDirect ? record.FilingDate : null);
        var months = record.Right is Right.Patent or Right.UtilityModel ? 12 : 6;
        for (var i = 0; filed is not null && i < record.Priorities.Count; i++)
        {
            if (record.Priorities[i].Date is { } first && IsOver(first.Date, months, filed.Date))
            {
                var expected = string.Create(CultureInfo.InvariantCulture, $"{months} months before {filed.Iso} at most");
                yield return At(Item("priorities", i, "date"), first.Iso, expected);
            }
        }
    }

    private static bool IsOver(DateOnly first, int months, DateOnly filed) => first.Year < DateOnly.MaxValue.Year
        && filed.DayNumber > first.AddMonths(months).DayNumber + DaysOfClosedOffices;
}
