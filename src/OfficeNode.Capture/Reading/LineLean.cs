using OfficeNode.Capture.Native;
using OfficeNode.Capture.Workers;

namespace OfficeNode.Capture.Reading;

/// <summary>How the lines of a page lie.</summary>
/// <param name="Degrees">How far it must be turned clockwise for them to lie level.</param>
/// <param name="Confidence">How much better that angle is than the worst; below <see cref="LeastConfidence"/> there are no lines.</param>
/// <param name="Score">How sharply rows with ink follow rows without.</param>
internal readonly record struct LineLean(double Degrees, double Confidence, double Score)
{
    // Leptonica's own MinAllowedConfidence.
    private const double LeastConfidence = 3;

    // Tesseract follows lines that lean less by itself, and turning blurs.
    private const double LeastDegrees = 0.3;

    // Paper in a feeder leans up to some degrees. What leans more is drawn or meant so, and is left alone.
    private const float MostDegrees = 10;
    private const float Step = 1;
    private const float LeastStep = 0.01f;
    private const int SweepReduction = 4;
    private const int SearchReduction = 2;

    // Between lines of writing and the accidental rows across them lie factors of five and more; stripes of a bar code come with less confidence.
    private const double ClearlyMore = 2;
    private const double SurelyMore = 1.5;

    public static LineLean Of(PixHandle page) =>
        LeptonicaCleanUp.FindSkew(page, out var degrees, out var confidence, out var score, SweepReduction, SearchReduction, 0, MostDegrees, Step, LeastStep) == 0
            ? new(degrees, confidence, score)
            : default;

    /// <summary>Whether lines run upwards or downwards, as on a page that lies on its side; and how they lie once it is turned by a quarter to the right.</summary>
    public static (bool Sideways, LineLean Lean) Find(PixHandle page)
    {
        var level = Of(page);
        using var turned = PixSteps.Checked(Leptonica.Rotate(page, 1));
        var upward = turned is null ? default : Of(turned);
        var sideways = upward.Score > ClearlyMore * level.Score && upward.Confidence > SurelyMore * level.Confidence;
        return (sideways, sideways ? upward : level);
    }

    /// <summary>What is to be taken out before reading; 0 where there are no lines or they lie level enough.</summary>
    public double Correction => Confidence >= LeastConfidence && Math.Abs(Degrees) is >= LeastDegrees and <= MostDegrees ? Degrees : 0;
}
