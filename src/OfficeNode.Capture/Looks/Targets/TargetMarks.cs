using OfficeNode.Capture.Separators;

namespace OfficeNode.Capture.Looks.Targets;

/// <summary>Finds the discs of a target sheet, whichever way it lies, and from them how it lies.</summary>
internal static class TargetMarks
{
    // Of a disc's frame of reference a disc fills 0.785; pixels at its edge take or add a little.
    private const double LeastFill = 0.68;
    private const double MostFill = 0.88;
    private const double LeastRoundness = 0.85;

    // What a file says of its resolution may be wrong by a fifth; ink spreads and thresholds eat by a tenth of a disc.
    private const double SmallestDisc = 0.7;
    private const double LargestDisc = 1.4;
    private const double MostMisstated = 1.25;

    // Discs stand 37 mm apart: from two of them, a sheet stretched by 5 % puts each of the others within this of its place, and none of a neighbour's.
    private const double NearMillimetres = 10;
    private const double LeastApart = 90;

    // Two thirds of them: a streak, a thumb and a torn corner may cost the others.
    private const int LeastMarks = 8;

    /// <summary>Pose and the largest distance of a mark from its place, in millimetres; null when too few are found.</summary>
    public static (SheetPose Pose, double Distortion)? Find(WorkingPage page, Paper paper, InkParts ink)
    {
        var seen = Discs(page, paper, ink);
        IReadOnlyList<SeenMark> best = [];
        foreach (var pose in Guesses(seen, page.Dpi / 25.4))
        {
            var marks = Matching(pose, seen);
            best = marks.Count > best.Count ? marks : best;
        }

        if (best.Count < LeastMarks)
        {
            return null;
        }

        var fitted = SheetPose.Of(best);
        return (fitted, best.Max(mark => Apart(fitted.ToPicture(mark.Sheet), mark.Picture)) / fitted.ScaleAlong);
    }

    /// <summary>Middles of everything on the page that looks like a disc of that size.</summary>
    private static List<(double X, double Y)> Discs(WorkingPage page, Paper paper, InkParts ink)
    {
        var side = 2 * TargetLayout.DiscRadius * page.Dpi / 25.4;
        return [.. ink.Parts
            .Where(part => part.Shorter >= SmallestDisc * side && part.Longer <= LargestDisc * side && part.Shorter >= LeastRoundness * part.Longer)
            .Where(part => part.Area >= LeastFill * part.Width * part.Height && part.Area <= MostFill * part.Width * part.Height)
            .Select(part => Middle(page.Grey, paper, part))];
    }

    /// <summary>Centre of gravity of what is darker than paper: exact to a twentieth of a pixel, however soft the edge is.</summary>
    private static (double X, double Y) Middle(GreyPage page, Paper paper, InkPart part)
    {
        const int Rim = 2;
        double sum = 0, x = 0, y = 0;
        var (left, right) = (Math.Max(0, part.Left - Rim), Math.Min(page.Width - 1, part.Right + Rim));
        var white = paper.At(part.Left, part.Top);
        for (var row = Math.Max(0, part.Top - Rim); row <= Math.Min(page.Height - 1, part.Bottom + Rim); row++)
        {
            var pixels = page.Row(row);
            for (var column = left; column <= right; column++)
            {
                var weight = Math.Max(0, white - pixels[column]);
                (sum, x, y) = (sum + weight, x + weight * (column + 0.5), y + weight * (row + 0.5));
            }
        }

        return (x / sum, y / sum);
    }

    /// <summary>Poses that put two discs that stand far apart on two that were seen, at a scale that may be.</summary>
    private static IEnumerable<SheetPose> Guesses(List<(double X, double Y)> seen, double pixels)
    {
        foreach (var one in TargetLayout.Discs)
        {
            foreach (var other in TargetLayout.Discs.Where(other => Apart(one, other) >= LeastApart))
            {
                var length = Apart(one, other) * pixels;
                foreach (var first in seen)
                {
                    foreach (var second in seen.Where(second => Apart(first, second) is var apart && apart >= length / MostMisstated && apart <= length * MostMisstated))
                    {
                        yield return SheetPose.Of(new SeenMark(one, first), new SeenMark(other, second));
                    }
                }
            }
        }
    }

    private static List<SeenMark> Matching(SheetPose pose, List<(double X, double Y)> seen)
    {
        var (marks, near) = (new List<SeenMark>(), NearMillimetres * pose.ScaleAlong);
        foreach (var disc in TargetLayout.Discs)
        {
            var place = pose.ToPicture(disc);
            var nearest = seen.MinBy(middle => Apart(middle, place));
            if (Apart(nearest, place) <= near)
            {
                marks.Add(new(disc, nearest));
            }
        }

        return marks;
    }

    private static double Apart((double X, double Y) one, (double X, double Y) other) => Math.Sqrt((one.X - other.X) * (one.X - other.X) + (one.Y - other.Y) * (one.Y - other.Y));
}
