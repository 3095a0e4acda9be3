using System.Globalization;
using System.Text;
using OfficeNode.Capture.Headers;
using OfficeNode.TestKit;
using OfficeNode.Tests.Capture;

namespace OfficeNode.Tests.Looks;

/// <summary>A grey page that a test draws on and spoils, and that goes to disk as an uncompressed TIFF.</summary>
internal sealed class PagePicture
{
    private PagePicture(byte[] pixels, int width, int height, int dpi)
    {
        Pixels = pixels;
        Width = width;
        Height = height;
        Dpi = dpi;
    }

    public byte[] Pixels { get; }

    public int Width { get; }

    public int Height { get; }

    public int Dpi { get; }

    /// <summary>An A4 sheet of one grey.</summary>
    public static PagePicture Blank(int dpi = 300, byte grey = 250)
    {
        var (width, height) = ((int)(8.27 * dpi), (int)(11.69 * dpi));
        var pixels = new byte[width * height];
        pixels.AsSpan().Fill(grey);
        return new(pixels, width, height, dpi);
    }

    public static PagePicture Of(byte[] pixels, int width, int height, int dpi) => new(pixels, width, height, dpi);

    /// <summary>Reads a binary portable grey map, as pdftoppm and convert write it.</summary>
    public static PagePicture ReadPgm(string path, int dpi)
    {
        var bytes = File.ReadAllBytes(path);
        var (fields, at) = (new List<string>(), 0);
        while (fields.Count < 4)
        {
            var isComment = bytes[at] == '#';
            var end = Array.FindIndex(bytes, at, value => value == '\n' || (value == ' ' && !isComment));
            if (!isComment)
            {
                fields.Add(Encoding.ASCII.GetString(bytes, at, end - at));
            }

            at = end + 1;
        }

        var (width, height) = (int.Parse(fields[1], CultureInfo.InvariantCulture), int.Parse(fields[2], CultureInfo.InvariantCulture));
        return new(bytes[at..(at + width * height)], width, height, dpi);
    }

    /// <summary>The pages of a PDF, drawn by poppler.</summary>
    public static IReadOnlyList<PagePicture> OfPdf(string pdf, int dpi)
    {
        using var folder = new TemporaryFolder();
        Tool.Run("pdftoppm", "poppler-utils", "-r", dpi.ToString(CultureInfo.InvariantCulture), "-gray", pdf, folder.PathOf("page"));
        return [.. Directory.EnumerateFiles(folder.Path, "page*.pgm").Order(StringComparer.Ordinal).Select(file => ReadPgm(file, dpi))];
    }

    /// <summary>Any picture, by ImageMagick, at most a page of A4 at 300 dots per inch.</summary>
    public static PagePicture OfImage(string path, int dpi = 300)
    {
        using var folder = new TemporaryFolder();
        Tool.Run("convert", "imagemagick", path + "[0]", "-background", "white", "-alpha", "remove", "-colorspace", "gray", "-depth", "8", "-resize", "2480x3508>", folder.PathOf("page.pgm"));
        return ReadPgm(folder.PathOf("page.pgm"), dpi);
    }

    public byte this[int x, int y]
    {
        get => Pixels[y * Width + x];
        set
        {
            if (x >= 0 && y >= 0 && x < Width && y < Height)
            {
                Pixels[y * Width + x] = value;
            }
        }
    }

    public int Length(double millimetres) => (int)Math.Round(millimetres / 25.4 * Dpi);

    /// <summary>Darkens a rectangle, in millimetres.</summary>
    public PagePicture Fill(double left, double top, double width, double height, byte grey = 20)
    {
        for (var y = Length(top); y < Length(top + height); y++)
        {
            for (var x = Length(left); x < Length(left + width); x++)
            {
                this[x, y] = grey;
            }
        }

        return this;
    }

    /// <summary>Darkens a disc, in millimetres.</summary>
    public PagePicture Disc(double middleX, double middleY, double radius, byte grey = 20)
    {
        var r = Length(radius);
        for (var y = -r; y <= r; y++)
        {
            for (var x = -r; x <= r; x++)
            {
                if (x * x + y * y <= r * r)
                {
                    this[Length(middleX) + x, Length(middleY) + y] = grey;
                }
            }
        }

        return this;
    }

