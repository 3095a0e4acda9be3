using System.Buffers.Binary;
using System.Runtime.InteropServices;
using OfficeNode.Capture.Native;

namespace OfficeNode.Capture.Looks;

/// <summary>A grey picture in managed memory, a byte a pixel, 0 black to 255 white, rows without gaps.</summary>
internal sealed class GreyPage
{
    public GreyPage(byte[] pixels, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(pixels.Length, width * height);
        Pixels = pixels;
        Width = width;
        Height = height;
    }

    public byte[] Pixels { get; }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Copies a picture of eight bits out of Leptonica's memory; null stays null.</summary>
    public static unsafe GreyPage? Of(PixHandle? pix)
    {
        if (pix is not { Depth: 8 })
        {
            return null;
        }

        var (width, height, words) = (pix.Width, pix.Height, Leptonica.WordsPerRow(pix));
        var pixels = new byte[width * height];
        var row = new uint[words];
        for (var y = 0; y < height; y++)
        {
            // Leptonica keeps the first pixel in the highest byte of a word, whatever the machine does.
            BinaryPrimitives.ReverseEndianness(new ReadOnlySpan<uint>(Leptonica.PixelsOf(pix) + (long)y * words, words), row);
            MemoryMarshal.AsBytes(row)[..width].CopyTo(pixels.AsSpan(y * width));
        }

        return new(pixels, width, height);
    }

    /// <summary>What is darker than a threshold, as a one-bit picture in Leptonica's memory; null when that is short.</summary>
    public unsafe PixHandle? ToBits(int threshold)
    {
        var bits = Leptonica.Create(Width, Height, 1);
        if (bits.IsInvalid)
        {
            bits.Dispose();
            return null;
        }

        var words = Leptonica.WordsPerRow(bits);
        for (var y = 0; y < Height; y++)
        {
            var row = Row(y);
            var target = Leptonica.PixelsOf(bits) + (long)y * words;
            for (var x = 0; x < row.Length; x++)
            {
                target[x / 32] |= row[x] < threshold ? 0x80000000u >> (x % 32) : 0;
            }
        }

        return bits;
    }

    public ReadOnlySpan<byte> Row(int y) => Pixels.AsSpan(y * Width, Width);

    /// <summary>At half the size; each new pixel is the mean of four.</summary>
    public GreyPage Halved()
    {
        var (width, height) = (Width / 2, Height / 2);
        var half = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            var upper = Row(2 * y);
            var lower = Row(2 * y + 1);
            var target = half.AsSpan(y * width, width);
            for (var x = 0; x < target.Length; x++)
            {
                target[x] = (byte)((upper[2 * x] + upper[2 * x + 1] + lower[2 * x] + lower[2 * x + 1] + 2) / 4);
            }
        }

        return new(half, width, height);
    }

    /// <summary>Each pixel becomes the median of the medians of its three rows: specks and hairlines go, edges stay.</summary>
    public GreyPage Despeckled()
    {
        var (rows, clean) = (new byte[Pixels.Length], (byte[])Pixels.Clone());
        for (var at = 1; at < Pixels.Length - 1; at++)
        {
            rows[at] = Median(Pixels[at - 1], Pixels[at], Pixels[at + 1]);
        }

        for (var at = Width; at < Pixels.Length - Width; at++)
        {
            clean[at] = Median(rows[at - Width], rows[at], rows[at + Width]);
        }

        return new(clean, Width, Height);
    }

    /// <summary>A part of it turned about the part's middle by an angle, clockwise in degrees, at a scale; what lies outside is white.</summary>
    public GreyPage Turned(int left, int top, int width, int height, double degrees, double scale)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var (newWidth, newHeight) = ((int)((width * Math.Abs(cos) + height * Math.Abs(sin)) * scale), (int)((width * Math.Abs(sin) + height * Math.Abs(cos)) * scale));
        var turned = new byte[newWidth * newHeight];
        var (middleX, middleY) = (left + width / 2.0, top + height / 2.0);
        for (var y = 0; y < newHeight; y++)
        {
            var down = (y - newHeight / 2.0) / scale;
            for (var x = 0; x < newWidth; x++)
            {
                var across = (x - newWidth / 2.0) / scale;
                turned[y * newWidth + x] = Between(middleX + across * cos + down * sin, middleY - across * sin + down * cos);
            }
        }

        return new(turned, newWidth, newHeight);
    }

    private static byte Median(byte one, byte two, byte three) => Math.Max(Math.Min(one, two), Math.Min(Math.Max(one, two), three));

    /// <summary>The grey at a point between pixels.</summary>
    private byte Between(double x, double y)
    {
        var (column, row) = ((int)Math.Floor(x), (int)Math.Floor(y));
        if (column < 0 || row < 0 || column >= Width - 1 || row >= Height - 1)
        {
            return byte.MaxValue;
        }

        var (right, lower, at) = (x - column, y - row, row * Width + column);
        var upper = Pixels[at] + (Pixels[at + 1] - Pixels[at]) * right;
        var under = Pixels[at + Width] + (Pixels[at + Width + 1] - Pixels[at + Width]) * right;
        return (byte)(upper + (under - upper) * lower + 0.5);
    }
}
