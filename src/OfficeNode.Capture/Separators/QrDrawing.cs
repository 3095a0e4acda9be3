using QRCoder;

namespace OfficeNode.Capture.Separators;

/// <summary>Draws QR codes with the highest correction: three tenths of one may be spoiled. Lengths are millimetres.</summary>
internal static class QrDrawing
{
    private const double QuietModules = 4;

    // Seams between the rows of a code would show as white lines in some viewers.
    private const double Overlap = 0.02;

    /// <summary>Draws a code without the white that must surround it.</summary>
    public static void Draw(PdfPages pages, string text, double left, double top, double side)
    {
        var utf8 = !text.All(char.IsAscii);
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.H, utf8, false, utf8 ? QRCodeGenerator.EciMode.Utf8 : QRCodeGenerator.EciMode.Default);
        var (rows, quiet) = (data.ModuleMatrix, (int)QuietModules);
        var modules = rows.Count - 2 * quiet;
        var module = side / modules;
        for (var y = 0; y < modules; y++)
        {
            for (var x = 0; x < modules; x++)
            {
                var start = x;
                while (x < modules && rows[y + quiet][x + quiet])
                {
                    x++;
                }

                if (x > start)
                {
                    pages.Fill(left + start * module, top + y * module, (x - start) * module, module + Overlap);
                }
            }
        }
    }
}
