using System.Text.RegularExpressions;
using OfficeNode.Core;

namespace OfficeNode.Capture.Fields;

/// <summary>The lines of a value, each with its words.</summary>
internal sealed class ValueLines(IReadOnlyList<IReadOnlyList<TextWord>> lines)
{
    public IReadOnlyList<IReadOnlyList<TextWord>> Lines { get; } = lines;

    /// <summary>All words with a blank between them.</summary>
    public string Text { get; } = string.Join(' ', lines.SelectMany(line => line).Select(word => word.Text));
}

/// <summary>Collects what belongs to an anchor: behind it in its run, beside it in the next column, or below it, over as many lines as its field may take.</summary>
internal sealed partial class ValueCollector
{
    // From one line to the next, top to top, in usual heights of a line: within a paragraph, and within a column of a table.
    private const double Paragraph = 1.75;
    private const double Column = 2.4;

    // A value below its label stands in the same box of the form.
    private const double BelowLabel = 2.0;

    private const double NearInRow = 4.0;

    // Words read well have 80 and more.
    private const double Doubtful = 30;

    private readonly FormSheet _sheet;
    private readonly RuleBook _book;
    private readonly HashSet<TextRun> _anchored;

    public ValueCollector(FormSheet sheet, RuleBook book, IReadOnlyList<Anchor> anchors)
    {
        _sheet = sheet;
        _book = book;
        _anchored = anchors.SelectMany(anchor => anchor.SheetRuns).ToHashSet<TextRun>(ReferenceEqualityComparer.Instance);
    }

    /// <summary>The value; null when the place for it is empty.</summary>
    public ValueLines? Collect(Anchor anchor)
    {
        var traits = _book.TraitsOf(anchor.Field);
        var inline = Clean(anchor.Run.Between(anchor.ValueStart, anchor.ValueEnd));
        if (inline.Count > 0)
        {
            return Behind(anchor, inline, traits.Lines);
        }

        if (anchor.ValueEnd != int.MaxValue)
        {
            return null;
        }

        if (_sheet.IsLabelAbove(anchor.Run))
        {
            return Below(anchor, traits.Lines, run => !_sheet.IsLabelAbove(run));
        }

        var beside = Beside(anchor, traits.Lines);
        if (beside is not null && traits.Fits(beside.Text) != false)
        {
            return beside;
        }

        var below = Below(anchor, traits.Lines, run => !IsLabelOfRow(run));
        return below is not null && (beside is null || traits.Fits(below.Text) == true) ? below : beside;
    }

    private ValueLines Behind(Anchor anchor, List<TextWord> inline, int most)
    {
        var first = inline;
        var last = anchor.Run;
        while (anchor.ValueEnd == int.MaxValue && _sheet.Beside(last) is { } beside && IsValue(beside) && beside.Box.X - last.Box.Right < NearInRow * _sheet.Unit)
        {
            first = [.. first, .. Clean(beside.Words)];
            last = beside;
        }

        if (anchor.ValueEnd != int.MaxValue)
        {
            return new([first]);
        }

        var left = Math.Min(inline[0].Box.X, anchor.Run.Words[0].Box.X);
        return new([first, .. Further(anchor.Run, most, run => IsFurther(anchor.Run, inline[0].Box.X, left, run))]);
    }

    /// <summary>Whether a run goes on with a value: in the close distance of a paragraph, or under the value where the label does not reach.</summary>
    private bool IsFurther(TextRun first, int valueLeft, int left, TextRun run)
    {
        var previous = _sheet.Runs.Where(other => other.Middle < run.Middle - _sheet.Unit / 2 && other.Box.X < run.Box.Right && other.Box.Right > run.Box.X).MaxBy(other => other.Middle) ?? first;
        var step = run.Middle - previous.Middle;
        var underValue = _sheet.IsSameEdge(run, valueLeft) && valueLeft - left > 2 * _sheet.Unit;
        var wrapped = previous.Box.Right + run.Words[0].Box.Width + _sheet.Unit >= _sheet.Margin;
        return step < (underValue || wrapped && _sheet.IsSameEdge(run, left) ? Column : Paragraph) * _sheet.Unit && run.Box.X >= left - _sheet.Unit;
    }

    private ValueLines? Beside(Anchor anchor, int most)
    {
        var start = _sheet.Beside(anchor.Run);
        if (start is null || !IsValue(start))
        {
            return null;
        }

        // The row ends where the column of labels goes on.
        var end = _sheet.Below(anchor.Run, heights: int.MaxValue) is { } next && next.Box.X < start.Box.X && _sheet.IsSameEdge(next, anchor.Run.Box.X)
            ? next.Box.Y - _sheet.Unit / 4
            : int.MaxValue;
        return new([Clean(start.Words), .. Further(start, most, run => _sheet.IsSameEdge(run, start.Box.X) && run.Middle < end && run.Middle - start.Middle < most * Column * _sheet.Unit)]);
    }

    private ValueLines? Below(Anchor anchor, int most, Func<TextRun, bool> isOfValue)
    {
        var start = _sheet.Below(anchor.Run, BelowLabel);
        if (start is null || !IsValue(start) || !isOfValue(start))
        {
            return null;
        }

        return new([Clean(start.Words), .. Further(start, most, run => _sheet.IsSameEdge(run, start.Box.X) && isOfValue(run))]);
    }

    private IEnumerable<IReadOnlyList<TextWord>> Further(TextRun start, int most, Func<TextRun, bool> belongs)
    {
        var last = start;
        for (var line = 1; line < most; line++)
        {
            if (_sheet.Below(last, Column) is not { } next || next.Middle - last.Middle > Column * _sheet.Unit || !IsValue(next) || !belongs(next))
            {
                yield break;
            }

            yield return Clean(next.Words);
            last = next;
        }
    }

    /// <summary>Something stands beside it: it is the label of a row, known or not.</summary>
    private bool IsLabelOfRow(TextRun run) => _sheet.Beside(run) is { } beside && !_anchored.Contains(beside) && Clean(beside.Words).Count > 0;

    private bool IsValue(TextRun run) => !_anchored.Contains(run) && !LooksLikeLabel().IsMatch(run.Text) && Clean(run.Words).Count > 0;

    /// <summary>Without the colon that a gap parted from its label, and without what the machine made of specks at either end.</summary>
    private static List<TextWord> Clean(IEnumerable<TextWord> words)
    {
        var cleaned = words.SkipWhile(IsSpeck).ToList();
        while (cleaned.Count > 0 && IsSpeck(cleaned[^1]))
        {
            cleaned.RemoveAt(cleaned.Count - 1);
        }

        return cleaned;
    }

    /// <summary>Signs alone, or a letter or two that the machine itself does not believe.</summary>
    private static bool IsSpeck(TextWord word) => !word.Text.Any(char.IsLetterOrDigit) || (word.Text.Length <= 2 && word.Confidence < Doubtful);

    // A code in brackets, or a few words and a colon.
    [GeneratedRegex(@"^\s*([()\[\]{}][^()\[\]{}]{1,3}[()\[\]{}]\s|[^:\d]{2,40}[:：](\s|$))")]
    private static partial Regex LooksLikeLabel();
}
