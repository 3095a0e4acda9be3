namespace OfficeNode.Capture.Fields;

/// <summary>The part of a text that has a shape.</summary>
/// <param name="IsMended">Letters among digits were read as the digits that the shape demands.</param>
internal readonly record struct ShapedPart(string Value, Range Range, bool IsMended)
{
    /// <summary>The first shape's that fits; null when none does.</summary>
    public static ShapedPart? Of(string text, IReadOnlyList<FieldPattern> shapes)
    {
        if (Find(text, shapes) is { } range)
        {
            return new(text[range], range, false);
        }

        return Mended(text, Mend(text, Round), shapes) ?? Mended(text, Mend(text, Digit), shapes);
    }

    private static ShapedPart? Mended(string text, string mended, IReadOnlyList<FieldPattern> shapes) =>
        mended != text && Find(mended, shapes) is { } place ? new(mended[place], place, true) : null;

    private static Range? Find(string text, IReadOnlyList<FieldPattern> shapes)
    {
        foreach (var shape in shapes)
        {
            if (shape.Find(text) is { } range)
            {
                return range;
            }
        }

        return null;
    }

    /// <summary>Puts digits for the letters that are read for them, where a digit stands beside.</summary>
    private static string Mend(string text, Func<char, char> digit) => string.Create(text.Length, text, (letters, source) =>
    {
        for (var place = 0; place < letters.Length; place++)
        {
            var besideDigit = (place > 0 && char.IsAsciiDigit(letters[place - 1])) || (place + 1 < source.Length && char.IsAsciiDigit(source[place + 1]));
            letters[place] = besideDigit ? digit(source[place]) : source[place];
        }
    });

    /// <summary>The commonest mistakes, which are made where letters stand by right as well: the B of an IPC symbol.</summary>
    private static char Round(char letter) => letter switch
    {
        'O' or 'o' or 'Q' or 'О' or 'о' => '0',
        'l' or 'I' or '|' => '1',
        _ => letter,
    };

    private static char Digit(char letter) => letter switch
    {
        'Z' or 'z' => '2',
        'З' or 'з' => '3',
        'S' or 's' => '5',
        'B' => '8',
        _ => Round(letter),
    };
}
