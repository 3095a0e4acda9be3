using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Capture.Looks;

/// <summary>Holds what was seen of a page against the thresholds of the office.</summary>
public static class QualityCheck
{
    /// <summary>Warnings, each with the number found and the number expected. A blank page has only a resolution, paper and streaks.</summary>
    public static IReadOnlyList<Finding> Judge(PageLook look, ImageFacts facts, QualityThresholds thresholds)
    {
        var (quality, findings) = (look.Quality, new List<Finding>());
        var dpi = Smaller(facts.DpiX, facts.DpiY);
        Demand(findings, LookFindings.Resolution, !(dpi < thresholds.LeastDpi), dpi, $"{Text(thresholds.LeastDpi)} dpi or more");
        Demand(findings, LookFindings.TooDark, quality.Paper >= thresholds.DarkestPaper, quality.Paper, $"{Text(thresholds.DarkestPaper)} or more", "paper");
        Demand(findings, LookFindings.TooDark, quality.Ink <= thresholds.MostInk, quality.Ink, $"{Text(thresholds.MostInk)} or less", "ink");
        var contrast = quality.Paper - quality.InkGrey;
        Demand(findings, LookFindings.TooLight, !(contrast < thresholds.LeastContrast), contrast, $"{Text(thresholds.LeastContrast)} or more");
        var edge = contrast / quality.Sharpness / dpi * 25.4;
        Demand(findings, LookFindings.Blurred, !(edge > thresholds.WidestEdge), edge, $"{Text(thresholds.WidestEdge)} mm or less");
        var skew = quality.Skew is { } degrees ? Math.Abs(degrees) : (double?)null;
        Demand(findings, LookFindings.Leaning, !(skew > thresholds.MostSkew), quality.Skew, $"{Text(thresholds.MostSkew)}° or less");
        if (quality.Clipped.Count > 0)
        {
            findings.Add(new(LookFindings.Clipped, Severity.Warning) { Found = string.Join(' ', quality.Clipped), Expected = "paper on all sides" });
        }

        Demand(findings, LookFindings.Streaks, quality.Streaks <= thresholds.MostStreaks, quality.Streaks, $"{thresholds.MostStreaks}");
        Demand(findings, LookFindings.Specks, quality.Specks <= thresholds.MostSpecks, quality.Specks, $"{Text(thresholds.MostSpecks)} or less");
        return findings;
    }

    private static void Demand(List<Finding> findings, string rule, bool holds, double? found, string expected, string? path = null)
    {
        if (!holds)
        {
            findings.Add(new(rule, Severity.Warning) { Path = path, Found = Text(found!.Value), Expected = expected });   // what is not there holds
        }
    }

    private static double? Smaller(double? one, double? other) => one < other || other is null ? one : other;

    private static string Text(double number) => Math.Round(number, 2).ToString(CultureInfo.InvariantCulture);
}
