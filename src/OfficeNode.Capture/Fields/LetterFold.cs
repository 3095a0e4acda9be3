using System.Globalization;
using System.Text;

namespace OfficeNode.Capture.Fields;

/// <summary>A text reduced to what labels are compared by: small letters and digits without accents, vowel signs and blanks, each with its place in the text.</summary>
internal sealed class LetterFold
{
    private const char Tatweel = '\u0640';

    private readonly List<char> _letters = [];
    private readonly List<int> _places = [];

    /// <param name="most">Letters after which the rest is left away.</param>
    public LetterFold(string text, int from, int most)
    {
        Text = text;
        for (var place = from; place < text.Length && _letters.Count < most; place++)
        {
            Take(text[place], place);
        }
    }

    public string Text { get; }

    public int Length => _letters.Count;

    public char this[int index] => _letters[index];

    /// <summary>Labels are folded alike.</summary>
    public static string Of(string label) => string.Concat(new LetterFold(label, 0, label.Length)._letters);

    /// <summary>The place in the text behind the first letters.</summary>
    public int PlaceBehind(int count) => count == 0 ? 0 : _places[count - 1] + 1;

    /// <summary>Whether a word ends behind the first letters.</summary>
    public bool EndsWord(int count)
    {
        var place = PlaceBehind(count);
        while (place < Text.Length && IsMark(Text[place]))
        {
            place++;
        }

        return place >= Text.Length || !char.IsLetterOrDigit(Text[place]);
    }

    private void Take(char letter, int place)
    {
        if (char.IsAsciiLetterOrDigit(letter))
        {
            Add(char.ToLowerInvariant(letter), place);
            return;
        }

        // Halves of surrogate pairs and what is no character at all (U+FFFE) do not come apart: Normalize throws at them.
        if (letter < 0x80 || letter == Tatweel || char.GetUnicodeCategory(letter) is UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned)
        {
            return;
        }

        // A letter with accents comes apart into the letter and its accents: hamza and madda on an alef, the breve of a short i.
        foreach (var part in letter == '№' ? "no" : letter.ToString().Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(part) && part != '\u00BA' && part != '\u00AA')
            {
                Add(Plain(char.ToLowerInvariant(part)), place);
            }
        }
    }

    /// <summary>Letters that people and machines write for each other.</summary>
    private static char Plain(char letter) => letter switch
    {
        'ة' => 'ه',
        'ى' => 'ي',
        _ => DigitFold.Of(letter),
    };

    private static bool IsMark(char letter) => letter == Tatweel || CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark;

    private void Add(char letter, int place)
    {
        _letters.Add(letter);
        _places.Add(place);
    }
}
