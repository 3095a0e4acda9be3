using OfficeNode.Capture.Separators;

namespace OfficeNode.Capture.Looks.Targets;

/// <summary>Finds lines that run down the whole picture, by the white bands of a target sheet: what is at the same place in all of them is on the glass, not on the sheet.</summary>
/// <remarks>A column of a band is the mean of some fifty pixels, so that lines are seen that the eye hardly finds on one page and that make every page of the day worse.</remarks>
internal sealed class BandStreaks
{
    // Seven times the noise of such a mean where pixels differ by five greys, and a fiftieth of the way from white to black.
    private const double LeastDifference = 5;

    // Around a column, the paper: six times the widest dust.
    private const double NeighbourhoodMillimetres = 3;

    // Columns so near to one another are one line.
    private const double WidestMillimetres = 1;

    // The sheet's own edge throws a shadow.
    private const double FromMiddle = 100;
    private const int LeastBands = 2;

    private readonly GreyPage _page;
    private readonly SheetPose _pose;

    private BandStreaks(GreyPage page, SheetPose pose)
    {
        _page = page;
        _pose = pose;
    }

    /// <summary>Millimetres from the left side of the picture. None where the sheet lies on its side: its bands then run down the picture as well.</summary>
    public static IReadOnlyList<double> Find(GreyPage page, SheetPose pose) =>
        Math.Abs(pose.XX) < Math.Abs(pose.XY) ? [] : new BandStreaks(page, pose).Find();

    private List<double> Find()
    {
        var bands = TargetLayout.Bands.Select(band => Differences(MeansAlong(band))).ToList();
        var (found, widest) = (new List<double>(), WidestMillimetres * _pose.ScaleAcross);
        var last = double.MinValue;
        for (var x = 0; x < _page.Width; x++)
        {
            var seen = bands.Where(band => !double.IsNaN(band[x])).Select(band => band[x]).ToList();
            if (seen.Count >= LeastBands && (seen.TrueForAll(difference => difference <= -LeastDifference) || seen.TrueForAll(difference => difference >= LeastDifference)))
            {
                if (x - last > widest)
                {
                    found.Add(Math.Round((x + 0.5) / _pose.ScaleAcross, 1));
                }

                last = x;
            }
        }

        return found;
    }

    /// <summary>The mean grey of the band in each column; not a number where the band is outside the picture or the sheet.</summary>
    private double[] MeansAlong(double band)
    {
        var means = new double[_page.Width];
        var half = TargetLayout.BandHeight / 2 * _pose.ScaleAlong;
        for (var x = 0; x < means.Length; x++)
        {
            var across = (x + 0.5 - _pose.X - _pose.XY * band) / _pose.XX;
            var middle = _pose.YX * across + _pose.YY * band + _pose.Y;
            var (top, bottom) = ((int)(middle - half), (int)(middle + half));
            means[x] = Math.Abs(across) > FromMiddle || top < 0 || bottom > _page.Height ? double.NaN : MeanOf(x, top, bottom);
        }

        return means;
    }

    private double MeanOf(int x, int top, int bottom)
    {
        var sum = 0;
        for (var y = top; y < bottom; y++)
        {
            sum += _page.Pixels[y * _page.Width + x];
        }

        return (double)sum / (bottom - top);
    }

    private double[] Differences(double[] means)
    {
        var differences = new double[means.Length];
        var reach = (int)(NeighbourhoodMillimetres * _pose.ScaleAcross);
        for (var x = 0; x < means.Length; x++)
        {
            var around = means[Math.Max(0, x - reach)..Math.Min(means.Length, x + reach + 1)].Where(mean => !double.IsNaN(mean)).Order().ToList();
            differences[x] = around.Count < reach ? double.NaN : means[x] - around[around.Count / 2];
        }

        return differences;
    }
}
