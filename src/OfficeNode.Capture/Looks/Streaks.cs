namespace OfficeNode.Capture.Looks;

/// <summary>Lines that run through the whole page exactly along its rows or columns, as dust on the glass of a feeder draws them.</summary>
internal sealed class Streaks
{
    // Rules of tables end at the margins; dust does not know them. Where a streak crosses ink it cannot be seen, hence not the whole.
    private const double LeastShare = 0.85;

    // Dust and its blur: wider things are borders of paper or bars.
    private const double WidestMillimetres = 1.0;

    // Border of the sheet against the glass.
    private const double BorderMillimetres = 4;

    private readonly bool[] _columns;
    private readonly bool[] _rows;

    private Streaks(bool[] columns, bool[] rows, int count)
    {
        _columns = columns;
        _rows = rows;
        Count = count;
    }

    public int Count { get; }

    public static Streaks Of(GreyPage page, WorkingPage scale, int contrast)
    {
        var reach = Math.Max(2, scale.Pixels(WidestMillimetres));
        var border = scale.Pixels(BorderMillimetres);
        var (columns, rows) = (new int[page.Width], new int[page.Height]);
        for (var y = 0; y < page.Height; y++)
        {
            CountColumns(page.Row(y), reach, contrast, columns);
            if (y >= reach && y < page.Height - reach)
            {
                rows[y] = CountRow(page.Row(y), page.Row(y - reach), page.Row(y + reach), contrast);
            }
        }

        var (across, down) = (Lines(columns, page.Height, border, out var standing), Lines(rows, page.Width, border, out var lying));
        return new(across, down, standing + lying);
    }

    /// <summary>Whether a run lies in a streak.</summary>
    public bool Covers(InkRun run) => _rows[run.Y] || (_columns[run.Left] && _columns[run.Right]);

    private static void CountColumns(ReadOnlySpan<byte> row, int reach, int contrast, int[] columns)
    {
        for (var x = reach; x < row.Length - reach; x++)
        {
            var darker = row[x] + contrast;
            columns[x] += darker < row[x - reach] && darker < row[x + reach] ? 1 : 0;
        }
    }

    private static int CountRow(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, ReadOnlySpan<byte> below, int contrast)
    {
        var dark = 0;
        for (var x = 0; x < row.Length; x++)
        {
            var darker = row[x] + contrast;
            dark += darker < above[x] && darker < below[x] ? 1 : 0;
        }

        return dark;
    }

    private static bool[] Lines(int[] counts, int length, int border, out int lines)
    {
        var found = new bool[counts.Length];
        lines = 0;
        for (var i = border; i < counts.Length - border; i++)
        {
            if (counts[i] >= length * LeastShare)
            {
                lines += found[i - 1] ? 0 : 1;

                // Its blurred flanks belong to it.
                found[i - 1] = found[i] = found[i + 1] = true;
            }
        }

        return found;
    }
}
