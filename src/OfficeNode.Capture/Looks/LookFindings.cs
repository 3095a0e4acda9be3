namespace OfficeNode.Capture.Looks;

/// <summary>The ids of what is found by looking at pages; each has its text in <c>LookFindings.resx</c>.</summary>
public static class LookFindings
{
    /// <summary>Information: zbar is not installed, so that separator sheets are not recognised.</summary>
    public const string NoCodeReader = "LOOK-NO-CODE-READER";

    /// <summary>The page was decoded but cannot be looked at.</summary>
    public const string NotSeen = "LOOK-NOT-SEEN";

    /// <summary>Warning: fewer dots per inch than reading and publishing need.</summary>
    public const string Resolution = "LOOK-RESOLUTION";

    /// <summary>Warning: the paper is grey, or most of the page is ink.</summary>
    public const string TooDark = "LOOK-TOO-DARK";

    /// <summary>Warning: the writing hardly differs from the paper.</summary>
    public const string TooLight = "LOOK-TOO-LIGHT";

    /// <summary>Warning: edges of the writing are soft.</summary>
    public const string Blurred = "LOOK-BLURRED";

    /// <summary>Warning: lines lean more than is taken out without loss.</summary>
    public const string Leaning = "LOOK-LEANING";

    /// <summary>Warning: writing runs out of the picture.</summary>
    public const string Clipped = "LOOK-CLIPPED";

    /// <summary>Warning: lines run through the whole page, as dust on the glass draws them.</summary>
    public const string Streaks = "LOOK-STREAKS";

    /// <summary>Warning: many specks.</summary>
    public const string Specks = "LOOK-SPECKS";

    /// <summary>Warning: a target sheet whose marks are not found, or of another layout.</summary>
    public const string TargetNotGraded = "LOOK-TARGET-NOT-GRADED";

    /// <summary>Pixels per inch are others than the file says.</summary>
    public const string TargetResolution = "LOOK-TARGET-RESOLUTION";

    /// <summary>Pixels per inch across and along differ.</summary>
    public const string TargetStretch = "LOOK-TARGET-STRETCH";

    /// <summary>The scan is not even along the paper.</summary>
    public const string TargetDistortion = "LOOK-TARGET-DISTORTION";

    /// <summary>Greys run together.</summary>
    public const string TargetSteps = "LOOK-TARGET-STEPS";

    /// <summary>Black is grey.</summary>
    public const string TargetBlack = "LOOK-TARGET-BLACK";

    /// <summary>White is grey.</summary>
    public const string TargetWhite = "LOOK-TARGET-WHITE";

    /// <summary>Fine bars run together.</summary>
    public const string TargetLines = "LOOK-TARGET-LINES";

    /// <summary>The light does not fall evenly.</summary>
    public const string TargetEvenness = "LOOK-TARGET-EVENNESS";

    /// <summary>Warning: lines run down the picture, however faint.</summary>
    public const string TargetStreaks = "LOOK-TARGET-STREAKS";

    /// <summary>Information: the office wants a target sheet in the first batch of the day, and there is none.</summary>
    public const string TargetMissing = "LOOK-TARGET-MISSING";
}
