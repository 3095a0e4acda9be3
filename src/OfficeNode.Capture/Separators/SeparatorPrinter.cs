namespace OfficeNode.Capture.Separators;

/// <summary>Draws separator sheets as a PDF, a page each. Same sheets, same bytes.</summary>
/// <remarks>
/// The code stands twice, in opposite corners, so that a crease, a streak or a torn corner leaves one; and Patch T stands on the edges, so that a sheet whose codes
/// are both spoiled still ends the dossier before it. A sheet looks the same upside down. Thread-safe.
/// </remarks>
public static class SeparatorPrinter
{
    // All lengths are millimetres. Desktop printers leave 5 mm white, scanners look for Patch T from 6 mm on.
    private const double Margin = 14;
    private const double CodeSide = 46;

    // A sheet that is pulled in ten degrees askew loses 20 mm at the sides of its corners.
    private const double SideMargin = 24;

    // Patch T: bars and spaces 0.08 inch, wide bars 0.20 inch (Kodak, Patch Code Information, A-61599).
    private const double Narrow = 2.032;
    private const double Wide = 5.08;
    private const double PatchFromEdge = 8;
    private const double PatchLength = 80;

    private const double TextLeft = 28;
    private const double TextWidth = 165;

    // Of bold Helvetica in millimetres a point: capitals and figures are this wide on average.
    private const double LetterWidth = 0.22;

    /// <summary>Whether the fonts of a sheet have every letter of a text; others are printed as question marks.</summary>
    public static bool CanPrint(string text) => text.All(PdfPages.Has);

    /// <summary>Writes the file.</summary>
    /// <exception cref="ArgumentException">There is no sheet.</exception>
    public static void Write(Stream output, IReadOnlyList<SeparatorSheet> sheets, SheetSize size)
    {
        if (sheets.Count == 0)
        {
            throw new ArgumentException("There is no sheet to print.", nameof(sheets));
        }

        var (width, height) = SidesOf(size);
        var pages = new PdfPages(width, height);
        foreach (var sheet in sheets)
        {
            pages.BeginPage();
            Draw(pages, sheet, width, height);
        }

        pages.Save(output);
    }

    /// <summary>Millimetres.</summary>
    internal static (double Width, double Height) SidesOf(SheetSize size) => size == SheetSize.A4 ? (210.0, 297.0) : (215.9, 279.4);

    private static void Draw(PdfPages pages, SeparatorSheet sheet, double width, double height)
    {
        var free = sheet.Code is null ? 0 : SideMargin + CodeSide;
        DrawLyingPatch(pages, (width + free - PatchLength) / 2, PatchFromEdge, 1);
        DrawLyingPatch(pages, (width - free - PatchLength) / 2, height - PatchFromEdge, -1);
        if (sheet.Code is { } code)
        {
            QrDrawing.Draw(pages, code.ToString(), SideMargin, Margin, CodeSide);
            QrDrawing.Draw(pages, code.ToString(), width - SideMargin - CodeSide, height - Margin - CodeSide, CodeSide);
        }
        else
        {
            DrawStandingPatch(pages, PatchFromEdge, (height - PatchLength) / 2, 1);
            DrawStandingPatch(pages, width - PatchFromEdge, (height - PatchLength) / 2, -1);
        }

        DrawText(pages, sheet, height, sheet.Code is null ? TextLeft + Margin : TextLeft);
    }

    /// <summary>Bars along the upper (1) or lower (-1) edge, the narrow one outermost.</summary>
    private static void DrawLyingPatch(PdfPages pages, double left, double edge, int inwards)
    {
        foreach (var (from, bar) in Bars())
        {
            pages.Fill(left, inwards > 0 ? edge + from : edge - from - bar, PatchLength, bar);
        }
    }

    /// <summary>Bars along the left (1) or right (-1) edge.</summary>
    private static void DrawStandingPatch(PdfPages pages, double edge, double top, int inwards)
    {
        foreach (var (from, bar) in Bars())
        {
            pages.Fill(inwards > 0 ? edge + from : edge - from - bar, top, bar, PatchLength);
        }
    }

    private static IEnumerable<(double From, double Width)> Bars() =>
    [
        (0, Narrow),
        (2 * Narrow, Wide),
        (3 * Narrow + Wide, Narrow),
        (5 * Narrow + Wide, Wide),
    ];

    private static void DrawText(PdfPages pages, SeparatorSheet sheet, double height, double left)
    {
        var y = height / 2 - 58;
        pages.Write(left, y, PdfFont.Bold, 26, sheet.Title);
        foreach (var (index, line) in sheet.Lines.Index())
        {
            // The dossier is read from the other end of the table.
            var size = Math.Min(index == 0 ? 34 : 20, TextWidth / LetterWidth / Math.Max(1, line.Value.Length));
            pages.Write(left, y + 15, PdfFont.Regular, 11, line.Label);
            pages.Write(left, y + 15 + size * 0.38, PdfFont.Bold, size, line.Value);
            y += 11 + size * 0.38;
        }

        if (sheet.Code is { } code)
        {
            pages.Write(left, y + 16, PdfFont.Fixed, 13, code.ToString());
            y += 8;
        }

        foreach (var instruction in sheet.Instructions)
        {
            pages.Write(left, y + 16, PdfFont.Regular, 11, instruction);
            y += 6;
        }
    }
}
