namespace OfficeNode.Capture.Fields;

/// <summary>A label as it stands in a text.</summary>
/// <param name="Field">What it is the label of.</param>
/// <param name="Distance">Letters that differ.</param>
/// <param name="Letters">Letters of the label.</param>
/// <param name="End">The place in the text behind it.</param>
internal readonly record struct LabelMatch(string Field, int Distance, int Letters, int End)
{
    /// <summary>A letter that differs weighs more than a letter more that fits, so that a long label read well goes before a short one.</summary>
    public int Score => Letters - 3 * Distance;
}

/// <summary>The words before a value, compared letter by letter: reading machines err, and set blanks where there are none.</summary>
internal sealed class Label
{
    private readonly string _letters;
    private readonly int _most;

    public Label(string text, string field)
    {
        _letters = LetterFold.Of(text);
        Field = field;

        // Of short words less may be wrong, "CIB" must not become "CIP"; of long ones more, but no heading may become a label.
        _most = _letters.Length switch { <= 3 => 0, <= 6 => 1, <= 24 => 2, _ => 3 };
    }

    public string Field { get; }

    public int Letters => _letters.Length;

    /// <summary>Looks whether a text begins with this label: the end of a word with the fewest letters that differ.</summary>
    public LabelMatch? Match(LetterFold text)
    {
        if (_letters.Length == 0)
        {
            return null;
        }

        var width = Math.Min(text.Length, _letters.Length + _most);
        Span<int> row = stackalloc int[width + 1];
        for (var column = 0; column <= width; column++)
        {
            row[column] = column;
        }

        for (var letter = 1; letter <= _letters.Length; letter++)
        {
            if (Advance(row, letter, text) > _most)
            {
                return null;
            }
        }

        return Best(row, text);
    }

    /// <summary>The next row of Levenshtein's table; its least number.</summary>
    private int Advance(Span<int> row, int letter, LetterFold text)
    {
        var diagonal = row[0];
        row[0] = letter;
        var least = letter;
        for (var column = 1; column < row.Length; column++)
        {
            var changed = diagonal + (_letters[letter - 1] == text[column - 1] ? 0 : 1);
            diagonal = row[column];
            row[column] = Math.Min(changed, Math.Min(diagonal, row[column - 1]) + 1);
            least = Math.Min(least, row[column]);
        }

        return least;
    }

    private LabelMatch? Best(Span<int> row, LetterFold text)
    {
        LabelMatch? best = null;
        for (var column = 1; column < row.Length; column++)
        {
            if (row[column] <= _most && (best is null || row[column] <= best.Value.Distance) && text.EndsWord(column))
            {
                best = new(Field, row[column], _letters.Length, text.PlaceBehind(column));
            }
        }

        return best;
    }
}
