using System.Globalization;
using System.Text.RegularExpressions;

namespace OfficeNode.Capture.Workers.Poppler;

/// <summary>The paper of a page as people see it: its crop box.</summary>
/// <param name="Pages">Of the file.</param>
/// <param name="Width">Points (72 to the inch), before turning.</param>
/// <param name="Height">Points, before turning.</param>
/// <param name="Turns">Quarter turns to the right for showing.</param>
internal sealed record PdfPaper(int Pages, double Width, double Height, int Turns);

/// <summary>A picture that a page shows.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="DpiX">Along its rows, as it is shown; whole numbers.</param>
/// <param name="DpiY">Along its columns.</param>
internal sealed record PdfPictureEntry(int Width, int Height, bool IsBilevel, double DpiX, double DpiY);

/// <summary>Understands what poppler's programs answer, as version 22.12 (Debian 12) words it.</summary>
internal static partial class PdfAnswers
{
    // Of a line of pdfimages -list, counted from its start: type, width, height, components and bits; from its end: both resolutions.
    private const int Type = 2;
    private const int Width = 3;
    private const int Height = 4;
    private const int Components = 6;
    private const int Bits = 7;
    private const int FromEndX = 4;
    private const int FromEndY = 3;
    private const int LeastColumns = 14;

    /// <summary>How many pages <c>pdfinfo</c> counted; null when its answer does not say.</summary>
    public static int? Pages(string answer) =>
        Last(PagesLine(), answer) is { } line && int.TryParse(line.Groups["pages"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var pages) ? pages : null;

    /// <summary>What <c>pdfinfo</c> says of the one page that it was asked for; null when that is no size of paper.</summary>
    public static PdfPaper? Paper(string answer)
    {
        if (Pages(answer) is not { } pages || Last(SizeLine(), answer) is not { } size || Last(TurnLine(), answer) is not { } turn)
        {
            return null;
        }

        var (width, height) = (Number(size.Groups["width"].Value), Number(size.Groups["height"].Value));
        return width > 0 && height > 0 ? new(pages, width, height, int.Parse(turn.Groups["turn"].ValueSpan, CultureInfo.InvariantCulture) / 90) : null;
    }

    /// <summary>The pictures of <c>pdfimages -list</c>, without the masks that belong to others.</summary>
    public static IReadOnlyList<PdfPictureEntry> Pictures(string answer) =>
        [.. answer.Split('\n').Skip(2).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(IsPicture).Select(Picture)];

    /// <summary>Whether <c>pdffonts</c> lists any font below its two lines of heading.</summary>
    public static bool HasFonts(string answer) => answer.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length > 2;

    private static bool IsPicture(string[] columns) => columns.Length >= LeastColumns && columns[Type] is "image" or "stencil";

    private static PdfPictureEntry Picture(string[] columns) => new(
        (int)Number(columns[Width]),
        (int)Number(columns[Height]),
        columns[Components] == "1" && columns[Bits] == "1",
        Number(columns[^FromEndX]),
        Number(columns[^FromEndY]));

    /// <summary>The last of a kind of lines: titles and names, which come before, may hold anything.</summary>
    private static Match? Last(Regex line, string answer) => line.Matches(answer).LastOrDefault();

    /// <summary>0 for what is no number, or none that a page can have.</summary>
    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? Math.Clamp(number, 0, int.MaxValue) : 0;

    [GeneratedRegex(@"^Pages: +(?<pages>[0-9]{1,9})\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex PagesLine();

    [GeneratedRegex(@"^Page +[0-9]+ size: +(?<width>[0-9.e+-]{1,20}) x (?<height>[0-9.e+-]{1,20}) pts", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex SizeLine();

    [GeneratedRegex(@"^Page +[0-9]+ rot: +(?<turn>0|90|180|270)\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex TurnLine();
}
