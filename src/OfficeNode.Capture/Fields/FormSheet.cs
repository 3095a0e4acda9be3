using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Capture.Fields;

/// <summary>The runs of one page and how they stand to each other. Pages that run from right to left are mirrored, so that left is always where a line begins.</summary>
internal sealed class FormSheet
{
    // In one column begins what begins at nearly the same place: scans lean, and brackets stand out.
    private const double SameEdge = 1.5;

    // Cells that begin at one column make it the second column of a table.
    private const int LeastCells = 3;

    // Labels within boxes are set smaller than what is filled in below them: lines that much higher, letters that much wider.
    private const double HigherBelow = 1.15;
    private const double WiderBelow = 1.2;

    // Readers take out far less; a page that leans more has no lines.
    private const double MostLean = 1;

    private readonly int _width;
    private readonly double _lean;
    private readonly HashSet<TextRun> _labelCells;

    private FormSheet(PageText page, IReadOnlyList<TextLine> lines, FieldLimits limits)
    {
        _width = Math.Clamp(page.Width, 0, limits.LongestSide);
        _lean = Math.Clamp(Math.Tan(page.Skew * Math.PI / 180), -MostLean, MostLean);
        IsMirrored = lines.Count(line => line.RightToLeft) * 2 > lines.Count;
        Unit = Math.Max(1, lines.Count == 0 ? 1 : lines.Select(line => line.Box.Height).Order().ElementAt(lines.Count / 2));
        var cutter = new RunCutter(Unit);
        Runs = [.. lines
            .SelectMany(line => cutter.Cut(InOrder([.. line.Words.Select(word => word with { Box = Placed(word.Box) })])))
            .OrderBy(run => run.Middle).ThenBy(run => run.Box.X)];
        Margin = Runs.Count == 0 ? 0 : Runs.Max(run => run.Box.Right);
        _labelCells = FindLabelCells();
    }

    /// <summary>From top to bottom.</summary>
    public IReadOnlyList<TextRun> Runs { get; }

    /// <summary>Most lines run from right to left.</summary>
    public bool IsMirrored { get; }

    /// <summary>The usual height of a line, in pixels; what is near or far is counted in it.</summary>
    public int Unit { get; }

    /// <summary>Where the longest line ends.</summary>
    public int Margin { get; }

    /// <summary>The page with its runs; without any where it has more words than a form.</summary>
    public static FormSheet Of(PageText page, FieldLimits limits)
    {
        var words = page.Lines().Sum(line => line.Words.Count);
        return new(page, words > limits.MostWords ? [] : [.. page.Lines()
            .Select(line => line with { Words = [.. line.Words.Select(WithoutMarks).Where(word => word.Text.Length > 0 && word.Text.Length <= limits.LongestWord && IsOnPaper(word.Box, limits.LongestSide))] })
            .Where(line => line.Words.Count > 0)], limits);
    }

    /// <summary>From the sheet to the page.</summary>
    public PixelBox OnPage(PixelBox box)
    {
        var turned = IsMirrored ? box with { X = _width - box.Right } : box;
        return turned with { Y = turned.Y + (int)Math.Round(_lean * turned.X) };
    }

    /// <summary>The next run in the same line; null when there is none. Beside a label of several lines the first line of what is beside it.</summary>
    public TextRun? Beside(TextRun run) => Runs
        .Where(other => other.Box.X >= run.Box.Right && other.Middle > run.Box.Y - Unit / 3 && other.Middle < run.Box.Bottom + Unit / 3)
        .OrderBy(other => other.Box.X / Unit).ThenBy(other => other.Middle)
        .FirstOrDefault();

    /// <summary>The next run below that begins in the same column or under the run; null when there is none within some heights of a line.</summary>
    public TextRun? Below(TextRun run, double heights) => Runs
        .Where(other => other.Box.Y > run.Box.Bottom - Unit / 2 && other.Middle > run.Middle && other.Box.Y - run.Box.Bottom < heights * Unit)
        .Where(other => IsSameEdge(other, run.Box.X) || (other.Box.X < run.Box.Right && other.Box.Right > run.Box.X && other.Box.X > run.Box.X))
        .MinBy(other => other.Middle);

    /// <summary>Whether a run stands in a column of labels: beside it begins a column of values.</summary>
    public bool IsLabelCell(TextRun run) => _labelCells.Contains(run);

    /// <summary>Whether a run begins at a column.</summary>
    public bool IsSameEdge(TextRun run, int x) => IsSameEdge(run.Box, x);

    /// <summary>Whether a box begins at a column.</summary>
    public bool IsSameEdge(PixelBox box, int x) => Math.Abs((long)box.X - x) <= SameEdge * Unit;

    /// <summary>Whether a run is small print right above larger: the label in a box of a form.</summary>
    public bool IsLabelAbove(TextRun run) => Below(run, heights: 1) is { } below
        && IsSameEdge(below, run.Box.X)
        && below.Box.Height >= run.Box.Height * HigherBelow
        && below.LetterWidth >= run.LetterWidth * WiderBelow;

    /// <summary>Whether a box has an area and lies where paper may be: what is beside or below it can be told.</summary>
    private static bool IsOnPaper(PixelBox box, int longest) =>
        box.Width > 0 && box.Width <= longest && box.Height > 0 && box.Height <= longest && box.X >= -longest && box.X <= longest && box.Y >= -longest && box.Y <= longest;

    /// <summary>From the page to the sheet: straight, and mirrored where lines run from right to left.</summary>
    private PixelBox Placed(PixelBox box)
    {
        var straight = box with { Y = box.Y - (int)Math.Round(_lean * box.X) };
        return IsMirrored ? straight with { X = _width - straight.Right } : straight;
    }

    private HashSet<TextRun> FindLabelCells()
    {
        var pairs = Runs.Select(run => (Run: run, Beside: Beside(run))).Where(pair => pair.Beside is not null).ToList();
        return pairs
            .Where(pair => pairs.Count(other => IsSameEdge(other.Beside!, pair.Beside!.Box.X) && IsSameEdge(other.Run, pair.Run.Box.X)) >= LeastCells)   // kept are those with something beside
            .Select(pair => pair.Run)
            .ToHashSet<TextRun>(ReferenceEqualityComparer.Instance);
    }

    /// <summary>Reading machines add marks of direction to words of lines that run both ways.</summary>
    private static TextWord WithoutMarks(TextWord word) => word.Text.Any(IsMark) ? word with { Text = string.Concat(word.Text.Where(letter => !IsMark(letter))) } : word;

    private static bool IsMark(char letter) => char.GetUnicodeCategory(letter) == UnicodeCategory.Format;

    /// <summary>The order of reading on a mirrored page, by place: from right to left, words in Latin letters with the numbers among them from left to right. Machines differ in it.</summary>
    private List<TextWord> InOrder(List<TextWord> words)
    {
        if (!IsMirrored)
        {
            return words;
        }

        words.Sort((one, other) => one.Box.X.CompareTo(other.Box.X));
        for (var start = 0; start < words.Count; start++)
        {
            var end = start;
            while (end < words.Count && !words[end].Text.Any(IsRightToLeft))
            {
                end++;
            }

            if (words[start..end].Exists(word => word.Text.Any(char.IsAsciiLetter)))
            {
                words.Reverse(start, end - start);
            }

            start = end;
        }

        return words;
    }

    /// <summary>A letter of Hebrew, Arabic or their neighbours.</summary>
    private static bool IsRightToLeft(char letter) => letter is >= '\u0590' and <= '\u08FF' && char.IsLetter(letter);
}
