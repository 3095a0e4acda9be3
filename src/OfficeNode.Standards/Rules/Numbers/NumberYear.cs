using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Numbers;

/// <summary>The year that the application number carries is the filing year or the one beside it.</summary>
/// <remarks>A filing that came by another route may carry the year it entered the office in, so only direct filings are judged.</remarks>
internal sealed class NumberYear : Rule
{
    public override string Id => "NUMBER-YEAR";

    public override Severity Severity => Severity.Warning;

    public override string Source => "OfficeNode, plausibility";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        var record = subject.Record;
        if (record.Route is null or { Kind: RouteKind.Direct }
            && record.ApplicationNumber?.Year is { } year && year != 0
            && record.FilingDate is { } filed
            && Math.Abs(filed.Date.Year - year) > 1)
        {
            yield return At("applicationNumber.year", year.ToString(CultureInfo.InvariantCulture), filed.Date.Year.ToString(CultureInfo.InvariantCulture));
        }
    }
}
