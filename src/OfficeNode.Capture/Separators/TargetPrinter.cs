using System.Globalization;

namespace OfficeNode.Capture.Separators;

/// <summary>Draws the target sheet as a PDF of one page. Same sheet, same bytes. Thread-safe.</summary>
/// <remarks>
/// It carries no Patch T: a target sheet whose codes are both spoiled must not part a batch. Greys are left to the printer, which makes them of dots as it does in print;
/// bars are drawn, not dithered.
/// </remarks>
public static class TargetPrinter
{
    private const double TextLeft = -67;
    private const double TitleLeft = -42;
    private const double LineHeight = 5;
    private const double TextSize = 10;

    /// <summary>Writes the file.</summary>
    public static void Write(Stream output, TargetSheet sheet, SheetSize size)
    {
        var (width, height) = SeparatorPrinter.SidesOf(size);
        var pages = new PdfPages(width, height);
        pages.BeginPage();
        new Drawing(pages, width / 2, height / 2).Draw(sheet);
        pages.Save(output);
    }

    /// <summary>The page with its middle as the origin.</summary>
    private readonly struct Drawing(PdfPages pages, double middleX, double middleY)
    {
        public void Draw(TargetSheet sheet)
        {
            foreach (var (left, top) in TargetLayout.Codes)
            {
                QrDrawing.Draw(pages, sheet.Code.ToString(), middleX + left, middleY + top, TargetLayout.CodeSide);
            }

            foreach (var (x, y) in TargetLayout.Discs)
            {
                pages.Disc(middleX + x, middleY + y, TargetLayout.DiscRadius);
            }

            foreach (var (box, ink) in TargetLayout.Greys)
            {
                pages.FillGrey(middleX + box.Left, middleY + box.Top, box.Width, box.Height, ink);
            }

            foreach (var patch in TargetLayout.Bars)
            {
                Draw(patch);
            }

            Write(sheet);
        }

        private void Draw(BarPatch patch)
        {
            var (box, bar) = (patch.Box, 0.5 / patch.LinesPerMillimetre);
            var pairs = (int)Math.Round((patch.Standing ? box.Width : box.Height) * patch.LinesPerMillimetre);
            for (var i = 0; i < pairs; i++)
            {
                var (x, y) = patch.Standing ? (box.Left + 2 * i * bar, box.Top) : (box.Left, box.Top + 2 * i * bar);
                pages.Fill(middleX + x, middleY + y, patch.Standing ? bar : box.Width, patch.Standing ? box.Height : bar);
            }

            if (patch.Standing)
            {
                Write(box.Left, box.Top - 1.5, PdfFont.Regular, 8, patch.LinesPerMillimetre.ToString("0.#", CultureInfo.InvariantCulture));
            }
        }

        private void Write(TargetSheet sheet)
        {
            Write(TitleLeft, -108, PdfFont.Bold, 24, sheet.Title);
            foreach (var (index, line) in sheet.Lines.Index())
            {
                Write(TitleLeft, -101 + index * LineHeight, PdfFont.Regular, TextSize, line);
            }

            var (greys, bars) = (TargetLayout.Greys[0].Box, TargetLayout.Bars[^1].Box);
            Write(TextLeft, greys.Bottom + LineHeight, PdfFont.Regular, TextSize, sheet.Greys);
            Write(TextLeft, bars.Bottom + LineHeight, PdfFont.Regular, TextSize, sheet.Bars);
            foreach (var (index, line) in sheet.Instructions.Index())
            {
                Write(TextLeft, greys.Bottom + (index + 3) * LineHeight, PdfFont.Regular, TextSize, line);
            }

            Write(TextLeft, 112, PdfFont.Fixed, 12, sheet.Code.ToString());
        }

        private void Write(double left, double baseline, PdfFont font, double size, string text) => pages.Write(middleX + left, middleY + baseline, font, size, text);
    }
}
