namespace OfficeNode.Capture.Separators;

/// <summary>A rectangle on a sheet, in millimetres from the sheet's middle.</summary>
internal readonly record struct SheetBox(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    /// <summary>Without a rim.</summary>
    public SheetBox Within(double rim) => new(Left + rim, Top + rim, Width - 2 * rim, Height - 2 * rim);
}

/// <summary>A field of black and white bars of equal width.</summary>
/// <param name="LinesPerMillimetre">Pairs of a black and a white bar.</param>
/// <param name="Standing">Whether the bars stand, and so follow one another across the sheet.</param>
internal readonly record struct BarPatch(SheetBox Box, double LinesPerMillimetre, bool Standing);

/// <summary>Where the marks of the target sheet stand, layout 1. What prints it and what grades it go by this alone.</summary>
/// <remarks>
/// All lengths are millimetres from the middle of the sheet, to the right and down, so that A4 and Letter carry the same marks. They keep within what a sheet pulled in ten degrees
/// askew still shows. A change that moves a mark is a new layout with a number of its own: sheets are used for years.
/// </remarks>
internal static class TargetLayout
{
    public const double DiscRadius = 2.5;
    public const double CodeSide = 32;

    /// <summary>Upper left corners of the code, which stands twice so that a crease or a thumb leaves one.</summary>
    public static readonly IReadOnlyList<(double Left, double Top)> Codes = [(-80, -125), (48, 93)];

    /// <summary>Middles of the discs that show resolution, lean and stretch: 50 mm apart down the sides and 150 mm across. Two more at the top tell it from the bottom.</summary>
    public static readonly IReadOnlyList<(double X, double Y)> Discs =
    [
        (-75, -75), (-75, -25), (-75, 25), (-75, 75), (-75, 125),
        (75, -125), (75, -75), (75, -25), (75, 25), (75, 75),
        (0, -125), (37.5, -125),
    ];

    // Ten patches of falling ink from left to right; white paper is the eleventh grey.
    private const int GreyPatches = 10;
    private const double GreyWidth = 13.5;
    private const double GreyHeight = 15;
    private const double GreyTop = -60;

    private const double BarSide = 10;
    private const double BarPitch = 17;
    private const double StandingTop = 18;
    private const double LyingTop = 34;

    /// <summary>Patches by the share of ink: black first.</summary>
    public static readonly IReadOnlyList<(SheetBox Box, double Ink)> Greys = [.. Enumerable.Range(0, GreyPatches).Select(i =>
        (new SheetBox((i - GreyPatches / 2.0) * GreyWidth, GreyTop, GreyWidth, GreyHeight), 1 - (double)i / GreyPatches))];

    // 300 pixels per inch hold 5.9 line pairs per millimetre at most, 200 hold 3.9; an office's printer draws 6 with two of its dots a bar.
    private static readonly double[] Lines = [1, 1.5, 2, 2.5, 3, 4, 5, 6];

    /// <summary>From coarse to fine, those that stand first.</summary>
    public static readonly IReadOnlyList<BarPatch> Bars = [.. RowOf(StandingTop, standing: true), .. RowOf(LyingTop, standing: false)];

    /// <summary>Middles of three white bands through the whole width of the sheet.</summary>
    public static readonly IReadOnlyList<double> Bands = [-85.5, 0, 85.5];

    /// <summary>Height of a band; what is printed keeps another millimetre away.</summary>
    public const double BandHeight = 10;

    /// <summary>Places along the bands that are compared with one another.</summary>
    public static readonly IReadOnlyList<double> WhitePlaces = [-90, -60, -30, 0, 30, 60, 90];

    private static IEnumerable<BarPatch> RowOf(double top, bool standing) =>
        Lines.Select((lines, i) => new BarPatch(new((i - Lines.Length / 2.0) * BarPitch + (BarPitch - BarSide) / 2, top, BarSide, BarSide), lines, standing));
}
