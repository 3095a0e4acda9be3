namespace OfficeNode.Core;

/// <summary>What a target sheet shows of the scanner that scanned it. Numbers only; thresholds judge them.</summary>
/// <remarks>
/// After ISO 12233 (resolution), ISO 19264-1 and the FADGI guidelines (what is measured of a scanner), but of a sheet from an office's printer, whose own greys, edges and
/// lengths nobody has measured: the numbers show how a scanner changes against itself, not how good it is.
/// </remarks>
public sealed record TargetGrade
{
    /// <summary>Pixels per inch across the picture, from marks of known distance: what the file says of itself does not count.</summary>
    public required double DpiAcross { get; init; }

    /// <summary>Pixels per inch from top to bottom of the picture, which is the way of the paper through a feeder.</summary>
    public required double DpiAlong { get; init; }

    /// <summary>Degrees by which the sheet leans, above 0 where its lines fall to the right; -45 to 45, whichever way up it lies.</summary>
    public required double Skew { get; init; }

    /// <summary>Millimetres by which the mark that lies worst is away from where an even scan would have put it: a feeder that slips.</summary>
    public required double Distortion { get; init; }

    /// <summary>Grey of the black patch, 0 to 255.</summary>
    public required double Black { get; init; }

    /// <summary>Grey of the white paper, 0 to 255.</summary>
    public required double White { get; init; }

    /// <summary>Of the greys printed, from black to paper, how many are told apart; null for a one-bit picture, which has no greys.</summary>
    public int? Steps { get; init; }

    /// <summary>How many greys are printed, paper among them.</summary>
    public required int PrintedSteps { get; init; }

    /// <summary>Line pairs per millimetre of the finest bars that are told apart across the picture; 0 when none are.</summary>
    public required double LinesAcross { get; init; }

    /// <summary>The same from top to bottom.</summary>
    public required double LinesAlong { get; init; }

    /// <summary>The darkest of the white places over the lightest, 0 to 1: light falls evenly at 1.</summary>
    public required double Evenness { get; init; }

    /// <summary>Standard deviation of the greys of white places, at about 150 dots per inch.</summary>
    public required double Noise { get; init; }

    /// <summary>Where lines run down through white places that have nothing else in common: millimetres from the left side of the picture. They are fainter than those that a page of writing shows.</summary>
    public IReadOnlyList<double> Streaks { get; init; } = [];
}

/// <summary>What to think of a scanner after its target sheet.</summary>
public enum TargetVerdict
{
    /// <summary>Scan.</summary>
    Good,

    /// <summary>Scan, and see to it when there is time.</summary>
    Fair,

    /// <summary>See to it before the pages of the day are scanned.</summary>
    Poor,
}
