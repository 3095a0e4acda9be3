namespace OfficeNode.Benchmarks;

/// <summary>One line of the table of results.</summary>
/// <param name="Work">What was done.</param>
/// <param name="Measure">In which unit, and how it is taken.</param>
/// <param name="Result">What OfficeNode reached.</param>
/// <param name="Against">What it is compared with, and what that reached; empty when the bar is a number of its own.</param>
/// <param name="Ratio">The median over the rounds of the ratio within a round; empty when nothing is compared.</param>
/// <param name="Bar">What has to be reached; empty for a line that only informs.</param>
/// <param name="IsHeld">Whether it was; null for a line that only informs, or that could not be measured.</param>
internal sealed record Row(string Work, string Measure, string Result, string Against = "", string Ratio = "", string Bar = "", bool? IsHeld = null)
{
    /// <summary>A line for what could not be measured on this machine.</summary>
    public static Row NotRun(string work, string reason) => new(work, "not run: " + reason, "");

    public override string ToString() =>
        $"| {Work} | {Measure} | {Result} | {Against} | {Ratio} | {Bar} | {IsHeld switch { true => "yes", false => "no", null => "" }} |";
}
