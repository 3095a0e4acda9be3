using System.Globalization;
using OfficeNode.Capture.Looks;

namespace OfficeNode.Host.Settings;

/// <summary>What thresholds of quality may be: what a page or a target sheet can measure at all. The table of them is in docs/scanning.md.</summary>
internal static class ThresholdCheck
{
    private const int WhitestGrey = 255;

    // The finest that office scanners give, and the finest that a threshold is of use for.
    private const int MostDpi = 1_200;

    // Beyond it the other side of the page is the level one.
    private const int MostDegrees = 45;

    // Half a pixel at 300 dots per inch, and a letter's height: an edge is neither sharper nor wider.
    private const double LeastEdge = 0.05;
    private const double MostEdge = 5;

    // More lines or specks than these are no dust: such a page is ink from edge to edge.
    private const int MostLines = 1_000;
    private const int MostSpecks = 10_000;

    // Discs at the sides of the sheet are so far apart: what is further away is the next one. Then its greys, and twice the line pairs that 300 dots per inch can hold.
    private const int MostMillimetres = 50;
    private const int Greys = 11;
    private const int MostLinePairs = 12;

    /// <exception cref="SettingsException">Names the file, the setting, what it is and what it may be.</exception>
    public static void Run(QualityThresholds quality, string file)
    {
        foreach (var (name, value, least, most) in Pages(quality))
        {
            SettingsCheck.Demand(value >= least && value <= most, file, $"quality.{name}", value, string.Create(CultureInfo.InvariantCulture, $"{least} to {most}"));
        }

        foreach (var (name, bounds, most, rises) in Target(quality.Target))
        {
            var (lower, upper) = rises ? (bounds.Good, bounds.Fair) : (bounds.Fair, bounds.Good);
            SettingsCheck.Demand(
                lower >= 0 && lower <= upper && upper <= most,
                file,
                $"quality.target.{name}",
                string.Create(CultureInfo.InvariantCulture, $"good {bounds.Good}, fair {bounds.Fair}"),
                string.Create(CultureInfo.InvariantCulture, $"both, 0 to {most}, and good no {(rises ? "more" : "less")} than fair"));
        }
    }

    private static (string Name, double Value, double Least, double Most)[] Pages(QualityThresholds quality) =>
    [
        ("leastDpi", quality.LeastDpi, 0, MostDpi),
        ("darkestPaper", quality.DarkestPaper, 0, WhitestGrey),
        ("mostInk", quality.MostInk, 0, 1),
        ("leastContrast", quality.LeastContrast, 0, WhitestGrey),
        ("widestEdge", quality.WidestEdge, LeastEdge, MostEdge),
        ("mostSkew", quality.MostSkew, 0, MostDegrees),
        ("mostStreaks", quality.MostStreaks, 0, MostLines),
        ("mostSpecks", quality.MostSpecks, 0, MostSpecks),
    ];

    private static (string Name, TargetBounds Bounds, double Most, bool Rises)[] Target(TargetThresholds target) =>
    [
        ("resolution", target.Resolution, 1, true),
        ("stretch", target.Stretch, 1, true),
        ("distortion", target.Distortion, MostMillimetres, true),
        ("black", target.Black, WhitestGrey, true),
        ("white", target.White, WhitestGrey, false),
        ("steps", target.Steps, Greys, false),
        ("lines", target.Lines, MostLinePairs, false),
        ("evenness", target.Evenness, 1, false),
    ];
}
