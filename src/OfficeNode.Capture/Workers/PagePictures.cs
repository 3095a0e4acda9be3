using OfficeNode.Capture.Native;
using OfficeNode.Core;

namespace OfficeNode.Capture.Workers;

/// <summary>Finds the pictures of a page that was read: what is left of its ink when writing, tables, lines and specks are taken away.</summary>
internal static class PagePictures
{
    // Pixels of the longer side to look at: 75 to the inch on A4, where a pen's line is still one pixel and a page a millisecond's work.
    private const int LongerSide = 880;

    // Below it a word may be what the machine made of a drawing.
    private const double LeastConfidence = 60;

    // Letters that much higher than the page's own belong to a picture; its headings have up to one and a half.
    private const int LetteringHeight = 2;

    // Each part of a page of print is compared with all words: closely printed pages have 1,000, newspapers more, and those are no forms.
    private const int MostWords = 3_000;

    /// <param name="frame">As its file says; the text says how it was turned then.</param>
    /// <param name="text">What was read on it: its words are no pictures.</param>
    public static IReadOnlyList<PagePicture> Find(PixHandle frame, PageText text)
    {
        var words = WordsOf(text);
        if (words.Count > MostWords)
        {
            return [];
        }

        var share = Math.Min(1, (double)LongerSide / Math.Max(frame.Width, frame.Height));
        using var small = Small(frame, share);
        using var upright = PixSteps.Turned(small, text.Turns);
        if (upright is null)
        {
            return [];   // narrower than a pixel once small: no room for a picture
        }

        var found = new PictureRegions(new(Bytes(upright), upright.Width, upright.Height), [.. words.Select(box => Scaled(box, share))]).Find();
        var page = new PixelBox(0, 0, text.Width, text.Height);
        return [.. found.Select(picture => picture with { Box = Scaled(picture.Box, 1 / share).Intersect(page) })];
    }

    /// <summary>The words that are surely writing, and of the height of the page's writing.</summary>
    public static IReadOnlyList<PixelBox> WordsOf(PageText text)
    {
        var words = text.Lines().SelectMany(line => line.Words)
            .Where(word => word.Confidence >= LeastConfidence && word.Text.Any(char.IsLetterOrDigit))
            .Select(word => word.Box)
            .ToList();
        var usual = words.Count == 0 ? 0 : words.Select(box => box.Height).Order().ElementAt(words.Count / 2);
        return [.. words.Where(box => box.Height < usual * LetteringHeight)];
    }

    private static PixHandle? Small(PixHandle frame, double share)
    {
        using var plain = PixSteps.Plain(frame);
        using var grey = plain is null ? null : PixSteps.Checked(plain.Depth == 32 ? Leptonica.Extreme(plain, Leptonica.Darkest) : Leptonica.ToGrey(plain, 0));
        return grey is null ? null : PixSteps.Scaled(grey, Math.Max(1, (int)(grey.Width * share)), Math.Max(1, (int)(grey.Height * share)));
    }

    private static PixelBox Scaled(PixelBox box, double share)
    {
        var (x, y) = ((int)Math.Floor(box.X * share), (int)Math.Floor(box.Y * share));
        return new(x, y, (int)Math.Ceiling(box.Right * share) - x, (int)Math.Ceiling(box.Bottom * share) - y);
    }

    /// <summary>The greys row by row; Leptonica keeps four in a word, the first in the highest byte.</summary>
    private static unsafe byte[] Bytes(PixHandle grey)
    {
        var (width, height) = (grey.Width, grey.Height);
        var pixels = Leptonica.PixelsOf(grey);
        var perRow = (width + 3) / 4;
        var bytes = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                bytes[y * width + x] = (byte)(pixels[y * perRow + x / 4] >> (24 - x % 4 * 8));
            }
        }

        return bytes;
    }
}
