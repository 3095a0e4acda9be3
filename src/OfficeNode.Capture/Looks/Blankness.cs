namespace OfficeNode.Capture.Looks;

/// <summary>Judges whether a page holds nothing that a person would want to keep. In doubt it does: a blank page that is shown costs a glance, a note that is folded away may be lost.</summary>
internal sealed class Blankness
{
    // The figure of a page number in 8 points is 1.9 mm high; specks, hairs and staples' shadows are smaller or thinner.
    private const double LeastLength = 1.7;

    // Strokes this long count once three of them stand near each other: a faint stamp that the scan has broken up.
    private const double FragmentLength = 0.6;
    private const double Neighbourhood = 20;
    private const int LeastFragments = 8;

    // Where fragments lie everywhere alike they are grain of the copy, not writing: the fullest square must stand out by this.
    private const int TimesTheTypical = 6;

    // Punch holes of all makes, their shadow included, and how far from the edge they lie.
    private const double SmallestHole = 3.5;
    private const double LargestHole = 9;
    private const double HoleFromEdge = 25;

    // What is darker than its paper by that much is no show-through, however soft.
    private const int SurelyInk = 100;

    // Paper of that grey is a picture or a lid left open; either is for a person to see.
    private const int DarkestPaper = 110;

    // Pixels in which the ink of pen, pencil and stamp turns into paper; what shines through paper has twice as many.
    private const double SoftEdge = 2.0;

    private readonly GreyPage _page;
    private readonly WorkingPage _scale;
    private readonly Paper _paper;
    private readonly InkParts _ink;
    private readonly Streaks _streaks;

    public Blankness(GreyPage page, WorkingPage scale, Paper paper, InkParts ink, Streaks streaks)
    {
        _page = page;
        _scale = scale;
        _paper = paper;
        _ink = ink;
        _streaks = streaks;
    }

    /// <summary>Judges.</summary>
    public bool IsBlank()
    {
        var counts = Candidates();
        if (counts.Length == 0)
        {
            return !IsCovered();
        }

        var sharp = Sharp(counts);
        return !sharp.Any(part => part.Longer >= _scale.Pixels(LeastLength)) && !HasCluster(sharp) && !IsCovered();
    }

    /// <summary>Indices of the parts that may be writing by size and place.</summary>
    private int[] Candidates()
    {
        var inStreaks = new int[_ink.Parts.Length];
        foreach (var run in _ink.Runs)
        {
            inStreaks[run.Part] += _streaks.Covers(run) ? run.Right - run.Left + 1 : 0;
        }

        var least = _scale.Pixels(FragmentLength);
        return [.. Enumerable.Range(0, _ink.Parts.Length).Where(i =>
            _ink.Parts[i] is var part && part.Longer >= least && inStreaks[i] * 2 < part.Area && !TouchesEdge(part) && !IsHole(part) && !IsEdgeOfSheet(part))];
    }

    /// <summary>A photograph that fills the sheet touches its edges, as a dark border does; but it leaves no paper.</summary>
    private bool IsCovered() => _paper.Level < DarkestPaper || _ink.Pixels > 0.5 * _page.Width * _page.Height;

    private bool TouchesEdge(InkPart part) => part.Left <= 1 || part.Top <= 1 || part.Right >= _page.Width - 2 || part.Bottom >= _page.Height - 2;

    /// <summary>A disc or ring of the size of a punch hole, near an edge.</summary>
    private bool IsHole(InkPart part)
    {
        var near = _scale.Pixels(HoleFromEdge);
        var isNear = part.Left < near || part.Top < near || part.Right > _page.Width - near || part.Bottom > _page.Height - near;
        return isNear && part.Longer >= _scale.Pixels(SmallestHole) && part.Longer <= _scale.Pixels(LargestHole)
            && part.Shorter >= 0.85 * part.Longer && part.Area >= 0.68 * part.Width * part.Height && part.Area <= 0.88 * part.Width * part.Height;
    }

    /// <summary>The shadow of the sheet's own edge, or a fold: a thin line along a whole side, near it.</summary>
    private bool IsEdgeOfSheet(InkPart part)
    {
        var (near, thin) = (_scale.Pixels(15), _scale.Pixels(1.5));
        var standing = part.Height > part.Width;
        var (length, side) = standing ? (part.Height, _page.Height) : (part.Width, _page.Width);
        var atSide = standing ? part.Right < near || part.Left > _page.Width - near : part.Bottom < near || part.Top > _page.Height - near;
        return atSide && length > side / 2 && part.Area / length <= thin && part.Shorter <= thin + length / 20;
    }

    /// <summary>Parts whose edges are those of ink on this side of the paper.</summary>
    private List<InkPart> Sharp(int[] candidates)
    {
        var number = new int[_ink.Parts.Length];
        Array.Fill(number, -1);
        for (var i = 0; i < candidates.Length; i++)
        {
            number[candidates[i]] = i;
        }

        var (depths, slopes) = (new Highest[candidates.Length], new Highest[candidates.Length]);
        foreach (var run in _ink.Runs.Where(run => number[run.Part] >= 0))
        {
            Measure(run, ref depths[number[run.Part]], ref slopes[number[run.Part]]);
        }

        return [.. candidates.Select((part, i) => (Part: _ink.Parts[part], Depth: depths[i].Value, Slope: slopes[i].Value))
            .Where(seen => seen.Depth >= SurelyInk || seen.Depth < SoftEdge * seen.Slope)
            .Select(seen => seen.Part)];
    }

    private void Measure(InkRun run, ref Highest depth, ref Highest slope)
    {
        var row = _page.Row(run.Y);
        var next = _page.Row(Math.Min(run.Y + 1, _page.Height - 1));
        var before = _page.Row(Math.Max(run.Y - 1, 0));
        for (var x = run.Left; x <= run.Right; x++)
        {
            var here = row[x];
            depth.Take(_paper.At(x, run.Y) - here);
            var across = Math.Max(Math.Abs(here - row[Math.Max(x - 1, 0)]), Math.Abs(here - row[Math.Min(x + 1, row.Length - 1)]));
            slope.Take(Math.Max(across, Math.Max(Math.Abs(here - next[x]), Math.Abs(here - before[x]))));
        }
    }

    /// <summary>Whether fragments crowd at one place.</summary>
    private bool HasCluster(List<InkPart> parts)
    {
        var square = _scale.Pixels(Neighbourhood);
        var (across, down) = (_page.Width / square + 2, _page.Height / square + 2);

        // Two grids, the second moved by half a square: no cluster lies on the borders of both.
        var fullest = 0;
        var all = new List<int>();
        foreach (var offset in new[] { 0, square / 2 })
        {
            var counts = new int[across * down];
            foreach (var part in parts)
            {
                counts[(part.Top + offset) / square * across + (part.Left + offset) / square]++;
            }

            fullest = Math.Max(fullest, counts.Max());
            all.AddRange(counts);
        }

        all.Sort();
        return fullest >= LeastFragments + TimesTheTypical * all[all.Count / 2];
    }

    /// <summary>Nearly the highest of many values: the third, so that a speck within a soft shadow does not make it sharp.</summary>
    private struct Highest
    {
        private int _first;
        private int _second;
        private int _third;

        public readonly int Value => _third > 0 ? _third : _first;

        public void Take(int value)
        {
            if (value > _first)
            {
                (_first, _second, _third) = (value, _first, _second);
            }
            else if (value > _second)
            {
                (_second, _third) = (value, _second);
            }
            else if (value > _third)
            {
                _third = value;
            }
        }
    }
}
