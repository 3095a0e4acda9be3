using System.Diagnostics.CodeAnalysis;

namespace OfficeNode.Core;

/// <summary>What a machine sees of a page without reading it: codes, whether there is anything, and how good the picture is. Numbers only; thresholds judge them.</summary>
public sealed record PageLook
{
    /// <summary>Bar codes and marks that were found, from top to bottom.</summary>
    public required IReadOnlyList<FoundCode> Codes { get; init; }

    /// <summary>Whether nothing that a person would want to keep stands on it.</summary>
    public required bool IsBlank { get; init; }

    public required PageQuality Quality { get; init; }

    /// <summary>What a target sheet shows of the scanner; null for every other page, and for a target sheet whose marks were not found.</summary>
    public TargetGrade? Target { get; init; }
}

/// <summary>A bar code or mark on a page.</summary>
/// <param name="Symbology"><c>QR</c>, <c>CODE128</c>, <c>CODE39</c>, or <c>PATCH-T</c>, which has no text.</param>
public sealed record FoundCode(string Symbology, string Text, PixelBox Box)
{
    /// <summary>The symbology of the mark that parts batches and says nothing more.</summary>
    public const string PatchT = "PATCH-T";
}

/// <summary>How good the picture of a page is.</summary>
public sealed record PageQuality
{
    /// <summary>Share of dark pixels on the sheet within its margins, 0 to 1.</summary>
    public required double Ink { get; init; }

    /// <summary>Degrees by which lines lean, above 0 where they fall to the right; null when there is too little writing to tell.</summary>
    public double? Skew { get; init; }

    /// <summary>Grey of the paper, 0 black to 255 white.</summary>
    public required double Paper { get; init; }

    /// <summary>Grey of the ink, 0 to 255; null on a blank page.</summary>
    public double? InkGrey { get; init; }

    /// <summary>How fast ink turns into paper at edges, in greys per pixel; null for one-bit pages, whose edges are all alike, and for blank ones.</summary>
    public double? Sharpness { get; init; }

    /// <summary>Sides of the frame that writing runs out of: any of <c>left top right bottom</c>.</summary>
    public IReadOnlyList<string> Clipped { get; init; } = [];

    /// <summary>Lines that run through the whole page as dust on the glass draws them.</summary>
    public int Streaks { get; init; }

    /// <summary>Where those that stand are, in millimetres from the left side of the picture: the same on many pages is dirt on the glass.</summary>
    /// <remarks>Rows that older programs wrote do not have it, and their reader then sets null.</remarks>
    [AllowNull]
    public IReadOnlyList<double> StreaksAt
    {
        get;
        init => field = value ?? [];
    }

    = [];

    /// <summary>Small specks of one to a few pixels, per square centimetre.</summary>
    public double Specks { get; init; }
}
