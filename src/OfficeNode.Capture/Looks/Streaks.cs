namespace OfficeNode.Capture.Looks;

/// <summary>Lines that run through the whole page exactly along its rows or columns, as dust on the glass of a feeder draws them.</summary>
internal sealed class Streaks
{
    // Rules of tables end at the margins; dust does not know them. A streak is judged where paper lies on both sides of it, and needs half a page of that.
    private const double LeastShare = 0.93;
    private const double LeastVisible = 0.5;

    // Dust and its blur: wider things are borders of paper or bars.
    private const double WidestMillimetres = 1.0;

    // Border of the sheet against the glass.
    private const double BorderMillimetres = 4;

    // Dust may be lighter than any writing, but not as light as grain.
    private const int LeastContrast = 24;
    private const double Grains = 4;

    private readonly bool[] _columns;
    private readonly bool[] _rows;

    private Streaks(bool[] columns, bool[] rows, int count)
    {
        _columns = columns;
        _rows = rows;
        Count = count;
    }

    public int Count { get; }

    /// <summary>Middles of those that stand.</summary>
    public IEnumerable<double> Standing => Spans(_columns).Select(span => (span.First + span.Last + 1) / 2.0);

    public static Streaks Of(WorkingPage scale, Paper paper)
    {
        var (page, contrast) = (scale.Darkest, Math.Clamp((int)(Grains * paper.Grain), LeastContrast, byte.MaxValue));
        var reach = Math.Max(2, scale.Pixels(WidestMillimetres));
        var border = scale.Pixels(BorderMillimetres);
        var (columns, rows) = (new StreakSights(page.Width, reach, contrast), new Sight[page.Height]);
        for (var y = 0; y < page.Height; y++)
        {
            columns.TakeRow(page.Row(y), paper.TilesOfRow(y));
            if (y >= reach && y < page.Height - reach)
            {
                rows[y] = StreakSights.Along(page.Row(y), page.Row(y - reach), page.Row(y + reach), contrast, paper.TilesOfRow(y));
            }
        }

        var (across, down) = (Lines(columns.Sum(), page.Height, border, out var standing), Lines(rows, page.Width, border, out var lying));
        return new(across, down, standing + lying);
    }

    /// <summary>Whether a run lies in a streak.</summary>
    public bool Covers(InkRun run) => _rows[run.Y] || (_columns[run.Left] && _columns[run.Right]);

    /// <summary>The page with its streaks filled from both sides.</summary>
    public GreyPage Repair(GreyPage page)
    {
        var pixels = (byte[])page.Pixels.Clone();
        foreach (var (first, last) in Spans(_columns))
        {
            for (var y = 0; y < page.Height; y++)
            {
                Fill(pixels, y * page.Width + first, y * page.Width + last, 1);
            }
        }

        foreach (var (first, last) in Spans(_rows))
        {
            for (var x = 0; x < page.Width; x++)
            {
                Fill(pixels, first * page.Width + x, last * page.Width + x, page.Width);
            }
        }

        return new(pixels, page.Width, page.Height);
    }

    private static IEnumerable<(int First, int Last)> Spans(bool[] found)
    {
        for (var i = 1; i < found.Length - 1; i++)
        {
            if (found[i] && !found[i - 1])
            {
                yield return (i, Array.IndexOf(found, false, i) - 1);
            }
        }
    }

    private static void Fill(byte[] pixels, int first, int last, int step)
    {
        var (before, behind, steps) = (pixels[first - step], pixels[last + step], (last - first) / step + 2);
        for (var i = 1; i < steps; i++)
        {
            pixels[first + (i - 1) * step] = (byte)(before + (behind - before) * i / steps);
        }
    }

    private static bool[] Lines(Sight[] sights, int length, int border, out int lines)
    {
        var found = new bool[sights.Length];
        lines = 0;
        for (var i = border; i < sights.Length - border; i++)
        {
            if (sights[i].Visible >= length * LeastVisible && sights[i].Dark >= sights[i].Visible * LeastShare)
            {
                lines += found[i - 1] ? 0 : 1;

                // Its blurred flanks belong to it.
                found[i - 1] = found[i] = found[i + 1] = true;
            }
        }

        return found;
    }
}
