using System.Globalization;
using System.Text;
using OfficeNode.Core;

namespace OfficeNode.Capture.Reading.Pdf;

/// <summary>The words of a page as PDF text that does not show, each over its place in the picture.</summary>
/// <remarks>
/// Letters of words that run from right to left are set as they are seen, the last one leftmost: programs that copy or search text expect glyphs so,
/// and turn them back into reading order. Lines that lean are set along their lean.
/// </remarks>
internal sealed class TextLayer
{
    // A blank where two boxes touch still has to part the words.
    private const double LeastBlank = 0.05;

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
        (_sin, _cos) = Math.SinCos(page.Skew * Math.PI / 180);
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
        var height = Level(line.Box).Height;
        var places = line.Words.Select(word => (word.Text, Place: Along(line.Box, word.Box))).ToList();
        Put("/F {0} Tf\n", height * _perPixelY);
        for (var i = 0; i < places.Count; i++)
        {
            var (text, place) = places[i];
            Show(line.Box, Encode(VisualOrder(text)), place.From, place.To - place.From, height);
            if (i + 1 < places.Count)
            {
                var next = places[i + 1].Place;
                var (from, to) = next.From >= place.From ? (place.To, next.From) : (next.To, place.From);
                Show(line.Box, "0020", from, Math.Max(to - from, height * LeastBlank), height);
            }
        }
    }

    /// <summary>Shows letters from a distance along the line, stretched to a width.</summary>
    private void Show(PixelBox line, string hex, double from, double width, double height)
    {
        // The line's middle, back to where the letters begin, and down to where they stand.
        var (x, y) = (line.X + line.Width / 2.0, line.Y + line.Height / 2.0);
        var down = height * (0.5 - GlyphlessFont.Depth);
        var (startX, startY) = (x + from * _cos - down * _sin, y + from * _sin + down * _cos);
        var letters = hex.Length / 4;
        Put("{0} Tz\n", 100 * width * _perPixelX / (letters * GlyphlessFont.LetterWidth * height * _perPixelY));
        Put("{0} {1} {2} {0} {3} {4} Tm\n", _cos, -_sin, _sin, startX * _perPixelX, _pageHeight - startY * _perPixelY);
        _content.Append('<').Append(hex).Append("> Tj\n");
    }

    /// <summary>From where to where a word reaches along its line, counted from the line's middle.</summary>
    private (double From, double To) Along(PixelBox line, PixelBox word)
    {
        var (x, y) = (word.X + word.Width / 2.0 - line.X - line.Width / 2.0, word.Y + word.Height / 2.0 - line.Y - line.Height / 2.0);
        var middle = x * _cos + y * _sin;
        var width = Level(word).Width;
        return (middle - width / 2, middle + width / 2);
    }

    /// <summary>The size of what leans within a box: the box reaches around all its corners.</summary>
    private (double Width, double Height) Level(PixelBox box)
    {
        var lean = Math.Abs(_sin);
        var across = _cos * _cos - lean * lean;
        var (width, height) = ((box.Width * _cos - box.Height * lean) / across, (box.Height * _cos - box.Width * lean) / across);

        // A box that was cut at the page's edge, or of a line that does not lean as the page does, has no such solution.
        return width >= box.Width / 2.0 && height >= box.Height / 4.0 ? (width, height) : (box.Width, box.Height);
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
