namespace OfficeNode.Capture.Looks;

/// <summary>Finds the sides at which writing runs out of the frame.</summary>
internal static class ClippedSides
{
    // Letters of a line, of any size that office paper has. Borders are longer, dust is smaller.
    private const double SmallestMillimetres = 0.8;
    private const double LargestMillimetres = 12;

    // A stain or the corner of a label touches alone; a column of writing that is cut touches with every line.
    private const int LeastLetters = 3;

    public static IReadOnlyList<string> Of(InkParts ink, GreyPage page, WorkingPage scale)
    {
        var (left, top, right, bottom) = (0, 0, 0, 0);
        var (smallest, largest) = (scale.Pixels(SmallestMillimetres), scale.Pixels(LargestMillimetres));
        foreach (var part in ink.Parts)
        {
            if (part.Longer < smallest || part.Longer > largest || part.Shorter * 2 < smallest)
            {
                continue;
            }

            left += part.Left == 0 ? 1 : 0;
            top += part.Top == 0 ? 1 : 0;
            right += part.Right == page.Width - 1 ? 1 : 0;
            bottom += part.Bottom == page.Height - 1 ? 1 : 0;
        }

        return [.. new[] { ("left", left), ("top", top), ("right", right), ("bottom", bottom) }.Where(side => side.Item2 >= LeastLetters).Select(side => side.Item1)];
    }
}
