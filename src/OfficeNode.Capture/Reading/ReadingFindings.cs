namespace OfficeNode.Capture.Reading;

/// <summary>The ids of what reading finds on pages; each has its text in <c>ReadingFindings.resx</c>.</summary>
public static class ReadingFindings
{
    /// <summary>The worker process ended while reading, twice.</summary>
    public const string Crashed = "READ-CRASHED";

    /// <summary>Reading took longer than allowed, twice.</summary>
    public const string TimedOut = "READ-TIMED-OUT";

    /// <summary>A page of a PDF is left white because its picture cannot be had.</summary>
    public const string PictureMissing = "READ-PICTURE-MISSING";
}
