using OfficeNode.Capture.Headers;
using OfficeNode.Capture.Looks;
using OfficeNode.Capture.Looks.Targets;
using OfficeNode.Capture.Native;
using OfficeNode.Core;

namespace OfficeNode.Capture.Workers;

/// <summary>Sees what there is to be seen of a page without reading it.</summary>
internal static class LookJob
{
    // Sheets go through a feeder as crooked as that, and no further.
    private const float LargestSkew = 12;
    private const float SkewStep = 1;
    private const float SkewLeast = 0.01f;

    // Leptonica's own bound of what may be believed.
    private const double LeastConfidence = 3;

    public static WorkerReply Look(DecodedFrame decoded, FrameHeader header, PreviewSize? preview, WorkerReply reply)
    {
        var orientation = header.Facts.Format == ImageFormat.Tiff ? 1 : header.Orientation;
        using var upright = decoded.Pix is { } pix ? PixSteps.Upright(pix, orientation) : null;
        using var plain = upright is null ? null : PixSteps.Plain(upright);
        using var colours = decoded.Colours is { } reduced ? PixSteps.Upright(reduced, orientation) : null;
        using var small = plain is null ? null : WorkingPage.Smaller(plain, header.Facts.DpiX);
        if (plain is null || small is null || WorkingPage.Of(plain, small, colours, header.Facts.DpiX) is not { } page)
        {
            return reply with { Findings = [.. reply.Findings, new(LookFindings.NotSeen, Severity.Warning)] };
        }

        var paper = Paper.Of(page.Darkest);
        var streaks = Streaks.Of(page, paper);
        var (codes, complete) = CodeSearch.Run(page, paper, streaks);
        IReadOnlyList<Finding> findings = complete ? reply.Findings : [.. reply.Findings, new(LookFindings.NoCodeReader, Severity.Info) { Expected = "libzbar0" }];
        var looked = reply with { Width = plain.Width, Height = plain.Height, Findings = findings, Look = LookOf(plain, page, paper, streaks, codes) };

        // What was made small to be looked at is near a preview already; only one-bit pages, which are quick, lose by that.
        return preview is { } size && PreviewJob.TryAdd(plain.Depth == 1 ? plain : colours ?? small, header, size, looked) is { } both ? both : looked;
    }

    private static PageLook LookOf(PixHandle frame, WorkingPage page, Paper paper, Streaks streaks, IReadOnlyList<FoundCode> codes)
    {
        var ink = InkParts.Of(page, paper);
        var isBlank = codes.Count == 0 && new Blankness(page.Darkest, page, paper, ink, streaks).IsBlank();
        var (grey, slope) = isBlank ? (null, null) : page.IsBilevel ? (0, null) : Edges(frame, paper);
        return new PageLook
        {
            Codes = codes,
            IsBlank = isBlank,
            Quality = new PageQuality
            {
                Ink = Math.Round(InkShare(ink, page), 5),
                Skew = isBlank ? null : SkewOf(page.Grey, paper),
                Paper = paper.Level,
                InkGrey = grey,
                Sharpness = slope,
                Clipped = isBlank ? [] : ClippedSides.Of(ink, page.Darkest, page),
                Streaks = streaks.Count,
                StreaksAt = [.. streaks.Standing.Select(x => Math.Round(x / page.Dpi * 25.4, 1))],
                Specks = Math.Round(Specks.PerSquareCentimetre(ink, page.Darkest, page), 2),
            },
            Target = TargetCode.On(codes) is { Layout: TargetCode.PresentLayout } ? TargetGrader.Grade(frame, page, paper, ink) : null,
        };
    }

    private static (double? Ink, double? Slope) Edges(PixHandle frame, Paper paper)
    {
        using var grey = frame.Depth is 8 or 32 ? PixSteps.Checked(Leptonica.Share(frame)) : PixSteps.Grey(frame);
        return grey is null ? (null, null) : EdgeMeter.Measure(grey, paper);
    }

    /// <summary>Dark pixels between the margins; borders of the sheet lie outside them. Of one-bit pages the greys of this smaller picture count the dark pixels.</summary>
    private static double InkShare(InkParts ink, WorkingPage page)
    {
        const double MarginMillimetres = 5;
        var (margin, width, height) = (page.Pixels(MarginMillimetres), page.Grey.Width, page.Grey.Height);
        if (width <= 2 * margin || height <= 2 * margin)
        {
            margin = 0;
        }

        var area = (width - 2L * margin) * (height - 2L * margin);
        return page.IsBilevel ? Darkness(page.Grey, margin) / 255.0 / area : (double)InkWithin(ink, margin, width, height) / area;
    }

    private static long Darkness(GreyPage page, int margin)
    {
        var sum = 0L;
        for (var y = margin; y < page.Height - margin; y++)
        {
            foreach (var grey in page.Row(y)[margin..^margin])
            {
                sum += 255 - grey;
            }
        }

        return sum;
    }

    private static long InkWithin(InkParts ink, int margin, int width, int height)
    {
        var dark = 0L;
        foreach (var run in ink.Runs)
        {
            if (run.Y >= margin && run.Y < height - margin)
            {
                dark += Math.Max(0, Math.Min(run.Right, width - margin - 1) - Math.Max(run.Left, margin) + 1);
            }
        }

        return dark;
    }

    private static double? SkewOf(GreyPage grey, Paper paper)
    {
        using var bits = grey.ToBits((paper.Level + paper.Darkest) / 2);
        if (bits is null || Leptonica.FindSkew(bits, out var angle, out var confidence, 2, 1, LargestSkew, SkewStep, SkewLeast) != 0 || confidence < LeastConfidence)
        {
            return null;
        }

        // What must be turned clockwise leans the other way.
        return Math.Round(-angle, 2);
    }
}
