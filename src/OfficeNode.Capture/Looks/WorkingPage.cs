using OfficeNode.Capture.Native;
using OfficeNode.Capture.Workers;
using OfficeNode.Core;

namespace OfficeNode.Capture.Looks;

/// <summary>The page made small enough to be looked at in the time that a scanner needs for the next: about 150 dots per inch, grey.</summary>
internal sealed class WorkingPage
{
    // At 150 dots per inch a stroke of the pen has two pixels and a bar of a code two or more; more pixels cost time and show nothing else.
    private const double WantedDpi = 150;

    // Whatever the resolution says: A4 at 225 dots per inch.
    private const long MostPixels = 4_900_000;

    // A picture whose resolution would make it wider than A3 was never told its resolution; nor has paper fewer dots than a screen.
    private const double WidestInches = 13;
    private const double LeastDpi = 60;
    private const double SideOfA4 = 8.27;

    // A centimetre: no page is smaller.
    private const int LeastPixels = 60;

    private static readonly int[] Factors = [1, 2, 3, 4, 8];

    private WorkingPage(GreyPage grey, GreyPage darkest, int factor, double dpi, bool bilevel)
    {
        Grey = grey;
        Darkest = darkest;
        Factor = factor;
        Dpi = dpi;
        IsBilevel = bilevel;
    }

    /// <summary>As the eye weighs colours: what codes are read from.</summary>
    public GreyPage Grey { get; }

    /// <summary>The darkest colour of each pixel: a pale red stamp is dark here. The same as <see cref="Grey"/> on pages without colour.</summary>
    public GreyPage Darkest { get; }

    /// <summary>How many pixels of the frame, across and down, became one.</summary>
    public int Factor { get; }

    /// <summary>Dots per inch of this picture, guessed where the frame does not say.</summary>
    public double Dpi { get; }

    public bool IsBilevel { get; }

    /// <summary>Makes it of an upright frame without colour table and alpha; null when it is smaller than any page, or memory is short.</summary>
    /// <param name="small">The frame as <see cref="Smaller(PixHandle, double?)"/> made it.</param>
    /// <param name="colours">The colours of a frame that has only greys, at the size of this picture; null where there are no others.</param>
    public static WorkingPage? Of(PixHandle frame, PixHandle small, PixHandle? colours, double? dpi)
    {
        var factor = FactorOf(frame.Width, frame.Height, dpi);
        if (Math.Min(small.Width, small.Height) < LeastPixels)
        {
            return null;
        }

        var (grey, darkest) = small.Depth == 32 ? ColourGreys.Of(small, small.Width, small.Height) : (GreyPage.Of(small), null);
        if (grey is not null && colours is { Depth: 32 } && colours.Width >= grey.Width && colours.Height >= grey.Height)
        {
            darkest = ColourGreys.Of(colours, grey.Width, grey.Height).Darkest;
        }

        return grey is null ? null : new(grey, darkest ?? grey, factor, Believed(frame.Width, frame.Height, dpi) / factor, frame.Depth == 1);
    }

    /// <summary>Makes an upright frame without colour table and alpha as small as it is looked at, in greys or colours; null when memory is short.</summary>
    public static PixHandle? Smaller(PixHandle frame, double? dpi) => Smaller(frame, FactorOf(frame.Width, frame.Height, dpi));

    /// <summary>How many pixels of a frame, across and down, become one.</summary>
    public static int FactorOf(int width, int height, double? dpi)
    {
        var believed = Believed(width, height, dpi);
        var wanted = Factors.MinBy(factor => Math.Abs(Math.Log(believed / factor / WantedDpi)));
        return Factors.First(factor => factor >= wanted && (factor == Factors[^1] || (long)width * height / (factor * factor) <= MostPixels));
    }

    /// <summary>Pixels of this picture for a length on paper, 1 at least.</summary>
    public int Pixels(double millimetres) => Math.Max(1, (int)Math.Round(millimetres / 25.4 * Dpi));

    /// <summary>A box of this picture in pixels of the frame.</summary>
    public PixelBox InFrame(PixelBox box) => new(box.X * Factor, box.Y * Factor, box.Width * Factor, box.Height * Factor);

    private static double Believed(int width, int height, double? dpi)
    {
        var side = Math.Min(width, height);
        return dpi is { } said && said >= LeastDpi && side / said <= WidestInches ? said : Math.Clamp(side / SideOfA4, LeastDpi, 1_200);
    }

    private static PixHandle? Smaller(PixHandle frame, int factor) => frame.Depth switch
    {
        1 => PixSteps.Checked(factor switch
        {
            1 => Leptonica.ToGrey(frame, 0),
            2 => Leptonica.HalfGrey(frame),
            3 => Leptonica.ThirdGrey(frame),
            4 => Leptonica.QuarterGrey(frame),
            _ => Leptonica.EighthGrey(frame),
        }),
        8 or 32 => PixSteps.Checked(factor switch
        {
            1 => Leptonica.Share(frame),
            2 => Leptonica.Half(frame),
            _ => Leptonica.ScaleDown(frame, 1f / factor, 1f / factor),
        }),
        _ => SmallerGrey(frame, factor),
    };

    private static PixHandle? SmallerGrey(PixHandle frame, int factor)
    {
        using var grey = PixSteps.Grey(frame);
        return grey is null ? null : Smaller(grey, factor);
    }
}
