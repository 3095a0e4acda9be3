using System.Globalization;
using System.Text;
using OfficeNode.Core;

namespace OfficeNode.Capture.Reading.Pdf;

/// <summary>The words of a page as PDF text that does not show, each over its place in the picture.</summary>
/// <remarks>
/// Letters of words that run from right to left are set as they are seen, the last one leftmost: programs that copy or search text expect glyphs so,
/// and turn them back into reading order. Words of lines that lean stand level one below the other, because poppler breaks words that lean.
/// </remarks>
internal sealed class TextLayer
{
    // Of the line's height. Poppler takes words that are closer than 0.15 for one, whatever blank stands between them.
    private const double LeastGap = 0.2;

    // What a word keeps of its width when its neighbours stand too close.
    private const double LeastWidth = 0.6;

    private readonly double _perPixelX;
    private readonly double _perPixelY;
    private readonly double _pageHeight;
    private readonly double _sin;
    private readonly double _cos;
    private readonly StringBuilder _content = new();

    private TextLayer(PageText page, double pageWidth, double pageHeight)
    {
        _perPixelX = pageWidth / page.Width;
        _perPixelY = pageHeight / page.Height;
        _pageHeight = pageHeight;
        (_sin, _cos) = Math.SinCos(Math.Abs(page.Skew) * Math.PI / 180);
    }

    /// <summary>Operators for a page of a size in points.</summary>
    public static string Of(PageText page, double pageWidth, double pageHeight)
    {
        var layer = new TextLayer(page, pageWidth, pageHeight);
        layer._content.Append("BT\n3 Tr\n");
        foreach (var line in page.Lines())
        {
            layer.Put(line);
        }

        return layer._content.Append("ET\n").ToString();
    }

    private void Put(TextLine line)
    {
        var height = HeightOf(line.Box);
        var places = PlacesOf(line.Words, height * LeastGap * _perPixelY / _perPixelX);
        Put("/F {0} Tf\n", height * _perPixelY);
        for (var i = 0; i < places.Length; i++)
        {
            var (from, to, middle) = places[i];
            Show(Encode(VisualOrder(line.Words[i].Text)), from, to, middle, height);
            if (i + 1 < places.Length)
            {
                var next = places[i + 1];
                Show("0020", Math.Min(to, next.To), Math.Max(from, next.From), middle, height);
            }
        }
    }

    /// <summary>From where to where each word reaches, and its middle row; words that stand too close give way to each other.</summary>
    private static (double From, double To, double Middle)[] PlacesOf(IReadOnlyList<TextWord> words, double leastGap)
    {
        var places = words.Select(word => (From: (double)word.Box.X, To: (double)word.Box.Right, Middle: word.Box.Y + word.Box.Height / 2.0)).ToArray();
        for (var i = 1; i < places.Length; i++)
        {
            var rightward = words[i].Box.X >= words[i - 1].Box.X;
            ref var left = ref places[rightward ? i - 1 : i];
            ref var right = ref places[rightward ? i : i - 1];
            var wanted = Math.Max(0, leastGap - (right.From - left.To)) / 2;
            left.To -= Math.Min(wanted, (left.To - left.From) * (1 - LeastWidth));
            right.From += Math.Min(wanted, (right.To - right.From) * (1 - LeastWidth));
        }

        return places;
    }

    /// <summary>Shows letters over a width, around a row.</summary>
    private void Show(string hex, double from, double to, double middle, double height)
    {
        var letters = hex.Length / 4;
        var width = Math.Max(1, to - from);
        Put("{0} Tz\n", 100 * width * _perPixelX / (letters * GlyphlessFont.LetterWidth * height * _perPixelY));
        Put("1 0 0 1 {0} {1} Tm\n", from * _perPixelX, _pageHeight - (middle + height * (0.5 - GlyphlessFont.Depth)) * _perPixelY);
        _content.Append('<').Append(hex).Append("> Tj\n");
    }

    /// <summary>The height of the line that leans within a box: the box reaches around all its corners.</summary>
    private double HeightOf(PixelBox box)
    {
        var height = (box.Height * _cos - box.Width * _sin) / (_cos * _cos - _sin * _sin);

        // A box that was cut at the page's edge, or of a line that does not lean as the page does, has no such solution.
        return height >= box.Height / 4.0 ? height : box.Height;
    }

    /// <summary>The letters from left to right.</summary>
    private static string VisualOrder(string word)
    {
        if (!ScriptDirection.RunsRightToLeft(word))
        {
            return word;
        }

        // Runs stand from right to left; digits and foreign letters keep their own order within theirs.
        var seen = new StringBuilder();
        var run = new StringBuilder();
        foreach (var letter in word.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(letter) && !ScriptDirection.IsRightToLeft(letter))
            {
                run.Append(letter.ToString());
                continue;
            }

            seen.Insert(0, run.ToString()).Insert(0, letter.ToString());
            run.Clear();
        }

        return seen.Insert(0, run.ToString()).ToString();
    }

    private static string Encode(string text) => Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text));

    private void Put(string format, params ReadOnlySpan<double> numbers)
    {
        var texts = new object[numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            texts[i] = numbers[i].ToString("0.####", CultureInfo.InvariantCulture);
        }

        _content.Append(string.Format(CultureInfo.InvariantCulture, format, texts));
    }
}
