using OfficeNode.Capture.Native;
using OfficeNode.Capture.Separators;
using OfficeNode.Core;

namespace OfficeNode.Capture.Looks.Targets;

/// <summary>Measures a scanner by its picture of the target sheet.</summary>
internal static class TargetGrader
{
    // Greys closer than this are one to the eye: a third of the way between two neighbours of ten even steps.
    private const double LeastStep = 8;

    // The rims of patches are blurred, and a printer's dots stand out of them.
    private const double Rim = 2;
    private const double WhiteSide = 8;

    /// <summary>The grade; null when the sheet's marks are not found, or its black does not differ from its white.</summary>
    /// <param name="frame">The picture itself, without colour table and alpha.</param>
    public static TargetGrade? Grade(PixHandle frame, WorkingPage page, Paper paper, InkParts ink)
    {
        if (TargetMarks.Find(page, paper, ink) is not { Pose: var pose, Distortion: var distortion })
        {
            return null;
        }

        var greys = new SheetGreys(page.Grey, pose);
        var whites = WhitePlaces().Select(greys.MeanOf).OfType<MeanGrey>().ToList();
        var patches = TargetLayout.Greys.Select(patch => greys.MeanOf(patch.Box.Within(Rim))).OfType<MeanGrey>().Select(patch => patch.Mean).ToList();
        if (whites.Count == 0 || patches.Count < TargetLayout.Greys.Count || WhiteOf(whites) - patches[0] < LeastStep)
        {
            return null;
        }

        var (black, white) = (patches[0], WhiteOf(whites));
        var inFrame = pose.Times(page.Factor);
        var bars = new BarMeter(frame, inFrame, white - black);
        var liesOnSide = Math.Abs(pose.XX) < Math.Abs(pose.XY);
        return new TargetGrade
        {
            DpiAcross = Math.Round(inFrame.ScaleAcross * 25.4, 1),
            DpiAlong = Math.Round(inFrame.ScaleAlong * 25.4, 1),
            Skew = Math.Round(pose.Degrees - 90 * Math.Round(pose.Degrees / 90), 2) + 0.0,   // never a negative zero
            Distortion = Math.Round(distortion, 2),
            Black = Math.Round(black),
            White = Math.Round(white),
            Steps = page.IsBilevel ? null : StepsIn([.. patches, white]),
            PrintedSteps = TargetLayout.Greys.Count + 1,
            LinesAcross = bars.Finest(standing: !liesOnSide),
            LinesAlong = bars.Finest(standing: liesOnSide),
            Evenness = Math.Round(whites.Min(place => place.Mean) / whites.Max(place => place.Mean), 3),
            Noise = Math.Round(whites.Average(place => place.Deviation), 1),
            Streaks = BandStreaks.Find(page.Grey, pose),
        };
    }

    private static IEnumerable<SheetBox> WhitePlaces() =>
        from y in TargetLayout.Bands
        from x in TargetLayout.WhitePlaces
        select new SheetBox(x - WhiteSide / 2, y - WhiteSide / 2, WhiteSide, WhiteSide);

    private static double WhiteOf(List<MeanGrey> places) => places.Select(place => place.Mean).Order().ElementAt(places.Count / 2);

    /// <summary>How many of the greys, from black on, are lighter than the last one that was counted.</summary>
    private static int StepsIn(IReadOnlyList<double> greys)
    {
        var (steps, last) = (1, greys[0]);
        foreach (var grey in greys)
        {
            if (grey - last >= LeastStep)
            {
                (steps, last) = (steps + 1, grey);
            }
        }

        return steps;
    }
}
