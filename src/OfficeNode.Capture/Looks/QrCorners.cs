namespace OfficeNode.Capture.Looks;

/// <summary>Tells whether the square corners of a QR code stand on a page, by their widths of 1, 1, 3, 1, 1 across and down, at any turn.</summary>
internal static class QrCorners
{
    private const double Tolerance = 0.6;   // of a module
    private const int LeastModule = 2;      // pixels, times seven across the corner

    // A letter with a dot in a frame may look like one corner; a code has three.
    private const int LeastCorners = 2;

    public static bool Stand(GreyPage page, int threshold)
    {
        var corners = new List<(int X, int Y)>();
        for (var y = 0; y < page.Height; y += 2)
        {
            foreach (var x in Middles(page, y, threshold))
            {
                if (IsCornerDown(page, x, y, threshold) && !corners.Exists(corner => Math.Abs(corner.X - x) + Math.Abs(corner.Y - y) < 7 * LeastModule))
                {
                    corners.Add((x, y));
                }
            }

            if (corners.Count >= LeastCorners)
            {
                return true;
            }
        }

        return false;
    }

    private static List<int> Middles(GreyPage page, int y, int threshold)
    {
        var row = page.Row(y);
        var middles = new List<int>();
        Span<int> starts = stackalloc int[6];
        var dark = false;
        for (var x = 0; x < row.Length; x++)
        {
            if (row[x] < threshold == dark)
            {
                continue;
            }

            starts[1..].CopyTo(starts);
            starts[5] = x;
            if (dark && Fits(starts))
            {
                middles.Add((starts[2] + starts[3]) / 2);
            }

            dark = !dark;
        }

        return middles;
    }

    private static bool Fits(ReadOnlySpan<int> starts)
    {
        var module = (starts[5] - starts[0]) / 7.0;
        if (module < LeastModule || starts[0] == 0)
        {
            return false;
        }

        for (var run = 0; run < 5; run++)
        {
            var (length, wanted) = (starts[run + 1] - starts[run], run == 2 ? 3 : 1);
            if (Math.Abs(length - wanted * module) > Tolerance * module * (run == 2 ? 1.5 : 1))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsCornerDown(GreyPage page, int x, int y, int threshold)
    {
        Span<int> up = stackalloc int[3];
        Span<int> down = stackalloc int[3];
        Measure(page, x, y, -1, threshold, up);
        Measure(page, x, y + 1, 1, threshold, down);
        ReadOnlySpan<int> starts = [y - up[0] - up[1] - up[2], y - up[0] - up[1], y - up[0], y + down[0], y + down[0] + down[1], y + down[0] + down[1] + down[2]];
        return Fits(starts);
    }

    /// <summary>Lengths of dark, light and dark from a pixel on.</summary>
    private static void Measure(GreyPage page, int x, int y, int step, int threshold, Span<int> lengths)
    {
        var run = 0;
        for (var at = y; at >= 0 && at < page.Height; at += step)
        {
            if (page.Pixels[at * page.Width + x] < threshold != (run != 1))
            {
                run++;
                if (run == 3)
                {
                    return;
                }
            }

            lengths[run]++;
        }
    }
}
