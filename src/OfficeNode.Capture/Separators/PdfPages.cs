using System.Globalization;
using System.Text;

namespace OfficeNode.Capture.Separators;

/// <summary>One of the fonts that every PDF reader has: nothing is embedded.</summary>
internal enum PdfFont
{
    Regular,
    Bold,
    Fixed,
}

/// <summary>Writes a PDF of filled rectangles, discs and lines of text, byte by byte the same for the same calls. Lengths are millimetres from the upper left corner.</summary>
/// <remarks>
/// PDF 1.4 (ISO 32000-1 is its successor): plain objects, one cross-reference table, the standard fonts Helvetica, Helvetica-Bold and Courier in WinAnsiEncoding.
/// Characters outside that encoding are written as question marks.
/// </remarks>
internal sealed class PdfPages
{
    private const double PointsPerMillimetre = 72 / 25.4;
    private const int FirstPageObject = 6;   // after catalogue, pages and three fonts

    private static readonly string[] FontNames = ["Helvetica", "Helvetica-Bold", "Courier"];

    // The part of Windows-1252 that is not Latin-1, from 0x80 on; blanks are unassigned.
    private const string Upper = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

    private readonly double _width;
    private readonly double _height;
    private readonly List<StringBuilder> _contents = [];

    public PdfPages(double width, double height)
    {
        _width = width;
        _height = height;
    }

    private StringBuilder Content => _contents[^1];

    /// <summary>Whether a letter is in the encoding.</summary>
    public static bool Has(char letter) => letter == '?' || Code(letter) != '?';

    public void BeginPage() => _contents.Add(new StringBuilder());

    /// <summary>A black rectangle.</summary>
    public void Fill(double left, double top, double width, double height) =>
        Content.Append(CultureInfo.InvariantCulture, $"{Points(left)} {Points(_height - top - height)} {Points(width)} {Points(height)} re f\n");

    /// <summary>A grey rectangle.</summary>
    /// <param name="ink">0 for white to 1 for black; the printer makes the grey of dots.</param>
    public void FillGrey(double left, double top, double width, double height, double ink)
    {
        Content.Append(CultureInfo.InvariantCulture, $"{1 - ink:0.###} g\n");
        Fill(left, top, width, height);
        Content.Append("0 g\n");
    }

    /// <summary>A black disc.</summary>
    public void Disc(double middleX, double middleY, double radius)
    {
        // Four curves of Bézier whose handles have this length lie within a three-thousandth of a circle.
        var handle = radius * 0.5523;
        var (x, y) = (middleX, _height - middleY);
        Content.Append(CultureInfo.InvariantCulture, $"{Points(x + radius)} {Points(y)} m\n");
        foreach (var (cos, sin) in (ReadOnlySpan<(int, int)>)[(1, 0), (0, 1), (-1, 0), (0, -1)])
        {
            var (fromX, fromY, toX, toY) = (x + radius * cos, y + radius * sin, x - radius * sin, y + radius * cos);
            Content.Append(
                CultureInfo.InvariantCulture,
                $"{Points(fromX - handle * sin)} {Points(fromY + handle * cos)} {Points(toX + handle * cos)} {Points(toY + handle * sin)} {Points(toX)} {Points(toY)} c\n");
        }

        Content.Append("f\n");
    }

    /// <summary>A line of text; <paramref name="baseline"/> is where its letters stand.</summary>
    /// <param name="size">Points.</param>
    public void Write(double left, double baseline, PdfFont font, double size, string text)
    {
        Content.Append(CultureInfo.InvariantCulture, $"BT /F{(int)font} {size:0.##} Tf {Points(left)} {Points(_height - baseline)} Td (");
        foreach (var letter in text)
        {
            var code = Code(letter);
            Content.Append(code is '(' or ')' or '\\' ? "\\" : "").Append(code);
        }

        Content.Append(") Tj ET\n");
    }

    /// <summary>Writes the whole file.</summary>
    public void Save(Stream output)
    {
        var (file, offsets) = (new MemoryStream(), new List<long>());
        Put(file, "%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");
        foreach (var body in Objects())
        {
            offsets.Add(file.Position);
            Put(file, string.Create(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{body}\nendobj\n"));
        }

        var table = file.Position;
        Put(file, string.Create(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n"));
        offsets.ForEach(offset => Put(file, string.Create(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n")));
        Put(file, string.Create(CultureInfo.InvariantCulture, $"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"));
        file.WriteTo(output);
    }

    private IEnumerable<string> Objects()
    {
        yield return "<< /Type /Catalog /Pages 2 0 R >>";
        var pages = Enumerable.Range(0, _contents.Count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{FirstPageObject + 2 * i} 0 R"));
        yield return $"<< /Type /Pages /Count {_contents.Count.ToString(CultureInfo.InvariantCulture)} /Kids [{string.Join(' ', pages)}] >>";
        foreach (var font in FontNames)
        {
            yield return $"<< /Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding /WinAnsiEncoding >>";
        }

        for (var i = 0; i < _contents.Count; i++)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {Points(_width)} {Points(_height)}] /Resources << /Font << /F0 3 0 R /F1 4 0 R /F2 5 0 R >> >> /Contents {FirstPageObject + 2 * i + 1} 0 R >>");
            yield return string.Create(CultureInfo.InvariantCulture, $"<< /Length {_contents[i].Length} >>\nstream\n{_contents[i]}endstream");
        }
    }

    // Every character of the text built here is one byte of the file.
    private static void Put(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));

    private static char Code(char letter)
    {
        if (letter is >= ' ' and <= '~' or >= '\u00a0' and <= '\u00ff')
        {
            return letter;
        }

        var upper = Upper.IndexOf(letter);
        return upper >= 0 ? (char)(0x80 + upper) : '?';
    }

    private static string Points(double millimetres) => (millimetres * PointsPerMillimetre).ToString("0.###", CultureInfo.InvariantCulture);
}
