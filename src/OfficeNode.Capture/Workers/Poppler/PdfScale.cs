namespace OfficeNode.Capture.Workers.Poppler;

/// <summary>How finely a page is drawn, and whether what comes out is expected to be black and white alone.</summary>
/// <param name="DpiX">Dots per inch across the page as it is shown.</param>
/// <param name="DpiY">Dots per inch down the page as it is shown.</param>
/// <param name="Width">Pixels that come out.</param>
/// <param name="Height">Pixels that come out.</param>
/// <param name="IsBilevel">The page is one picture of one bit a pixel.</param>
internal readonly record struct PdfScale(double DpiX, double DpiY, int Width, int Height, bool IsBilevel)
{
    private const double PointsPerInch = 72;

    // Poppler's resolutions are whole numbers, so that a picture's size on paper is known to a hundredth at best.
    private const double Tolerance = 0.02;

    // Splash, poppler's drawing machine, takes a picture that ends exactly on the edge of a pixel for one pixel larger, and blurs all of it to
    // fit. A page that much smaller has its pictures copied pixel by pixel: measured, none differs.
    private const double Overlap = 0.02;

    /// <summary>The page at a resolution, the same both ways.</summary>
    public static PdfScale At(int dpi, PdfPaper paper)
    {
        var (width, height) = paper.Turns % 2 == 0 ? (paper.Width, paper.Height) : (paper.Height, paper.Width);
        return new(dpi, dpi, Pixels(width * dpi / PointsPerInch), Pixels(height * dpi / PointsPerInch), false);
    }

    /// <summary>The page at the resolution of the one picture that fills it, pixel for pixel; null for a page that is no scan.</summary>
    public static PdfScale? OfScan(PdfPaper paper, IReadOnlyList<PdfPictureEntry> pictures)
    {
        if (pictures is not [{ DpiX: > 0, DpiY: > 0 } picture])
        {
            return null;
        }

        var (across, down) = (picture.Width * PointsPerInch / picture.DpiX, picture.Height * PointsPerInch / picture.DpiY);
        var lies = Fills(across, down, paper) ? (picture.Width, picture.Height)
            : Fills(down, across, paper) ? (picture.Height, picture.Width)
            : default((int Width, int Height)?);
        return lies is not { } pixels || (paper.Turns % 2 == 1 && !IsSquare(pixels.Width / paper.Width, pixels.Height / paper.Height)) ? null
            : Of(pixels.Width, pixels.Height, paper, picture.IsBilevel);
    }

    /// <summary>The arguments by which poppler draws so.</summary>
    public IEnumerable<string> Arguments
    {
        get
        {
            // On a turned page poppler takes one of the two for the size and the other for the drawing: there they are the same, or nearly.
            yield return "-rx";
            yield return FormattableString.Invariant($"{DpiX * (1 - Overlap / Width):0.######}");
            yield return "-ry";
            yield return FormattableString.Invariant($"{DpiY * (1 - Overlap / Height):0.######}");
        }
    }

    private static PdfScale Of(int width, int height, PdfPaper paper, bool isBilevel)
    {
        var (x, y) = (width * PointsPerInch / paper.Width, height * PointsPerInch / paper.Height);
        return paper.Turns % 2 == 0 ? new(x, y, width, height, isBilevel) : new(y, x, height, width, isBilevel);
    }

    private static bool Fills(double width, double height, PdfPaper paper) => IsSquare(width, paper.Width) && IsSquare(height, paper.Height);

    private static bool IsSquare(double one, double other) => Math.Abs(one / other - 1) <= Tolerance;

    private static int Pixels(double length) => (int)Math.Clamp(Math.Ceiling(length), 1, int.MaxValue);
}
