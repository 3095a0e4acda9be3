using OfficeNode.Core;

namespace OfficeNode.Capture.Fields;

/// <summary>Cuts lines into runs at wide gaps and at the rules of tables, which reading machines take for letters.</summary>
internal sealed class RunCutter
{
    // A blank is a quarter of a line's height, in justified text up to three quarters.
    private const double WideGap = 1.3;

    private static readonly char[] Rules = ['|', '¦', '‖', '│', '┃'];

    private readonly double _gap;

    /// <param name="unit">The usual height of a line.</param>
    public RunCutter(int unit) => _gap = unit * WideGap;

    public IEnumerable<TextRun> Cut(IReadOnlyList<TextWord> words)
    {
        var cuts = CutsOf(words);
        return words
            .Select(word => word with { Text = word.Text.Trim(Rules) })
            .Where(word => word.Text.Any(char.IsLetterOrDigit) || word.Text.Any(char.IsPunctuation) && !IsLeader(word.Text))
            .GroupBy(word => cuts.Count(cut => cut <= word.Box.X))
            .Select(cell => new TextRun([.. cell]));
    }

    /// <summary>Dots, dashes or strokes to write on.</summary>
    private static bool IsLeader(string text) => text.Length > 1 && text.All(letter => letter is '.' or '_' or '-' or '…' or '·' or '—' or '=') || text is "_" or "—";

    /// <summary>The columns at which a new cell begins. By place, not by reading order: numbers in Arabic lines run against the line.</summary>
    private List<int> CutsOf(IReadOnlyList<TextWord> words)
    {
        var cuts = new List<int>();
        var behind = int.MaxValue;
        foreach (var word in words.OrderBy(word => word.Box.X))
        {
            if (word.Box.X - (long)behind > _gap || word.Text.IndexOfAny(Rules) == 0)
            {
                cuts.Add(word.Box.X);
            }

            behind = behind == int.MaxValue ? word.Box.Right : Math.Max(behind, word.Box.Right);
            if (word.Text.Length > 0 && word.Text.LastIndexOfAny(Rules) == word.Text.Length - 1)
            {
                cuts.Add(word.Box.Right);
            }
        }

        return cuts;
    }
}
