using OfficeNode.Core;
using OfficeNode.Standards.Codes;

namespace OfficeNode.Standards.Rules.Numbers;

/// <summary>A number in the form of ST.13 names the right that the record is about.</summary>
/// <remarks>Fifteen digits may also be an office's own number: only those with a plausible year are judged.</remarks>
internal sealed class NumberSt13Right : Rule
{
    private const int EarliestYear = 1850;

    public override string Id => "NUMBER-ST13-RIGHT";

    public override Severity Severity => Severity.Warning;

    public override string Source => "WIPO ST.13, facts/numbering-and-codes.md [R]";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        var printed = subject.Record.ApplicationNumber?.AsPrinted;
        if (printed is null || St13Number.Parse(printed) is not { Success: true } parsed)
        {
            yield break;
        }

        var number = parsed.Value;
        var isPlausible = number.Year is null || (number.Year >= EarliestYear && number.Year <= subject.Today.Year);
        if (isPlausible && number.Right is { } right && right != subject.Record.Right)
        {
            yield return At("applicationNumber", printed, $"the type digits of {subject.Record.Right}");
        }
    }
}
