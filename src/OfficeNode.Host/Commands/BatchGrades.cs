using System.Globalization;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Commands;

/// <summary>The quality of a batch, as <c>scan</c> and <c>batch show</c> tell it.</summary>
internal static class BatchGrades
{
    /// <summary>The target sheet for scripts; null when there is none.</summary>
    public static object? Describe(BatchTarget? target) => target is null ? null : new
    {
        target.Page,
        verdict = target.Judged.Verdict,
        target.Grade?.DpiAcross,
        target.Grade?.DpiAlong,
        target.Grade?.Skew,
        target.Grade?.Distortion,
        target.Grade?.Black,
        target.Grade?.White,
        target.Grade?.Steps,
        target.Grade?.PrintedSteps,
        target.Grade?.LinesAcross,
        target.Grade?.LinesAlong,
        target.Grade?.Evenness,
        target.Grade?.Noise,
        target.Grade?.Streaks,
        findings = target.Judged.Findings.Select(finding => finding.Rule),
    };

    /// <summary>One line for the target sheet, where there is one, and one for the pages.</summary>
    public static IEnumerable<string> Lines(BatchView view)
    {
        if (view.Target is { } target)
        {
            yield return Line(target);
        }

        if (view.Quality.Pages > 0)
        {
            yield return Line(view.Quality);
        }
    }

    private static string Line(BatchTarget target)
    {
        var verdict = Words.Of($"target-verdict.{target.Judged.Verdict}");
        return target.Grade is not { } grade
            ? Words.Of("target.not-graded", ("page", target.Page), ("verdict", verdict))
            : Words.Of(
                "target.graded",
                ("page", target.Page),
                ("verdict", verdict),
                ("across", grade.DpiAcross),
                ("along", grade.DpiAlong),
                ("steps", grade.Steps is { } steps ? Words.Of("target.steps", ("steps", steps), ("of", grade.PrintedSteps)) : ""),
                ("lines", Math.Min(grade.LinesAcross, grade.LinesAlong)),
                ("evenness", Math.Round(grade.Evenness * 100)),
                ("streaks", grade.Streaks.Count));
    }

    private static string Line(BatchQuality quality)
    {
        var remarks = string.Join(", ", quality.Remarks.Select(remark => Words.Of(
            "quality.on", ("remark", Words.Of($"quality.{remark.Rule}", ("count", remark.Pages))), ("pages", PageList.Of(remark.Numbers)))));
        List<string> sentences = [quality.Remarks.Count == 0 ? Words.Of("quality.good", ("pages", quality.Pages)) : Words.Of("quality.remarks", ("pages", quality.Pages), ("remarks", remarks))];
        if (quality.Skew is { } skew)
        {
            sentences.Add(Words.Of("quality.skew", ("skew", skew.ToString("0.#", CultureInfo.CurrentCulture))));
        }

        sentences.AddRange(quality.Glass.Select(place => Words.Of("quality.glass", ("count", place.Pages), ("place", place.At))));
        return string.Join(' ', sentences);
    }
}
