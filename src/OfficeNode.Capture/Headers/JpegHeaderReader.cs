using System.Buffers.Binary;
using OfficeNode.Core;

namespace OfficeNode.Capture.Headers;

/// <summary>Reads the segments of a JPEG up to its first scan, and looks for the end marker at its end.</summary>
/// <remarks>ITU-T T.81 for the markers, JFIF 1.02 and EXIF 2.3 for the resolution; the JFIF resolution goes before that of EXIF.</remarks>
internal sealed class JpegHeaderReader
{
    private const int Baseline = 0xC0;
    private const int Extended = 0xC1;
    private const int Progressive = 0xC2;
    private const int StartOfScan = 0xDA;
    private const int EndOfImage = 0xD9;
    private const int Jfif = 0xE0;
    private const int Exif = 0xE1;
    private const int Adobe = 0xEE;
    private const int SearchStep = 1_000;

    private readonly HeaderReading _reading;
    private (int Bits, int Height, int Width, int Samples)? _frame;
    private int _coding;
    private (double? X, double? Y) _jfifDensity;
    private ExifPart _exif = new(null, null, 1, HasLocation: false);
    private int? _adobeTransform;

    public JpegHeaderReader(HeaderReading reading) => _reading = reading;

    private static ReadOnlySpan<byte> EndMarker => [0xFF, EndOfImage];

    public void Read()
    {
        long offset = 2;
        while (NextMarker(ref offset) is { } marker)
        {
            if (marker == EndOfImage)
            {
                _reading.Refuse(CaptureFindings.Truncated, "end", "an end marker before any pixels", "the whole file");
                return;
            }

            if (!StandsAlone(marker) && !ReadSegment(marker, ref offset))
            {
                return;
            }

            if (marker == StartOfScan)
            {
                Finish(offset);
                return;
            }
        }
    }

    /// <summary>The marker at an offset, which moves behind it; null when the file is refused.</summary>
    private int? NextMarker(ref long offset)
    {
        Span<byte> one = stackalloc byte[1];
        var fill = false;
        while (_reading.Window.TryRead(offset++, one))
        {
            if (one[0] == 0xFF)
            {
                fill = true;   // any number of FF may stand before the marker's second byte
            }
            else if (fill && one[0] != 0)
            {
                return one[0];
            }
            else
            {
                _reading.Refuse(CaptureFindings.Header, "marker", $"byte {one[0]:X2} at {offset - 1}", "a marker");
                return null;
            }
        }

        _reading.RefuseUnread("marker", $"no marker at byte {offset - 1}, before any pixels");
        return null;
    }

    private bool ReadSegment(int marker, ref long offset)
    {
        Span<byte> word = stackalloc byte[2];
        if (!_reading.Window.TryRead(offset, word))
        {
            _reading.RefuseUnread("segment", $"segment {marker:X2} without its length");
            return false;
        }

        var length = BinaryPrimitives.ReadUInt16BigEndian(word);
        if (length < 2 || offset + length > _reading.Window.Length)
        {
            _reading.RefuseUnread("segment", $"segment {marker:X2} of {length} bytes at byte {offset}");
            return false;
        }

        var body = offset + 2;
        offset += length;
        return Take(marker, body, length - 2);
    }

    private bool Take(int marker, long body, int length)
    {
        Span<byte> start = stackalloc byte[Math.Min(length, 14)];
        if (!_reading.Window.TryRead(body, start))
        {
            _reading.RefuseUnread("segment", $"segment {marker:X2} at byte {body}");
            return false;
        }

        if (IsStartOfFrame(marker))
        {
            _coding = marker;
            return TakeFrame(start);
        }

        if (marker == Jfif && start.StartsWith("JFIF\0"u8) && length >= 12)
        {
            _jfifDensity = Density(start);
        }
        else if (marker == Exif && start.StartsWith("Exif\0\0"u8))
        {
            _exif = ExifPart.Read(_reading.Window, body + 6, _reading.Limits.MostTags);
        }
        else if (marker == Adobe && start.StartsWith("Adobe"u8) && length >= 12)
        {
            _adobeTransform = start[11];
        }

        return true;
    }

    private bool TakeFrame(ReadOnlySpan<byte> body)
    {
        if (body.Length < 6 || _frame is not null)
        {
            _reading.Refuse(CaptureFindings.Header, "frame", _frame is null ? $"{body.Length} bytes" : "a second frame", "one frame of at least 6 bytes");
            return false;
        }

        _frame = (body[0], BinaryPrimitives.ReadUInt16BigEndian(body[1..]), BinaryPrimitives.ReadUInt16BigEndian(body[3..]), body[5]);
        return true;
    }

    private void Finish(long afterScan)
    {
        if (_frame is not { } frame)
        {
            _reading.Refuse(CaptureFindings.Header, "frame", "pixels before width and height", "width and height first");
            return;
        }

        if (_reading.Add(new FrameHeader(FactsOf(frame)) { Orientation = _exif.Orientation, HasPdfCoding = _coding is Baseline or Extended or Progressive }, "frame") && HasEnd(afterScan))
        {
            NoteColoursAndPlace(frame.Samples);
        }
    }

    private ImageFacts FactsOf((int Bits, int Height, int Width, int Samples) frame) => new()
    {
        Format = ImageFormat.Jpeg,
        Width = frame.Width,
        Height = frame.Height,
        BitsPerSample = frame.Bits,
        SamplesPerPixel = frame.Samples,
        DpiX = _jfifDensity.X ?? _exif.DpiX,
        DpiY = _jfifDensity.Y ?? _exif.DpiY,
        Compression = ImageCompression.Jpeg,
        Photometric = frame.Samples switch
        {
            1 => Photometric.BlackIsZero,
            3 => _adobeTransform == 0 ? Photometric.Rgb : Photometric.YCbCr,
            _ => Photometric.Other,
        },
    };

    private bool HasEnd(long from)
    {
        var earliest = Math.Max(from, _reading.Window.Length - _reading.Limits.MostTrailingBytes);
        Span<byte> bytes = stackalloc byte[SearchStep + 1];
        for (var end = _reading.Window.Length; end > earliest; end -= SearchStep)
        {
            // One byte more than the step: the marker may lie across two of them.
            var start = Math.Max(earliest, end - SearchStep - 1);
            var part = bytes[..(int)(end - start)];
            if (!_reading.Window.TryRead(start, part))
            {
                break;
            }

            if (part.LastIndexOf(EndMarker) >= 0)
            {
                return true;
            }
        }

        _reading.RefuseUnread("end", "no end marker");
        return false;
    }

    private void NoteColoursAndPlace(int samples)
    {
        if (samples == 4)
        {
            _reading.Note(CaptureFindings.Cmyk, Severity.Info, "frame", "CMYK", "grey or RGB");
        }

        if (_exif.HasLocation)
        {
            _reading.Note(CaptureFindings.Location, Severity.Warning, "EXIF", "GPS");
        }
    }

    private static (double? X, double? Y) Density(ReadOnlySpan<byte> jfif)
    {
        double? perInch = jfif[7] switch { 1 => 1, 2 => Resolution.CentimetresPerInch, _ => null };
        return (Resolution.PerInch(BinaryPrimitives.ReadUInt16BigEndian(jfif[8..]) * perInch), Resolution.PerInch(BinaryPrimitives.ReadUInt16BigEndian(jfif[10..]) * perInch));
    }

    private static bool IsStartOfFrame(int marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static bool StandsAlone(int marker) => marker is 0x01 or >= 0xD0 and <= 0xD8;
}
