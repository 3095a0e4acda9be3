using OfficeNode.Core;

namespace OfficeNode.Capture.Headers;

/// <summary>Compares what a TIFF frame promises with the bytes that are there.</summary>
internal sealed class TiffDataCheck
{
    private const int SeparatePlanes = 2;

    private readonly HeaderReading _reading;
    private readonly TiffDirectory _directory;
    private readonly TiffData _data;
    private readonly string _path;

    public TiffDataCheck(HeaderReading reading, TiffDirectory directory, TiffData data, string path)
    {
        _reading = reading;
        _directory = directory;
        _data = data;
        _path = path;
    }

    public bool Passes(ImageFacts facts)
    {
        if (_data.Blocks == 0)
        {
            return HasOldJpeg();
        }

        if (_data.Blocks > _reading.Limits.MostStrips)
        {
            _reading.Refuse(CaptureFindings.TooLarge, _path, $"{_data.Blocks} strips", $"at most {_reading.Limits.MostStrips} strips");
            return false;
        }

        return HasEnoughBlocks(facts) && SumOfBlocks() is { } bytes && HasEnoughBytes(facts, bytes);
    }

    /// <summary>TIFF 6.0's first way of holding a JPEG names no strips but the place of the whole JPEG.</summary>
    private bool HasOldJpeg()
    {
        if (_directory.Number(TiffTag.JpegInterchangeFormat) is { } offset && offset < _reading.Window.Length)
        {
            return true;
        }

        _reading.Refuse(CaptureFindings.Header, _path, "no strips and no tiles", "at least one");
        return false;
    }

    private bool HasEnoughBlocks(ImageFacts facts)
    {
        long expected;
        if (_data.Tiled)
        {
            var across = _directory.Number(TiffTag.TileWidth) ?? 0;
            var down = _directory.Number(TiffTag.TileLength) ?? 0;
            expected = across == 0 || down == 0 ? long.MaxValue : Parts(facts.Width, across) * Parts(facts.Height, down);
        }
        else
        {
            var rows = _directory.Number(TiffTag.RowsPerStrip) ?? facts.Height;
            expected = rows == 0 ? long.MaxValue : Parts(facts.Height, rows);
        }

        if (expected != long.MaxValue)
        {
            expected *= Planes(facts);
        }

        if (_data.Blocks >= expected)
        {
            return true;
        }

        _reading.Refuse(CaptureFindings.Header, _path, $"{_data.Blocks} strips or tiles", expected == long.MaxValue ? "strips or tiles of a size" : $"{expected} strips or tiles");
        return false;
    }

    /// <summary>The bytes of all blocks; null when one is not in the file.</summary>
    private long? SumOfBlocks()
    {
        long sum = 0;
        for (uint i = 0; i < _data.Blocks; i++)
        {
            var length = _data.HasLengths ? _data.LengthOf(i) : 1;
            if (_data.OffsetOf(i) is not { } offset || length is not { } bytes)
            {
                _reading.RefuseUnread(_path, $"no place or length of strip {i + 1}");
                return null;
            }

            if (offset + bytes > _reading.Window.Length)
            {
                _reading.RefuseUnread(_path, $"strip {i + 1} ends at byte {offset + bytes}, the file at byte {_reading.Window.Length}");
                return null;
            }

            sum += bytes;
        }

        return sum;
    }

    private bool HasEnoughBytes(ImageFacts facts, long bytes)
    {
        if (!_data.HasLengths || bytes >= LeastBytes(facts))
        {
            return true;
        }

        _reading.RefuseUnread(_path, $"{bytes} bytes of pixels, not {LeastBytes(facts)}");
        return false;
    }

    private long LeastBytes(ImageFacts facts)
    {
        // Colour differences may be stored for fewer pixels, and tiles reach over the edge: only plain strips say how long they must be.
        if (facts.Compression != ImageCompression.None || facts.Photometric == Photometric.YCbCr || _data.Tiled)
        {
            return 1;
        }

        var planes = Planes(facts);
        var rowBits = (long)facts.Width * facts.BitsPerSample * facts.SamplesPerPixel / planes;
        return (rowBits + 7) / 8 * facts.Height * planes;
    }

    private long Planes(ImageFacts facts) =>
        _directory.Number(TiffTag.PlanarConfiguration) == SeparatePlanes ? facts.SamplesPerPixel : 1;

    private static long Parts(long whole, long part) => (whole + part - 1) / part;
}
