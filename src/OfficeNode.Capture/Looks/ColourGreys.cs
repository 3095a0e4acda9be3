using System.Runtime.Intrinsics;
using OfficeNode.Capture.Native;

namespace OfficeNode.Capture.Looks;

/// <summary>Makes greys of a picture with colours: as the eye weighs them, and the darkest of each pixel's three.</summary>
internal static class ColourGreys
{
    // Leptonica's weights, 0.3, 0.5 and 0.2, in 256ths.
    private const uint RedWeight = 77;
    private const uint GreenWeight = 128;
    private const uint BlueWeight = 51;

    private const int Step = 32;

    /// <summary>Both, of the upper left part of a picture 32 bits deep.</summary>
    public static unsafe (GreyPage Weighed, GreyPage Darkest) Of(PixHandle colours, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, colours.Width);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, colours.Height);
        var (weighed, darkest) = (new byte[width * height], new byte[width * height]);
        var words = Leptonica.WordsPerRow(colours);
        for (var y = 0; y < height; y++)
        {
            var row = new ReadOnlySpan<uint>(Leptonica.PixelsOf(colours) + (long)y * words, width);
            Take(row, weighed.AsSpan(y * width, width), darkest.AsSpan(y * width, width));
        }

        return (new(weighed, width, height), new(darkest, width, height));
    }

    private static void Take(ReadOnlySpan<uint> row, Span<byte> weighed, Span<byte> darkest)
    {
        var x = 0;
        for (; x + Step <= row.Length; x += Step)
        {
            var (one, two) = (Take(row[x..]), Take(row[(x + Step / 4)..]));
            var (three, four) = (Take(row[(x + Step / 2)..]), Take(row[(x + Step * 3 / 4)..]));
            Vector256.Narrow(Vector256.Narrow(one.Weighed, two.Weighed), Vector256.Narrow(three.Weighed, four.Weighed)).CopyTo(weighed[x..]);
            Vector256.Narrow(Vector256.Narrow(one.Darkest, two.Darkest), Vector256.Narrow(three.Darkest, four.Darkest)).CopyTo(darkest[x..]);
        }

        for (; x < row.Length; x++)
        {
            var (red, green, blue) = (row[x] >> 24, row[x] >> 16 & 255, row[x] >> 8 & 255);
            weighed[x] = (byte)((red * RedWeight + green * GreenWeight + blue * BlueWeight) >> 8);
            darkest[x] = (byte)Math.Min(red, Math.Min(green, blue));
        }
    }

    private static (Vector256<uint> Weighed, Vector256<uint> Darkest) Take(ReadOnlySpan<uint> eight)
    {
        var (pixels, low) = (Vector256.Create(eight), Vector256.Create(255u));
        var (red, green, blue) = (pixels >>> 24, pixels >>> 16 & low, pixels >>> 8 & low);
        return ((red * RedWeight + green * GreenWeight + blue * BlueWeight) >>> 8, Vector256.Min(red, Vector256.Min(green, blue)));
    }
}
