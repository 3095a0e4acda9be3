namespace OfficeNode.Capture;

/// <summary>The size in pixels at which a page is sent: its own size on paper at 300 dpi, made smaller when it is larger than A4.</summary>
internal readonly record struct PageFit(int Width, int Height, bool ResolutionKnown, bool Reduced)
{
    // Scanners write 299.72 (118 dots per centimetre) and the like: resampling by less than this only blurs.
    private const double Tolerance = 0.005;

    /// <summary>The fit of a page as it is shown, that is after turning.</summary>
    public static PageFit Of(int width, int height, double? dpiX, double? dpiY, ImageLimits limits)
    {
        var known = IsBelievable(dpiX, limits) && IsBelievable(dpiY, limits);
        var acrossAtFull = width * (known ? FactorOf(dpiX) : 1);
        var downAtFull = height * (known ? FactorOf(dpiY) : 1);

        // A landscape page is sent as landscape A4: pages are never turned.
        var (mostAcross, mostDown) = acrossAtFull > downAtFull
            ? (PatentTiffProfile.LongestLongSide, PatentTiffProfile.LongestShortSide)
            : (PatentTiffProfile.LongestShortSide, PatentTiffProfile.LongestLongSide);
        var reduction = Math.Min(1, Math.Min(mostAcross / acrossAtFull, mostDown / downAtFull));
        return new(Pixels(acrossAtFull * reduction, mostAcross), Pixels(downAtFull * reduction, mostDown), known, reduction < 1);
    }

    private static bool IsBelievable(double? dpi, ImageLimits limits) => dpi >= limits.SmallestDpi && dpi <= limits.LargestDpi;

    private static double FactorOf(double? dpi)
    {
        var factor = PatentTiffProfile.Dpi / dpi ?? 1;
        return Math.Abs(factor - 1) <= Tolerance ? 1 : factor;
    }

    private static int Pixels(double length, int most) => Math.Clamp((int)Math.Round(length, MidpointRounding.AwayFromZero), 1, most);
}
