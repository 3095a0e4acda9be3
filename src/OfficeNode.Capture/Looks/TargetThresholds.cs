namespace OfficeNode.Capture.Looks;

/// <summary>How far a number of the target sheet may go: to <paramref name="Good"/> nothing is said, to <paramref name="Fair"/> it is mentioned, beyond it is a warning.</summary>
public readonly record struct TargetBounds(double Good, double Fair);

/// <summary>From which numbers of a target sheet on something is wrong with the scanner. An office may set its own, once it knows what its scanner and its print give when all is well.</summary>
/// <remarks>Thresholds of pages that hold for a target sheet as well (resolution, lean, streaks, specks) are those of <see cref="QualityThresholds"/>.</remarks>
public sealed record TargetThresholds
{
    /// <summary>Share by which the resolution may differ from what the file says. Default 0.01 and 0.02: printers that heat paper shorten it by up to a hundredth; 290 instead of 300 is 0.033.</summary>
    public TargetBounds Resolution { get; init; } = new(0.01, 0.02);

    /// <summary>Share by which the resolutions across and along may differ from each other. Default 0.01 and 0.02: a printer's own stretch is below the first; beyond the second 6 mm are missing on the long side of A4, or too many.</summary>
    public TargetBounds Stretch { get; init; } = new(0.01, 0.02);

    /// <summary>Millimetres by which a mark may be away from where an even scan puts it. Default 0.5 and 1.</summary>
    public TargetBounds Distortion { get; init; } = new(0.5, 1);

    /// <summary>Grey of the black patch, at most. Default 80 and 110: toner scans at 20 to 60.</summary>
    public TargetBounds Black { get; init; } = new(80, 110);

    /// <summary>Grey of the paper, at least. Default 210 and 180: white office paper scans at 225 and more.</summary>
    public TargetBounds White { get; init; } = new(210, 180);

    /// <summary>Greys told apart, at least, of eleven. Default 8 and 6: printers run the darkest two or three together on paper already.</summary>
    public TargetBounds Steps { get; init; } = new(8, 6);

    /// <summary>Line pairs per millimetre, at least, in the worse direction. Default 3 and 2: strokes of 8-point type are a quarter of a millimetre, two pairs; 300 pixels per inch can hold 5.9.</summary>
    public TargetBounds Lines { get; init; } = new(3, 2);

    /// <summary>Darkest white place over lightest, at least. Default 0.9 and 0.8: below it paper at the edge looks to the reading machine as ink does in the middle.</summary>
    public TargetBounds Evenness { get; init; } = new(0.9, 0.8);
}
