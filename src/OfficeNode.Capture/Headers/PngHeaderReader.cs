using System.Buffers.Binary;
using OfficeNode.Core;

namespace OfficeNode.Capture.Headers;

/// <summary>Walks the chunks of a PNG from IHDR to IEND.</summary>
/// <remarks>ISO/IEC 15948. The checksum of IHDR is compared, because everything is believed on its word; those of the pixels are the decoder's.</remarks>
internal sealed class PngHeaderReader
{
    private const int SignatureLength = 8;
    private const int ChunkOverhead = 12;
    private const int HeaderLength = 13;

    private readonly HeaderReading _reading;
    private (double? X, double? Y) _density;
    private bool _pixels;

    public PngHeaderReader(HeaderReading reading) => _reading = reading;

    public void Read()
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        if (!ReadHeader(header))
        {
            return;
        }

        // Dimensions are judged first: walking a refused file's chunks would be work for nothing.
        var facts = FactsOf(header);
        if (HasKnownSamples(header, facts) && _reading.MayAdd(facts, "IHDR") && ReadChunks(SignatureLength + ChunkOverhead + HeaderLength))
        {
            _reading.Add(new(facts with { DpiX = _density.X, DpiY = _density.Y }), "IHDR");
        }
    }

    private bool ReadHeader(Span<byte> header)
    {
        Span<byte> chunk = stackalloc byte[HeaderLength + ChunkOverhead];
        if (!_reading.Window.TryRead(SignatureLength, chunk))
        {
            _reading.RefuseUnread("IHDR", $"{_reading.Window.Length} bytes");
            return false;
        }

        if (BinaryPrimitives.ReadUInt32BigEndian(chunk) != HeaderLength || !chunk[4..].StartsWith("IHDR"u8))
        {
            _reading.Refuse(CaptureFindings.Header, "IHDR", "another chunk", "IHDR of 13 bytes first");
            return false;
        }

        var found = BinaryPrimitives.ReadUInt32BigEndian(chunk[^4..]);
        var expected = PngChecksum.Of(chunk[4..^4]);
        if (found != expected)
        {
            _reading.Refuse(CaptureFindings.Checksum, "IHDR", $"{found:X8}", $"{expected:X8}");
            return false;
        }

        chunk[8..^4].CopyTo(header);
        return true;
    }

    /// <summary>Follows the chunks to IEND; false when the file is refused.</summary>
    private bool ReadChunks(long offset)
    {
        Span<byte> start = stackalloc byte[8];
        while (_reading.Window.TryRead(offset, start))
        {
            long length = BinaryPrimitives.ReadUInt32BigEndian(start);
            if (length > int.MaxValue || offset + length + ChunkOverhead > _reading.Window.Length)
            {
                _reading.RefuseUnread("chunks", $"a chunk of {length} bytes at byte {offset}, the file ends at byte {_reading.Window.Length}");
                return false;
            }

            if (start[4..].SequenceEqual("IEND"u8))
            {
                return HasPixels();
            }

            Take(start[4..], offset + 8, length);
            offset += length + ChunkOverhead;
        }

        _reading.RefuseUnread("IEND", "no end chunk");
        return false;
    }

    private bool HasPixels()
    {
        if (!_pixels)
        {
            _reading.RefuseUnread("IDAT", "no pixels");
        }

        return _pixels;
    }

    private void Take(ReadOnlySpan<byte> type, long body, long length)
    {
        Span<byte> density = stackalloc byte[9];
        if (type.SequenceEqual("IDAT"u8))
        {
            _pixels = true;
        }
        else if (type.SequenceEqual("pHYs"u8) && length == 9 && _reading.Window.TryRead(body, density) && density[8] == 1)
        {
            _density = (PerInch(density), PerInch(density[4..]));
        }
    }

    private bool HasKnownSamples(ReadOnlySpan<byte> header, ImageFacts facts)
    {
        var known = (header[9], header[8]) switch
        {
            (0, 1 or 2 or 4 or 8 or 16) or (2 or 4 or 6, 8 or 16) or (3, 1 or 2 or 4 or 8) => header[12] <= 1 && header[10] == 0 && header[11] == 0,
            _ => false,
        };
        if (!known)
        {
            _reading.Refuse(CaptureFindings.Header, "IHDR", $"colour type {header[9]}, {facts.BitsPerSample} bits, methods {header[10]} {header[11]} {header[12]}", "a combination that PNG has");
        }

        return known;
    }

    private static ImageFacts FactsOf(ReadOnlySpan<byte> header) => new()
    {
        Format = ImageFormat.Png,
        Width = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(header), int.MaxValue),
        Height = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(header[4..]), int.MaxValue),
        BitsPerSample = header[8],
        SamplesPerPixel = header[9] switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 },
        Compression = ImageCompression.Deflate,
        Photometric = header[9] switch
        {
            0 or 4 => Photometric.BlackIsZero,
            3 => Photometric.Palette,
            2 or 6 => Photometric.Rgb,
            _ => Photometric.Other,
        },
    };

    private static double? PerInch(ReadOnlySpan<byte> perMetre) => Resolution.PerInch(BinaryPrimitives.ReadUInt32BigEndian(perMetre) * Resolution.MetresPerInch);
}
