using OfficeNode.Core;

namespace OfficeNode.Capture.Fields;

/// <summary>Words that stand together in one line, with neither a wide gap nor a rule between them: what a cell of a form holds of that line.</summary>
internal sealed class TextRun
{
    private readonly int[] _starts;

    /// <param name="words">In reading order; at least one.</param>
    public TextRun(IReadOnlyList<TextWord> words)
    {
        Words = words;
        Text = string.Join(' ', words.Select(word => word.Text));
        Box = words.Select(word => word.Box).Aggregate((all, box) => all.Union(box));
        _starts = new int[words.Count];
        for (var word = 1; word < words.Count; word++)
        {
            _starts[word] = _starts[word - 1] + words[word - 1].Text.Length + 1;
        }
    }

    public IReadOnlyList<TextWord> Words { get; }

    /// <summary>The words with a blank between them.</summary>
    public string Text { get; }

    public PixelBox Box { get; }

    public int Middle => Box.Y + Box.Height / 2;

    /// <summary>The mean width of its letters in pixels.</summary>
    public double LetterWidth => (double)Words.Sum(word => (long)word.Box.Width) / Words.Sum(word => word.Text.Length);

    /// <summary>The words between two places in the text; a word that the first place cuts is cut.</summary>
    public IEnumerable<TextWord> Between(int from, int to)
    {
        for (var word = 0; word < Words.Count && _starts[word] < to; word++)
        {
            var cut = Math.Max(0, from - _starts[word]);
            if (cut < Words[word].Text.Length)
            {
                yield return cut == 0 ? Words[word] : Words[word] with { Text = Words[word].Text[cut..] };
            }
        }
    }
}
