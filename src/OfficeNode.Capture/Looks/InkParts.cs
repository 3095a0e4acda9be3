namespace OfficeNode.Capture.Looks;

/// <summary>A run of ink in a row.</summary>
internal readonly record struct InkRun(int Y, int Left, int Right, int Part);

/// <summary>Ink that hangs together, corners included.</summary>
internal struct InkPart
{
    public int Left;
    public int Top;
    public int Right;    // the last column
    public int Bottom;   // the last row
    public int Area;

    public readonly int Width => Right - Left + 1;

    public readonly int Height => Bottom - Top + 1;

    public readonly int Longer => Math.Max(Width, Height);

    public readonly int Shorter => Math.Min(Width, Height);
}

/// <summary>The ink of a page: which pixels are darker than the paper around them, in runs, and the runs in parts.</summary>
internal sealed class InkParts
{
    // Ink is what has gone two fifths of the way from paper to the darkest writing: the middle of a thin stroke that the scan has blurred.
    private const double Way = 0.4;

    // Below this, greys are paper: JPEG's blocks and the fibres of recycled paper reach eight to ten.
    private const int LeastContrast = 12;

    // A page of one bit has no grain: of four of its pixels that became one, a single black one counts.
    private const int BilevelContrast = 48;

    // Grain of that many standard deviations is left to one pixel of a page.
    private const double Grains = 5;

    private readonly List<InkRun> _runs = [];
    private readonly List<int> _parents = [];

    private InkParts(int contrast) => Contrast = contrast;

    /// <summary>By how many greys ink is darker than its paper.</summary>
    public int Contrast { get; }

    /// <summary>Pixels of ink.</summary>
    public long Pixels { get; private set; }

    public InkPart[] Parts { get; private set; } = [];

    /// <summary>Row by row, from left to right; <see cref="InkRun.Part"/> is an index of <see cref="Parts"/>.</summary>
    public IReadOnlyList<InkRun> Runs => _runs;

    public static InkParts Of(WorkingPage scale, Paper paper)
    {
        var page = scale.Darkest;
        var contrast = Math.Max(LeastContrast, Math.Max(Grains * paper.Grain, Way * (paper.Level - paper.Darkest)));
        var ink = new InkParts(scale.IsBilevel ? BilevelContrast : (int)contrast);
        var (above, aboveEnd) = (0, 0);
        for (var y = 0; y < page.Height; y++)
        {
            var start = ink._runs.Count;
            ink.FindRuns(page.Row(y), y, paper.TilesOfRow(y));
            ink.Join(above, aboveEnd, start);
            (above, aboveEnd) = (start, ink._runs.Count);
        }

        ink.Gather();
        return ink;
    }

    private void FindRuns(ReadOnlySpan<byte> row, int y, ReadOnlySpan<byte> paper)
    {
        var left = -1;
        for (var x = 0; x < row.Length; x++)
        {
            var isInk = row[x] + Contrast < paper[Paper.TileOf(x)];
            if (isInk && left < 0)
            {
                left = x;
            }
            else if (!isInk && left >= 0)
            {
                Add(y, left, x - 1);
                left = -1;
            }
        }

        if (left >= 0)
        {
            Add(y, left, row.Length - 1);
        }
    }

    private void Add(int y, int left, int right)
    {
        _runs.Add(new(y, left, right, _parents.Count));
        _parents.Add(_parents.Count);
        Pixels += right - left + 1;
    }

    /// <summary>Joins the runs of a row with those of the row above that they touch.</summary>
    private void Join(int above, int aboveEnd, int start)
    {
        for (var i = start; i < _runs.Count && above < aboveEnd; i++)
        {
            while (above < aboveEnd && _runs[above].Right + 1 < _runs[i].Left)
            {
                above++;
            }

            for (var j = above; j < aboveEnd && _runs[j].Left <= _runs[i].Right + 1; j++)
            {
                Unite(_runs[j].Part, _runs[i].Part);
            }
        }
    }

    private void Unite(int one, int other)
    {
        var (first, second) = (Root(one), Root(other));
        _parents[Math.Max(first, second)] = Math.Min(first, second);
    }

    private int Root(int part)
    {
        while (_parents[part] != part)
        {
            part = _parents[part] = _parents[_parents[part]];
        }

        return part;
    }

    private void Gather()
    {
        var (numbers, parts) = (new int[_parents.Count], new List<InkPart>());
        for (var i = 0; i < _runs.Count; i++)
        {
            var run = _runs[i];
            var root = Root(run.Part);
            if (root == run.Part)
            {
                numbers[root] = parts.Count;
                parts.Add(new() { Left = run.Left, Top = run.Y, Right = run.Right, Bottom = run.Y });
            }

            _runs[i] = run with { Part = numbers[root] };
        }

        Parts = [.. parts];
        foreach (var run in _runs)
        {
            ref var part = ref Parts[run.Part];
            part.Left = Math.Min(part.Left, run.Left);
            part.Right = Math.Max(part.Right, run.Right);
            part.Bottom = run.Y;
            part.Area += run.Right - run.Left + 1;
        }
    }
}
