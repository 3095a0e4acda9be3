using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.TestKit;

/// <summary>Turns what <c>tesseract FILE OUT tsv</c> writes into a page text, so that tests work on what a reading machine really reads.</summary>
public static class TesseractTsv
{
    private const string Page = "1";
    private const string Word = "5";
    private const int Columns = 12;   // the last is the text, left away where it is empty

    /// <summary>Reads the table; languages as they were given to the program: <c>rus+eng</c>.</summary>
    public static PageText Read(IEnumerable<string> lines, string languages)
    {
        var rows = lines.Select(line => line.Split('\t')).Where(cells => cells.Length >= Columns - 1).ToList();
        var page = BoxOf(rows.First(cells => cells[0] == Page));
        return new()
        {
            Width = page.Width,
            Height = page.Height,
            Languages = languages.Split('+'),
            Engine = "tesseract tsv",
            Blocks = [.. rows.Where(cells => cells[0] == Word && cells.Length == Columns && cells[^1].Trim().Length > 0).GroupBy(cells => cells[2]).Select(BlockOf)],
        };
    }

    private static TextBlock BlockOf(IEnumerable<string[]> words)
    {
        var lines = words.GroupBy(cells => (cells[3], cells[4])).Select(LineOf).ToList();
        return new(Around(lines.Select(line => line.Box)), lines);
    }

    private static TextLine LineOf(IEnumerable<string[]> rows)
    {
        var words = rows.Select(cells => new TextWord(cells[^1], BoxOf(cells), float.Parse(cells[10], CultureInfo.InvariantCulture))).ToList();
        var arabic = words.Count(word => word.Text.Any(letter => letter is >= '\u0600' and <= '\u06FF'));
        return new(Around(words.Select(word => word.Box)), words) { RightToLeft = arabic * 2 > words.Count };
    }

    private static PixelBox BoxOf(string[] cells) => new(Number(cells[6]), Number(cells[7]), Number(cells[8]), Number(cells[9]));

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);

    private static PixelBox Around(IEnumerable<PixelBox> boxes) => boxes.Aggregate((all, box) => all.Union(box));
}
