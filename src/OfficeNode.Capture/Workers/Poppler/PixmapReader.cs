using System.Globalization;
using System.Text;
using OfficeNode.Capture.Native;

namespace OfficeNode.Capture.Workers.Poppler;

/// <summary>Reads the picture that <c>pdftoppm</c> writes (PPM, binary, eight bits a colour) into Leptonica's memory row by row: it is never held twice.</summary>
internal sealed class PixmapReader : IDisposable
{
    // Less difference between red, green and blue than an eye sees: JPEG and colour profiles leave some in grey.
    private const int GreyWithin = 8;

    // Of all pixels: letters drawn over a black and white scan, or its edges where it was drawn crooked.
    private const double MostBetween = 0.1;

    private const int Middle = 128;
    private const int LongestHeader = 64;
    private const int HeaderFields = 4;   // kind, width, height, largest value

    private readonly ImageLimits _limits;
    private PixHandle? _pix;
    private bool _hasColour;
    private long _between;

    public PixmapReader(ImageLimits limits) => _limits = limits;

    /// <summary>Reads the whole picture.</summary>
    /// <exception cref="InvalidDataException">It is none, or larger than the limits.</exception>
    /// <exception cref="EndOfStreamException">It ends before.</exception>
    public void Read(Stream output)
    {
        var (width, height) = ReadSize(output);
        if (width > _limits.LargestSide || height > _limits.LargestSide || (long)width * height * sizeof(uint) > _limits.MostDecodedBytes)
        {
            throw new InvalidDataException($"{width} x {height} pixels.");
        }

        _pix = PixSteps.Checked(Leptonica.Create(width, height, 32)) ?? throw new InvalidDataException("No memory for the picture.");
        var row = new byte[width * 3];
        for (var y = 0; y < height; y++)
        {
            output.ReadExactly(row);
            Put(row, y, width);
        }

        if (output.ReadByte() >= 0)
        {
            throw new InvalidDataException("More than one picture.");
        }
    }

    /// <summary>The picture with no more depth than it needs: one bit where that is expected and nothing says otherwise, grey without colours; null when there is none.</summary>
    public PixHandle? Take(bool bilevelExpected)
    {
        if (_pix is null)
        {
            return null;
        }

        if (_hasColour)
        {
            return PixSteps.Checked(Leptonica.Share(_pix));
        }

        var isBilevel = bilevelExpected && _between <= MostBetween * _pix.Width * _pix.Height;
        using var grey = PixSteps.Grey(_pix);
        return isBilevel ? PixSteps.Thresholded(grey, Middle) : grey is null ? null : PixSteps.Checked(Leptonica.Share(grey));
    }

    public void Dispose() => _pix?.Dispose();

    private static (int Width, int Height) ReadSize(Stream output)
    {
        var header = new StringBuilder();
        var fields = 0;
        while (fields < HeaderFields)
        {
            var next = output.ReadByte();
            if (next < 0)
            {
                throw new EndOfStreamException("No picture.");
            }

            header.Append((char)next);
            fields += next is ' ' or '\n' ? 1 : 0;
            if (header.Length > LongestHeader)
            {
                throw new InvalidDataException("A header without end.");
            }
        }

        return header.ToString().Split([' ', '\n']) is ["P6", var width, var height, "255", _] ? (Whole(width), Whole(height)) : throw new InvalidDataException("No PPM.");
    }

    private static int Whole(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : throw new InvalidDataException("No size.");

    private unsafe void Put(ReadOnlySpan<byte> row, int y, int width)
    {
        var pixels = new Span<uint>(Leptonica.PixelsOf(_pix!) + (long)y * width, width);   // made before the first row
        for (var x = 0; x < width; x++)
        {
            var (red, green, blue) = (row[3 * x], row[3 * x + 1], row[3 * x + 2]);
            pixels[x] = (uint)(red << 24 | green << 16 | blue << 8);
            _hasColour |= Math.Abs(red - green) > GreyWithin || Math.Abs(green - blue) > GreyWithin;
            _between += green is 0 or byte.MaxValue ? 0 : 1;
        }
    }
}
