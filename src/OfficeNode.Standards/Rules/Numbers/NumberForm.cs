using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Numbers;

/// <summary>A number holds at least one digit, at most 50 characters and no blanks at its ends.</summary>
internal sealed class NumberForm : Rule
{
    private const int Longest = 50;

    public override string Id => "NUMBER-FORM";

    public override Severity Severity => Severity.Warning;

    public override string Source => "OfficeNode, docs/vocabulary.md: a number is kept as printed";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        if (IsOdd(subject.Record.ApplicationNumber?.AsPrinted))
        {
            yield return Odd("applicationNumber", subject.Record.ApplicationNumber?.AsPrinted);
        }

        if (IsOdd(subject.Record.RegistrationNumber?.AsPrinted))
        {
            yield return Odd("registrationNumber", subject.Record.RegistrationNumber?.AsPrinted);
        }
    }

    private static bool IsOdd(string? number) => number is not null
        && (number.Length is 0 or > Longest || number.AsSpan().Trim().Length < number.Length || !number.Any(char.IsDigit));

    private Finding Odd(string path, string? number) => At(path, number, "1 to 50 characters with a digit, no blanks at the ends");
}
