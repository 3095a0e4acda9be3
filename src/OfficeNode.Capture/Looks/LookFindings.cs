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
}
