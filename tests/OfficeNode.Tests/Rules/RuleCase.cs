using OfficeNode.Standards.Rules;

namespace OfficeNode.Tests.Rules;

/// <summary>A passing and a failing subject for one rule.</summary>
/// <param name="Path">Where the only finding of the failing one must point.</param>
public sealed record RuleCase(string Rule, Subject Good, Subject Bad, string Path)
{
    public override string ToString() => $"{Rule} {Path}";
}
