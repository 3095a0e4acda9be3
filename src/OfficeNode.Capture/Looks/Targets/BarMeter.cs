using OfficeNode.Capture.Native;
using OfficeNode.Capture.Separators;
using OfficeNode.Capture.Workers;

namespace OfficeNode.Capture.Looks.Targets;

/// <summary>Tells which bars of a target sheet are still bars in the picture, by how much of their contrast is left.</summary>
/// <remarks>
/// The share of contrast is that of the one wave with the bars' own width, over the whole patch: no pixel is moved or blended for it, and neither lean nor the places of
/// single bars matter. A wave finer than the pixels can hold would be seen as a coarser one, so it is not looked for.
/// </remarks>
internal sealed class BarMeter
{
    // What eyes and reading machines take for separate lines; Rayleigh's dip is 26 %, and limiting resolution is often given at 10 %.
    private const double LeastContrast = 0.2;

    // Of a black and white wave with square shoulders, the sine of the same length is that much larger than half of its height.
    private const double Fundamental = 4 / Math.PI;

    // Two pixels a pair of lines hold it; a little more is needed to know it from its own alias.
    private const double MostPerPixel = 0.48;

    private readonly PixHandle _frame;
    private readonly SheetPose _pose;
    private readonly double _height;

    /// <param name="frame">The picture itself: smaller ones no longer hold fine bars.</param>
    /// <param name="pose">How the sheet lies in it.</param>
    /// <param name="contrast">White less black, in greys.</param>
    public BarMeter(PixHandle frame, SheetPose pose, double contrast)
    {
        _frame = frame;
        _pose = pose;
        _height = contrast / 2 * Fundamental;
    }

    /// <summary>Line pairs per millimetre of the finest bars before the first that are not told apart; 0 when the coarsest are not.</summary>
    public double Finest(bool standing)
    {
        var finest = 0.0;
        foreach (var patch in TargetLayout.Bars.Where(patch => patch.Standing == standing))
        {
            if (patch.LinesPerMillimetre > MostPerPixel * Math.Min(_pose.ScaleAcross, _pose.ScaleAlong) || ContrastOf(patch) < LeastContrast)
            {
                break;
            }

            finest = patch.LinesPerMillimetre;
        }

        return finest;
    }

    private double ContrastOf(BarPatch patch)
    {
        // Over these few millimetres a feeder may be faster or slower than over the sheet.
        ReadOnlySpan<double> paces = [0.99, 1, 1.01];
        var frame = SheetGreys.Frame(_pose, patch.Box);
        using var part = PixSteps.Cut(_frame, frame);
        using var grey = part is null ? null : part.Depth == 32 ? PixSteps.Checked(Leptonica.Luminance(part)) : PixSteps.Grey(part);
        if (GreyPage.Of(grey) is not { } page)
        {
            return 0;
        }

        // A frame that begins outside the picture was cut at its edge.
        var pixels = new SheetGreys(page, _pose.From(Math.Max(0, frame.X), Math.Max(0, frame.Y))).In(patch.Box.Within(0.25)).ToList();
        var most = 0.0;
        foreach (var pace in paces)
        {
            most = Math.Max(most, Amplitude(pixels, patch, patch.LinesPerMillimetre * pace));
        }

        return most / _height;
    }

    /// <summary>Half the height of the wave of a length, in greys.</summary>
    private static double Amplitude(List<(double X, double Y, byte Grey)> pixels, BarPatch patch, double perMillimetre)
    {
        var (start, length) = patch.Standing ? (patch.Box.Left, patch.Box.Width) : (patch.Box.Top, patch.Box.Height);
        double weights = 0, greys = 0, cos = 0, sin = 0, greyCos = 0, greySin = 0;
        foreach (var (x, y, grey) in pixels)
        {
            // Fading out towards both ends keeps the patch's own edges out of the wave.
            var along = (patch.Standing ? x : y) - start;
            var weight = 1 - Math.Cos(2 * Math.PI * along / length);
            var (s, c) = Math.SinCos(2 * Math.PI * perMillimetre * along);
            (weights, greys) = (weights + weight, greys + weight * grey);
            (cos, sin) = (cos + weight * c, sin + weight * s);
            (greyCos, greySin) = (greyCos + weight * grey * c, greySin + weight * grey * s);
        }

        if (weights <= 0)
        {
            return 0;
        }

        var mean = greys / weights;
        var (real, imaginary) = ((greyCos - mean * cos) / weights, (greySin - mean * sin) / weights);
        return 2 * Math.Sqrt(real * real + imaginary * imaginary);
    }
}
