namespace OfficeNode.Capture.Looks;

/// <summary>From which numbers on a page's quality is worth a warning. An office may set its own.</summary>
public sealed record QualityThresholds
{
    /// <summary>Dots per inch, at least. Default 295: 300 is what PATENTSCOPE takes and the reading machine was trained on; scanners round.</summary>
    public double LeastDpi { get; init; } = 295;

    /// <summary>Grey of the paper, at least. Default 150: recycled and coloured office paper scans at 180 and more, a lid left open or a worn lamp far below.</summary>
    public double DarkestPaper { get; init; } = 150;

    /// <summary>Share of ink, at most. Default 0.35: dense print covers 0.1 to 0.15, a full-page drawing 0.25; above it the threshold of the scanner has swallowed paper.</summary>
    public double MostInk { get; init; } = 0.35;

    /// <summary>Greys between paper and ink, at least. Default 70: below it the reading machine takes strokes for grain; pencil has 80.</summary>
    public double LeastContrast { get; init; } = 70;

    /// <summary>Millimetres in which ink turns into paper, at most. Default 0.42: five pixels at 300 dots per inch, as wide as a stroke of 10-point type.</summary>
    public double WidestEdge { get; init; } = 0.42;

    /// <summary>Degrees, at most. Default 3: beyond it the corners of a full page are lost when it is straightened, and feeders that pull so crooked crease paper.</summary>
    public double MostSkew { get; init; } = 3;

    /// <summary>Lines through the whole page, at most. Default 0: one is dust on the glass, and will be on every page that follows.</summary>
    public int MostStreaks { get; init; }

    /// <summary>Specks per square centimetre of empty paper, at most. Default 5: a clean copy has none, a good copy of a copy one or two.</summary>
    public double MostSpecks { get; init; } = 5;

    /// <summary>What is demanded of the target sheet besides.</summary>
    public TargetThresholds Target { get; init; } = new();
}
