using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Capture.Looks;

/// <summary>A target sheet held against thresholds.</summary>
/// <param name="Findings">What keeps it from being good, each with what to do: information where it is fair, a warning where it is poor.</param>
public sealed record JudgedTarget(TargetVerdict Verdict, IReadOnlyList<Finding> Findings);

/// <summary>Holds what a target sheet shows against the thresholds of the office.</summary>
public sealed class TargetCheck
{
    private readonly List<Finding> _findings = [];

    private TargetCheck()
    {
    }

    /// <summary>Judges a page that is a target sheet. One that could not be graded is poor: nobody knows how the scanner does.</summary>
    public static JudgedTarget Judge(PageLook look, ImageFacts facts, QualityThresholds thresholds)
    {
        var check = new TargetCheck();
        if (look.Target is { } grade)
        {
            check.HoldGeometry(grade, facts, thresholds);
            check.HoldTone(grade, thresholds.Target);
            check.HoldDirt(grade, look.Quality, thresholds);
        }
        else
        {
            check.Say(LookFindings.TargetNotGraded, Severity.Warning, TargetCode.On(look.Codes)?.ToString(), $"layout {Text(TargetCode.PresentLayout)}");
        }

        var verdict = check._findings.Exists(finding => finding.Severity != Severity.Info) ? TargetVerdict.Poor : check._findings.Count > 0 ? TargetVerdict.Fair : TargetVerdict.Good;
        return new(verdict, check._findings);
    }

    private void HoldGeometry(TargetGrade grade, ImageFacts facts, QualityThresholds thresholds)
    {
        var bounds = thresholds.Target;
        var dpi = Math.Min(facts.DpiX ?? grade.DpiAcross, facts.DpiY ?? grade.DpiAlong);
        Demand(LookFindings.Resolution, dpi >= thresholds.LeastDpi, dpi, $"{Text(thresholds.LeastDpi)} dpi or more");
        HoldResolution("across", grade.DpiAcross, facts.DpiX, bounds.Resolution);
        HoldResolution("along", grade.DpiAlong, facts.DpiY, bounds.Resolution);
        Most(LookFindings.TargetStretch, Math.Abs(grade.DpiAcross / grade.DpiAlong - 1), bounds.Stretch, $"{Text(grade.DpiAcross)} x {Text(grade.DpiAlong)}");
        Most(LookFindings.TargetDistortion, grade.Distortion, bounds.Distortion);
        Demand(LookFindings.Leaning, Math.Abs(grade.Skew) <= thresholds.MostSkew, grade.Skew, $"{Text(thresholds.MostSkew)}° or less");
    }

    private void HoldResolution(string way, double measured, double? said, TargetBounds bounds)
    {
        if (said is { } dpi && WeightOf(Math.Abs(measured / dpi - 1), bounds) is { } severity)
        {
            _findings.Add(new(LookFindings.TargetResolution, severity) { Found = Text(measured), Expected = Text(dpi), Arguments = new Dictionary<string, string> { ["way"] = way } });
        }
    }

    private void HoldTone(TargetGrade grade, TargetThresholds bounds)
    {
        if (grade.Steps is { } steps)
        {
            Least(LookFindings.TargetSteps, steps, bounds.Steps);
            Most(LookFindings.TargetBlack, grade.Black, bounds.Black);
            Least(LookFindings.TargetWhite, grade.White, bounds.White);
        }

        Least(LookFindings.TargetLines, Math.Min(grade.LinesAcross, grade.LinesAlong), bounds.Lines);
        Least(LookFindings.TargetEvenness, grade.Evenness, bounds.Evenness);
    }

    private void HoldDirt(TargetGrade grade, PageQuality quality, QualityThresholds thresholds)
    {
        if (Math.Max(grade.Streaks.Count, quality.Streaks) > thresholds.MostStreaks)
        {
            var places = grade.Streaks.Count > 0 ? grade.Streaks : quality.StreaksAt;
            Say(LookFindings.TargetStreaks, Severity.Warning, string.Join(", ", places.Select(Text)), Text(thresholds.MostStreaks));
        }

        Demand(LookFindings.Specks, quality.Specks <= thresholds.MostSpecks, quality.Specks, $"{Text(thresholds.MostSpecks)} or less");
    }

    private void Most(string rule, double number, TargetBounds bounds, string? found = null) => Hold(rule, WeightOf(number, bounds), number, $"{Text(bounds.Good)} or less", found);

    private void Least(string rule, double number, TargetBounds bounds) =>
        Hold(rule, WeightOf(-number, new(-bounds.Good, -bounds.Fair)), number, $"{Text(bounds.Good)} or more", null);

    private void Hold(string rule, Severity? severity, double number, string expected, string? found)
    {
        if (severity is { } weight)
        {
            Say(rule, weight, found ?? Text(number), expected);
        }
    }

    private void Demand(string rule, bool holds, double number, string expected) => Hold(rule, holds ? null : Severity.Warning, number, expected, null);

    private void Say(string rule, Severity severity, string? found, string expected) =>
        _findings.Add(new(rule, severity) { Found = found, Expected = expected });

    private static Severity? WeightOf(double number, TargetBounds bounds) => number <= bounds.Good ? null : number <= bounds.Fair ? Severity.Info : Severity.Warning;

    private static string Text(double number) => Math.Round(number, 3).ToString(CultureInfo.InvariantCulture);
}
