using OfficeNode.Core;

namespace OfficeNode.Capture.Looks;

/// <summary>Finds Patch T, the mark of four bars that scanners and scan programs part batches by.</summary>
/// <remarks>
/// Bars and spaces are 0.08 inch, wide bars 0.20 inch, the mark 0.80 inch across (Kodak, Patch Code Information, A-61599). Patch T is narrow, wide, narrow,
/// wide from the sheet's edge inwards. It is taken in both directions: the other one is Patch 3, which nobody puts into a stack but to part it either.
/// </remarks>
internal sealed class PatchMarks
{
    private const double NarrowMillimetres = 2.03;
    private const double WideInNarrow = 2.5;
    private const int Units = 10;   // two narrow, two wide bars and three spaces, in narrow bars

    // Copies and printers that fit to the page make it smaller or larger.
    private const double Smallest = 0.75;
    private const double Largest = 1.3;

    // Bars are 50 mm long, 19 mm at least; a good half of that must be seen.
    private const double ShortestMillimetres = 12;

    // Marks stand within 94 mm of an edge where any scanner looks for them; sheets of scan programs have them within 50.
    private const double FromEdgeMillimetres = 60;

    // Of the lines that cross a mark, specks and a streak may spoil a fifth, and a few that follow each other.
    private const double LeastLines = 0.8;
    private const int MostGap = 4;

    private readonly GreyPage _page;
    private readonly double _unit;
    private readonly double _pixels;
    private readonly int _threshold;

    private PatchMarks(GreyPage page, double dpi, int threshold)
    {
        _page = page;
        _pixels = dpi / 25.4;
        _unit = NarrowMillimetres * _pixels;
        _threshold = threshold;
    }

    /// <summary>The boxes of all marks, on a page of about 75 dots per inch.</summary>
    public static IReadOnlyList<PixelBox> Find(GreyPage page, double dpi, int threshold)
    {
        var marks = new PatchMarks(page, dpi, threshold);
        return [.. marks.Along(page.Height, page.Width, lying: false), .. marks.Along(page.Width, page.Height, lying: true)];
    }

    /// <summary>A place in a line where the four bars stand.</summary>
    private readonly record struct Hit(int Start, int End);

    /// <summary>A mark that grows from line to line.</summary>
    private sealed class Growing
    {
        public required int FirstLine { get; init; }

        public required int Start { get; set; }

        public required int End { get; set; }

        public int Lines { get; set; }

        public int LastLine { get; set; }

        public Hit Last { get; set; }
    }

    private List<PixelBox> Along(int lines, int length, bool lying)
    {
        var (growing, found) = (new List<Growing>(), new List<PixelBox>());
        var line = new byte[length];
        for (var i = 0; i < lines; i++)
        {
            Take(i, line, lying);
            Harvest(growing, found, i - MostGap, lying);
            foreach (var hit in Hits(line))
            {
                Join(growing, hit, i);
            }
        }

        Harvest(growing, found, lines, lying);
        return found;
    }

    /// <summary>Takes away what has not grown since a line, and keeps what is long enough. Hatched drawings begin thousands that end at once.</summary>
    private void Harvest(List<Growing> growing, List<PixelBox> found, int since, bool lying)
    {
        foreach (var mark in growing.Where(mark => mark.LastLine < since))
        {
            var depth = mark.LastLine - mark.FirstLine + 1;
            if (depth >= ShortestMillimetres * _pixels && mark.Lines >= LeastLines * depth)
            {
                found.Add(lying
                    ? new(mark.FirstLine, mark.Start, depth, mark.End - mark.Start)
                    : new(mark.Start, mark.FirstLine, mark.End - mark.Start, depth));
            }
        }

        growing.RemoveAll(mark => mark.LastLine < since);
    }

    private void Take(int index, byte[] line, bool lying)
    {
        for (var i = 0; i < line.Length; i++)
        {
            line[i] = lying ? _page.Pixels[i * _page.Width + index] : _page.Pixels[index * _page.Width + i];
        }
    }

    private static void Join(List<Growing> growing, Hit hit, int line)
    {
        // At ten degrees a bar moves by a fifth of a pixel a line; blur adds one.
        var mark = growing.Find(mark => line - mark.LastLine <= MostGap && Math.Abs(mark.Last.Start - hit.Start) <= 2 && Math.Abs(mark.Last.End - hit.End) <= 2);
        if (mark is null)
        {
            growing.Add(mark = new() { FirstLine = line, Start = hit.Start, End = hit.End });
        }

        (mark.LastLine, mark.Last, mark.Lines) = (line, hit, mark.Lines + 1);
        (mark.Start, mark.End) = (Math.Min(mark.Start, hit.Start), Math.Max(mark.End, hit.End));
    }

    /// <summary>Where in a line runs of dark and light have the widths of the mark, light before and behind.</summary>
    private List<Hit> Hits(byte[] line)
    {
        const int Runs = 9;   // light, four bars with three spaces, light
        var hits = new List<Hit>();
        Span<int> starts = stackalloc int[Runs + 1];
        var (count, dark) = (0, line[0] < _threshold);
        for (var x = 0; x <= line.Length; x++)
        {
            if (x > 0 && x < line.Length && line[x] < _threshold == dark)
            {
                continue;
            }

            starts[1..].CopyTo(starts);
            starts[Runs] = x;
            count++;
            var endsLight = x == line.Length ? !dark : x > 0 && !dark;
            if (count > Runs && endsLight && IsMark(starts) && IsNearEdge(starts[1], starts[Runs - 1], line.Length))
            {
                hits.Add(new(starts[1], starts[Runs - 1]));
            }

            dark = x < line.Length && line[x] < _threshold;
        }

        return hits;
    }

    private bool IsMark(ReadOnlySpan<int> starts)
    {
        var unit = (starts[8] - starts[1]) / (double)Units;
        if (unit < Smallest * _unit || unit > Largest * _unit || starts[1] - starts[0] < unit * 0.8 || starts[9] - starts[8] < unit * 0.8)
        {
            return false;
        }

        var forward = true;
        var backward = true;
        for (var run = 1; run < 8; run++)
        {
            var units = (starts[run + 1] - starts[run]) / unit;
            forward &= Fits(units, run is 3 or 7);
            backward &= Fits(units, run is 1 or 5);
        }

        return forward || backward;
    }

    private static bool Fits(double units, bool wide) => wide ? Math.Abs(units - WideInNarrow) < 0.55 : Math.Abs(units - 1) < 0.45;

    private bool IsNearEdge(int start, int end, int length) => Math.Min(start, length - end) <= FromEdgeMillimetres * _pixels;
}
