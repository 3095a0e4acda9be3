using OfficeNode.Core;

namespace OfficeNode.Capture.Headers;

/// <summary>Reads the frames of a classic TIFF, of either byte order.</summary>
/// <remarks>TIFF 6.0. The chain of directories is followed once around at most; subdirectories and thumbnails inside a frame are not frames.</remarks>
internal sealed class TiffHeaderReader
{
    private const int Separated = 5;

    private readonly HeaderReading _reading;
    private readonly bool _littleEndian;

    public TiffHeaderReader(HeaderReading reading, bool littleEndian)
    {
        _reading = reading;
        _littleEndian = littleEndian;
    }

    public void Read()
    {
        if (FirstDirectory() is not { } offset)
        {
            return;
        }

        var seen = new HashSet<long>();
        while (offset != 0)
        {
            var path = $"frame {seen.Count + 1}";
            if (!MayGoOn(seen, offset, path) || ReadFrame(offset, path) is not { } next)
            {
                return;
            }

            offset = next;
        }
    }

    private long? FirstDirectory()
    {
        Span<byte> word = stackalloc byte[4];
        if (!_reading.Window.TryRead(4, word))
        {
            _reading.RefuseUnread("header", "a header without the place of the first frame");
            return null;
        }

        if (!_littleEndian)
        {
            word.Reverse();
        }

        var offset = System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(word);
        if (offset == 0)
        {
            _reading.Refuse(CaptureFindings.Header, "header", "no frame", "at least one frame");
            return null;
        }

        return offset;
    }

    private bool MayGoOn(HashSet<long> seen, long offset, string path)
    {
        if (!seen.Add(offset))
        {
            _reading.Refuse(CaptureFindings.FrameLoop, path, $"a frame at byte {offset} for the second time", "each frame once");
            return false;
        }

        if (seen.Count > _reading.Limits.MostFrames)
        {
            _reading.Refuse(CaptureFindings.TooLarge, path, $"more than {_reading.Limits.MostFrames} frames", $"at most {_reading.Limits.MostFrames} frames");
            return false;
        }

        return true;
    }

    /// <summary>Reads one frame and returns where the next stands; null when the file is refused.</summary>
    private long? ReadFrame(long offset, string path)
    {
        var directory = TiffDirectory.Read(_reading.Window, 0, offset, _littleEndian, _reading.Limits.MostTags);
        if (directory is null)
        {
            _reading.RefuseUnread(path, $"no readable directory at byte {offset}");
            return null;
        }

        var facts = FactsOf(directory);
        var data = TiffData.Of(directory);
        var frame = FrameOf(directory, facts, data, offset);
        if (!HasSize(directory, path) || !_reading.Add(frame, path) || !new TiffDataCheck(_reading, directory, data, path).Passes(facts))
        {
            return null;
        }

        if (directory.Number(TiffTag.PhotometricInterpretation) == Separated)
        {
            _reading.Note(CaptureFindings.Cmyk, Severity.Info, path, "CMYK", "grey or RGB");
        }

        return directory.Next;
    }

    private static FrameHeader FrameOf(TiffDirectory directory, ImageFacts facts, TiffData data, long offset) =>
        new(facts with { Strips = (int)Math.Min(data.Blocks, int.MaxValue) })
        {
            DirectoryOffset = offset,
            Orientation = directory.Number(TiffTag.Orientation) is >= 1 and <= 8 and var turn ? (int)turn : 1,
            HasPatentTags = PatentTiffProfile.TagsMatch(directory),
            HasPdfCoding = (directory.Number(TiffTag.FillOrder) ?? 1) == 1 && (directory.Number(TiffTag.T6Options) ?? 0) == 0,
            StripOffset = data.OffsetOf(0) ?? 0,
            StripLength = data.LengthOf(0) ?? 0,
        };

    private bool HasSize(TiffDirectory directory, string path)
    {
        if (directory.Number(TiffTag.ImageWidth) is not null && directory.Number(TiffTag.ImageLength) is not null)
        {
            return true;
        }

        _reading.Refuse(CaptureFindings.Header, path, "no width or no height", "both");
        return false;
    }

    private ImageFacts FactsOf(TiffDirectory directory)
    {
        // TIFF 6.0 says inch when the unit is absent.
        double? perInch = directory.Number(TiffTag.ResolutionUnit) switch { null or 2 => 1, 3 => Resolution.CentimetresPerInch, _ => null };
        return new()
        {
            Format = ImageFormat.Tiff,
            Width = Whole(directory.Number(TiffTag.ImageWidth)),
            Height = Whole(directory.Number(TiffTag.ImageLength)),
            DpiX = Resolution.PerInch(directory.Fraction(TiffTag.XResolution) * perInch),
            DpiY = Resolution.PerInch(directory.Fraction(TiffTag.YResolution) * perInch),
            BitsPerSample = LargestBits(directory),
            SamplesPerPixel = Whole(directory.Number(TiffTag.SamplesPerPixel) ?? 1),
            Compression = CompressionOf(directory.Number(TiffTag.Compression) ?? 1),
            Photometric = PhotometricOf(directory.Number(TiffTag.PhotometricInterpretation)),
            LittleEndian = _littleEndian,
        };
    }

    private static int Whole(long? number) => (int)Math.Clamp(number ?? 0, 0, int.MaxValue);

    private static int LargestBits(TiffDirectory directory)
    {
        var largest = directory.Has(TiffTag.BitsPerSample) ? 0 : 1;
        for (uint i = 0; i < Math.Min(directory.CountOf(TiffTag.BitsPerSample), 8); i++)
        {
            largest = Math.Max(largest, Whole(directory.Number(TiffTag.BitsPerSample, i)));
        }

        return largest;
    }

    private static ImageCompression CompressionOf(long number) => number switch
    {
        1 => ImageCompression.None,
        2 or 3 => ImageCompression.Group3,
        4 => ImageCompression.Group4,
        5 => ImageCompression.Lzw,
        6 or 7 => ImageCompression.Jpeg,
        8 or 32946 => ImageCompression.Deflate,
        32773 => ImageCompression.PackBits,
        _ => ImageCompression.Other,
    };

    private static Photometric PhotometricOf(long? number) => number switch
    {
        0 => Photometric.WhiteIsZero,
        1 => Photometric.BlackIsZero,
        2 => Photometric.Rgb,
        3 => Photometric.Palette,
        6 => Photometric.YCbCr,
        _ => Photometric.Other,
    };
}