    /// <summary>Draws a line as a pen does, with a soft edge of one pixel; all but the grey in millimetres.</summary>
    public PagePicture Stroke(double fromX, double fromY, double toX, double toY, double width, int darker)
    {
        var (x0, y0, x1, y1, half) = (fromX / 25.4 * Dpi, fromY / 25.4 * Dpi, toX / 25.4 * Dpi, toY / 25.4 * Dpi, width / 25.4 * Dpi / 2);
        var (dx, dy) = (x1 - x0, y1 - y0);
        var length = dx * dx + dy * dy;
        for (var y = (int)(Math.Min(y0, y1) - half - 2); y <= Math.Max(y0, y1) + half + 2; y++)
        {
            for (var x = (int)(Math.Min(x0, x1) - half - 2); x <= Math.Max(x0, x1) + half + 2; x++)
            {
                var along = length == 0 ? 0 : Math.Clamp(((x - x0) * dx + (y - y0) * dy) / length, 0, 1);
                var share = Math.Clamp(half + 0.5 - Math.Sqrt(Square(x - x0 - along * dx) + Square(y - y0 - along * dy)), 0, 1);
                if (share > 0 && x >= 0 && y >= 0 && x < Width && y < Height)
                {
                    this[x, y] = (byte)Math.Max(0, this[x, y] - darker * share);
                }
            }
        }

        return this;
    }

    /// <summary>The darker of both at each place, the other one laid on at a place in millimetres.</summary>
    public PagePicture Lay(PagePicture other, double left, double top)
    {
        for (var y = 0; y < other.Height; y++)
        {
            for (var x = 0; x < other.Width; x++)
            {
                var (atX, atY) = (Length(left) + x, Length(top) + y);
                if (atX < Width && atY < Height)
                {
                    this[atX, atY] = Math.Min(this[atX, atY], other[x, y]);
                }
            }
        }

        return this;
    }

    /// <summary>The same paper with so many times the lines, as a feeder at another pace takes them.</summary>
    public PagePicture Stretched(double lines)
    {
        var height = (int)(Height * lines);
        var pixels = new byte[Width * height];
        for (var y = 0; y < height; y++)
        {
            var from = Math.Clamp((y + 0.5) / lines - 0.5, 0, Height - 1.001);
            var (row, share) = ((int)from, from - (int)from);
            for (var x = 0; x < Width; x++)
            {
                pixels[y * Width + x] = (byte)(this[x, row] * (1 - share) + this[x, row + 1] * share + 0.5);
            }
        }

        return new(pixels, Width, height, Dpi);
    }

    /// <summary>Blurred: each pixel is mixed with its four neighbours, so many times.</summary>
    public PagePicture Softened(int times)
    {
        var page = Copy();
        for (var time = 0; time < times; time++)
        {
            var source = (byte[])page.Pixels.Clone();
            for (var at = Width; at < source.Length - Width; at++)
            {
                page.Pixels[at] = (byte)((source[at] * 4 + source[at - 1] + source[at + 1] + source[at - Width] + source[at + Width] + 4) / 8);
            }
        }

        return page;
    }

    /// <summary>Every grey changed in the same way.</summary>
    public PagePicture Changed(Func<int, int> change)
    {
        var greys = Enumerable.Range(0, 256).Select(grey => (byte)change(grey)).ToArray();
        return new([.. Pixels.Select(pixel => greys[pixel])], Width, Height, Dpi);
    }

    public PagePicture Copy() => new((byte[])Pixels.Clone(), Width, Height, Dpi);

    /// <param name="orientation">As TIFF names it: 6 says that the picture must be turned to the right.</param>
    public byte[] ToGreyTiff(uint orientation = 1) => TestImages.Tiff(littleEndian: true, 1, Pixels, offset => Entries(offset, 8, Pixels.Length, orientation), Dpi);

    /// <summary>One bit a pixel: black below the threshold.</summary>
    public byte[] ToBilevelTiff(int threshold = 128)
    {
        var stride = (Width + 7) / 8;
        var bits = new byte[stride * Height];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                if (Pixels[y * Width + x] >= threshold)
                {
                    bits[y * stride + x / 8] |= (byte)(0x80 >> (x % 8));
                }
            }
        }

        return TestImages.Tiff(littleEndian: true, 1, bits, offset => Entries(offset, 1, bits.Length, 1), Dpi);
    }

    private TestImages.Entry[] Entries(uint offset, uint bitsPerSample, int length, uint orientation) =>
    [
        new(TiffTag.ImageWidth, 4, (uint)Width),
        new(TiffTag.ImageLength, 4, (uint)Height),
        new(TiffTag.BitsPerSample, 3, bitsPerSample),
        new(TiffTag.Compression, 3, 1),
        new(TiffTag.PhotometricInterpretation, 3, 1),
        new(TiffTag.StripOffsets, 4, offset),
        new(TiffTag.Orientation, 3, orientation),
        new(TiffTag.SamplesPerPixel, 3, 1),
        new(TiffTag.RowsPerStrip, 4, (uint)Height),
        new(TiffTag.StripByteCounts, 4, (uint)length),
        new(TiffTag.XResolution, 5, 8),
        new(TiffTag.YResolution, 5, 8),
        new(TiffTag.ResolutionUnit, 3, 2),
    ];

    private static double Square(double value) => value * value;
}
