namespace OfficeNode.Capture;

/// <summary>How large a preview of a page is. None is larger than the page itself.</summary>
public enum PreviewSize
{
    /// <summary>For a sheet of many pages: enough to tell them apart and to see which way up they lie.</summary>
    Thumbnail,

    /// <summary>For a page beside its form: writing of 7 points is readable on A4.</summary>
    Screen,

    /// <summary>For a page that somebody looks at closely: every pixel of A4 and A3 at 300 dots per inch.</summary>
    Full,
}

/// <summary>The sizes of previews in pixels.</summary>
public static class PreviewSizes
{
    /// <summary>
    /// Pixels of the longer side at most. A thumbnail has 240: six in a row beside the list of batches on a screen 1,280 wide. A page beside its form has 1,600: twice the height of that screen, so
    /// that a page zoomed to a field stays sharp. The largest has 5,000: A3 at 300 dots per inch has 4,961, and a browser holds 70 MB for it.
    /// </summary>
    public static int LongestSide(this PreviewSize size) => size switch
    {
        PreviewSize.Thumbnail => 240,
        PreviewSize.Screen => 1_600,
        _ => 5_000,
    };
}
