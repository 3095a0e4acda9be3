using System.Globalization;
using System.Text;

namespace OfficeNode.Tests.Capture;

/// <summary>Small PDFs made byte by byte, so that a test can also make them wrong.</summary>
internal static class TinyPdf
{
    /// <summary>Words that no picture stands under.</summary>
    public const string Words = "BT /F 12 Tf 20 20 Td (The mark is a green frog) Tj ET\n";

    private const int FirstPageObject = 4;   // after catalogue, pages and font

    /// <summary>One page.</summary>
    /// <param name="Width">Points.</param>
    /// <param name="Height">Points.</param>
    /// <param name="Content">Operators that draw it; <c>/F</c> is a font, <c>/P</c> the picture or form.</param>
    /// <param name="Object">The picture or form: its dictionary's entries and its bytes.</param>
    /// <param name="Turn">Degrees to the right.</param>
    public sealed record Page(double Width, double Height, string Content, (string Entries, string Bytes)? Object = null, int Turn = 0);

    /// <summary>A page that is one picture: stripes, at so many dots to the inch.</summary>
    /// <param name="bits">1 or 8 a pixel.</param>
    /// <param name="more">Operators after the picture.</param>
    public static Page Scan(int width, int height, int dpi, int bits, int turn = 0, string more = "")
    {
        var row = bits == 1
            ? string.Concat(Enumerable.Repeat("\u00f0\u0081", (width + 15) / 16))[..((width + 7) / 8)]
            : string.Concat(Enumerable.Range(0, width).Select(x => (char)(x % 200 + 40)));
        var (w, h) = (width * 72.0 / dpi, height * 72.0 / dpi);
        var entries = Text($"/Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent {bits}");
        return new(w, h, Text($"q {w} 0 0 {h} 0 0 cm /P Do Q\n{more}"), (entries, string.Concat(Enumerable.Repeat(row, height))), turn);
    }

    /// <summary>A page that nobody lives to see drawn: each form draws the next ten times.</summary>
    public static byte[] Endless()
    {
        const int Depth = 12;
        var forms = Enumerable.Range(0, Depth).Select(i => (Entries: Text($"/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /P {FirstPageObject + 4 + i} 0 R >> >>"), Bytes: Repeat("/P Do ", 10)));
        return Write([new(100, 100, "/P Do\n", ("/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /P 7 0 R >> >>", Repeat("/P Do ", 10)))], [.. forms, ("/Subtype /Form /BBox [0 0 9 9]", "0 0 m 9 9 l S")]);
    }

    public static byte[] Write(params IReadOnlyList<Page> pages) => Write(pages, []);

    private static byte[] Write(IReadOnlyList<Page> pages, IReadOnlyList<(string Entries, string Bytes)> more)
    {
        var (file, offsets) = (new StringBuilder("%PDF-1.4\n"), new List<int>());
        foreach (var body in Objects(pages).Concat(more.Select(Stream)))
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{body}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    private static IEnumerable<string> Objects(IReadOnlyList<Page> pages)
    {
        yield return "<< /Type /Catalog /Pages 2 0 R >>";
        yield return Text($"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, i) => Text($"{FirstPageObject + 3 * i} 0 R")))}] >>");
        yield return "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
        foreach (var (page, i) in pages.Select((page, i) => (page, FirstPageObject + 3 * i)))
        {
            yield return Text($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.Width} {page.Height}] /Rotate {page.Turn} /Contents {i + 1} 0 R /Resources << /Font << /F 3 0 R >> /XObject << /P {i + 2} 0 R >> >> >>");
            yield return Stream(("", page.Content));
            yield return Stream(page.Object is { } shown ? ("/Type /XObject " + shown.Entries, shown.Bytes) : ("/Type /XObject /Subtype /Form /BBox [0 0 1 1]", ""));
        }
    }

    private static string Stream((string Entries, string Bytes) stream) => Text($"<< {stream.Entries} /Length {stream.Bytes.Length} >>\nstream\n{stream.Bytes}\nendstream");

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
