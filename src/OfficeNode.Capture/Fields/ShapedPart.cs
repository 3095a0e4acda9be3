using System.Text.RegularExpressions;

namespace OfficeNode.Capture.Fields;

/// <summary>The part of a text that has a shape.</summary>
/// <param name="Source">The text with the letters mended that were read for digits; as long as the text.</param>
/// <param name="IsMended">Letters among digits were read as the digits that the shape demands.</param>
internal readonly partial record struct ShapedPart(string Source, Range Range, bool IsMended)
{
    public string Value => Source[Range];

    /// <summary>All parts with a shape: in the order of the shapes, first in the text as it was read, then with more and more letters mended.</summary>
    public static IEnumerable<ShapedPart> Of(string text, IReadOnlyList<FieldPattern> shapes) =>
        new[] { text, Mend(text, Round), Mend(text, Digit) }.Distinct().SelectMany((source, step) => shapes
            .Select(shape => shape.Find(source))
            .OfType<Range>()
            .Select(range => new ShapedPart(source, range, step > 0)));

    /// <summary>Whether the part is only a piece of a number: beside it stand further digits, or letters behind a stroke.</summary>
    /// <param name="dates">Shapes of dates: a number may stand beside one, beside a remark in brackets, a time, or another heading with its number.</param>
    public bool IsPiece(IReadOnlyList<FieldPattern> dates)
    {
        var (before, behind) = (Source[..Range.Start], Source[Range.End..]);
        return HasMore(before, dates) || HasMore(behind, dates) || StrokeAtEnd().IsMatch(before) || StrokeAtStart().IsMatch(behind);
    }

    private static bool HasMore(string beside, IReadOnlyList<FieldPattern> dates)
    {
        var rest = beside;
        foreach (var date in dates)
        {
            while (date.Find(rest) is { } range)
            {
                rest = $"{rest[..range.Start]} {rest[range.End..]}";
            }
        }

        return Remark().Replace(rest, " ").Any(char.IsDigit);
    }

    /// <summary>Puts digits for the letters that are read for them, where a digit stands beside.</summary>
    private static string Mend(string text, Func<char, char> digit) => string.Create(text.Length, text, (letters, source) =>
    {
        for (var place = 0; place < letters.Length; place++)
        {
            var besideDigit = (place > 0 && char.IsDigit(letters[place - 1])) || (place + 1 < source.Length && char.IsDigit(source[place + 1]));
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

    [GeneratedRegex(@"\([^()]*\)|\[[^\[\]]*\]|(?<!\d)\d{1,2}:\d\d(:\d\d)?(?!\d)|\p{L}[^:：\d]{0,40}[:：]\s*\S+")]
    private static partial Regex Remark();

    [GeneratedRegex(@"\p{L}/$")]
    private static partial Regex StrokeAtEnd();

    [GeneratedRegex(@"^/\p{L}")]
    private static partial Regex StrokeAtStart();
}
