using System.Buffers.Binary;
using System.IO.Compression;
using OfficeNode.Capture.Headers;

namespace OfficeNode.Tests.Capture;

/// <summary>Small images made byte by byte, so that a test can also make them wrong.</summary>
internal static class TestImages
{
    /// <summary>An entry of a TIFF directory with one value.</summary>
    public readonly record struct Entry(int Tag, int Type, uint Value, uint Count = 1);

    /// <summary>Uncompressed grey frames with a dark bar across the middle, chained in one TIFF.</summary>
    public static byte[] GreyTiff(int width, int height, int dpi = 300, bool littleEndian = true, int frames = 1)
    {
        var pixels = Grey(width, height);
        return Tiff(littleEndian, frames, pixels, offset =>
        [
            new(TiffTag.ImageWidth, 4, (uint)width),
            new(TiffTag.ImageLength, 4, (uint)height),
            new(TiffTag.BitsPerSample, 3, 8),
            new(TiffTag.Compression, 3, 1),
            new(TiffTag.PhotometricInterpretation, 3, 1),
            new(TiffTag.StripOffsets, 4, offset),
            new(TiffTag.SamplesPerPixel, 3, 1),
            new(TiffTag.RowsPerStrip, 4, (uint)height),
            new(TiffTag.StripByteCounts, 4, (uint)pixels.Length),
            new(TiffTag.XResolution, 5, 8),
            new(TiffTag.YResolution, 5, 8),
            new(TiffTag.ResolutionUnit, 3, 2),
        ], dpi);
    }

    /// <summary>A TIFF: header, resolution, pixels, then directories that all name the same pixels.</summary>
    public static byte[] Tiff(bool littleEndian, int frames, byte[] pixels, Func<uint, Entry[]> entriesAt, int dpi = 300)
    {
        const int PixelsAt = 16;
        var entries = entriesAt(PixelsAt);
        var directory = PixelsAt + (pixels.Length + 1) / 2 * 2;
        var directoryLength = 2 + entries.Length * 12 + 4;
        var file = new byte[directory + frames * directoryLength];
        file[0] = file[1] = (byte)(littleEndian ? 'I' : 'M');
        Put16(file, 2, 42, littleEndian);
        Put32(file, 4, (uint)directory, littleEndian);
        Put32(file, 8, (uint)dpi, littleEndian);
        Put32(file, 12, 1, littleEndian);
        pixels.CopyTo(file, PixelsAt);
        for (var frame = 0; frame < frames; frame++, directory += directoryLength)
        {
            Put16(file, directory, (ushort)entries.Length, littleEndian);
            for (var i = 0; i < entries.Length; i++)
            {
                PutEntry(file, directory + 2 + i * 12, entries[i], littleEndian);
            }

            Put32(file, directory + directoryLength - 4, frame == frames - 1 ? 0 : (uint)(directory + directoryLength), littleEndian);
        }

        return file;
    }

    /// <summary>A grey PNG of 8 bits with a dark bar; dots per metre as pHYs, 0 leaves it out.</summary>
    public static byte[] Png(int width, int height, uint perMetre = 11_811)
    {
        var rows = new byte[height * (width + 1)];
        var pixels = Grey(width, height);
        for (var y = 0; y < height; y++)
        {
            pixels.AsSpan(y * width, width).CopyTo(rows.AsSpan(y * (width + 1) + 1));
        }

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(rows);
        }

        return [.. PngStart(width, height), .. perMetre == 0 ? [] : PngChunk("pHYs"u8, PngDensity(perMetre)), .. PngChunk("IDAT"u8, packed.ToArray()), .. PngChunk("IEND"u8, [])];
    }

    /// <summary>Signature and IHDR of a grey PNG, with a right checksum whatever the size.</summary>
    public static byte[] PngStart(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        return [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, .. PngChunk("IHDR"u8, header)];
    }

    /// <summary>An evenly grey JPEG: tables of one code each, so that every block is two zero bits.</summary>
    public static byte[] Jpeg(int width, int height, byte unit = 1, ushort density = 300, byte[]? exif = null)
    {
        var blocks = ((width + 7) / 8) * ((height + 7) / 8);
        byte[] codes = [1, .. new byte[15], 0];
        return
        [
            0xFF, 0xD8,
            .. Segment(0xE0, [.. "JFIF\0"u8, 1, 2, unit, (byte)(density >> 8), (byte)density, (byte)(density >> 8), (byte)density, 0, 0]),
            .. exif is null ? [] : Segment(0xE1, [.. "Exif\0\0"u8, .. exif]),
            .. Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]),
            .. Segment(0xC0, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]),
            .. Segment(0xC4, [0x00, .. codes]),
            .. Segment(0xC4, [0x10, .. codes]),
            .. Segment(0xDA, [1, 1, 0, 0, 63, 0]),
            .. new byte[(blocks * 2 + 7) / 8],
            0xFF, 0xD9,
        ];
    }

    private static byte[] Grey(int width, int height)
    {
        var pixels = new byte[width * height];
        pixels.AsSpan().Fill(230);
        pixels.AsSpan(height / 2 * width, height / 8 * width).Fill(30);
        return pixels;
    }

    private static byte[] PngDensity(uint perMetre)
    {
        var bytes = new byte[9];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, perMetre);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4), perMetre);
        bytes[8] = 1;
        return bytes;
    }

    private static byte[] PngChunk(ReadOnlySpan<byte> type, byte[] body)
    {
        var chunk = new byte[body.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, body.Length);
        type.CopyTo(chunk.AsSpan(4));
        body.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(body.Length + 8), PngChecksum.Of(chunk.AsSpan(4, body.Length + 4)));
        return chunk;
    }

    private static byte[] Segment(byte marker, byte[] body) => [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

    private static void PutEntry(byte[] file, int at, Entry entry, bool littleEndian)
    {
        Put16(file, at, (ushort)entry.Tag, littleEndian);
        Put16(file, at + 2, (ushort)entry.Type, littleEndian);
        Put32(file, at + 4, entry.Count, littleEndian);
        if (entry.Type == 3)
        {
            Put16(file, at + 8, (ushort)entry.Value, littleEndian);
        }
        else
        {
            Put32(file, at + 8, entry.Value, littleEndian);
        }
    }

    private static void Put16(byte[] file, int at, ushort value, bool littleEndian)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), littleEndian ? value : BinaryPrimitives.ReverseEndianness(value));
    }

    private static void Put32(byte[] file, int at, uint value, bool littleEndian)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), littleEndian ? value : BinaryPrimitives.ReverseEndianness(value));
    }
}
