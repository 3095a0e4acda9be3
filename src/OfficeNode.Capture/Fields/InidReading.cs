using System.Text.RegularExpressions;

namespace OfficeNode.Capture.Fields;

/// <summary>An INID code as read, with the mistakes that reading machines make of brackets and digits taken back.</summary>
/// <param name="Code">Digits; of a known code or not.</param>
/// <param name="End">The place in the text behind it.</param>
/// <param name="Brackets">Brackets that were read, 0 to 2.</param>
internal sealed partial record InidReading(string Code, int End, int Brackets)
{
    private const string Ones = "1lIiJjt|!]";
    private const int MostDigits = 3;

    // Brackets of Arabic lines come either way round.
    private const string AnyBracket = @"()\[\]{}";

    // Letters and signs that are read for digits, in Latin and Cyrillic.
    private const string Alike = "lIiZzSsOoB|!?ЗзОо";

    // A code that begins with a letter must close with a bracket: otherwise it is a word.
    private const string FromDigit = $@"\d[{Alike}\dJjtQDATbgq\]]{{1,2}}";
    private const string FromLetter = $@"[{Alike}JQT][{Alike}\dJjQgq]{{1,2}}(?=\s?[{AnyBracket}>»])";

    /// <summary>Reads the code at a place; null when nothing there looks like one that the book knows.</summary>
    /// <remarks>A bracket may be gone or have been read as a digit: <c>(2l)</c>, <c>{22)</c>, <c>(Z1)</c>, <c>21)</c>, <c>(211</c>.</remarks>
    public static InidReading? At(string text, int from, RuleBook book)
    {
        var match = Form().Match(text, from);
        if (!match.Success)
        {
            return null;
        }

        var (open, close) = (match.Groups["open"].Success, match.Groups["close"].Success);
        var digits = string.Concat(match.Groups["code"].Value.Select(Digit));
        var end = match.Index + match.Length;
        if (book.FieldOf(digits) is not null)
        {
            return new(digits, end, (open ? 1 : 0) + (close ? 1 : 0));
        }

        if (open && !close && digits.Length == MostDigits && IsOne(match.Groups["code"].Value[^1]) && book.FieldOf(digits[..^1]) is not null)
        {
            return new(digits[..^1], end, 1);
        }

        return close && !open && digits.Length == MostDigits && book.FieldOf(digits[1..]) is not null ? new(digits[1..], end, 1) : null;
    }

    private static bool IsOne(char letter) => Ones.Contains(letter, StringComparison.Ordinal);

    private static char Digit(char letter) => letter switch
    {
        'O' or 'o' or 'Q' or 'D' or 'О' or 'о' => '0',
        'Z' or 'z' => '2',
        'З' or 'з' => '3',
        'A' => '4',
        'S' or 's' => '5',
        'b' => '6',
        'T' or '?' => '7',
        'B' => '8',
        'g' or 'q' => '9',
        _ when IsOne(letter) => '1',
        _ => DigitFold.Of(letter),
    };

    [GeneratedRegex($@"\G\s?(?<open>[{AnyBracket}<«⟨>»€С](?=\s?[\d{Alike}J]))?\s?(?<code>{FromDigit}|{FromLetter})\s?(?<close>[{AnyBracket}>»⟩])?")]
    private static partial Regex Form();
}
