using System.Buffers.Binary;
using OfficeNode.Capture.Headers;

namespace OfficeNode.Capture;

/// <summary>Wraps one strip of Group 4 data in exactly the tags of <see cref="PatentTiffProfile"/>: same strip, same bytes, always.</summary>
/// <remarks>TIFF 6.0. No date, no software, no names: nothing that differs between machines or says who scanned.</remarks>
internal static class PatentTiffWriter
{
    private const int Short = 3;
    private const int Long = 4;
    private const int Rational = 5;
    private const int EntryCount = 12;
    private const int FirstDirectory = 8;
    private const int Fractions = FirstDirectory + 2 + EntryCount * 12 + 4;
    private const int StripStart = Fractions + 2 * 8;

    public static byte[] Write(int width, int height, ReadOnlySpan<byte> strip)
    {
        var file = new byte[StripStart + strip.Length];
        "II*\0"u8.CopyTo(file);
        Put32(file, 4, FirstDirectory);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(FirstDirectory), EntryCount);

        // In the order of their numbers, as TIFF demands.
        ReadOnlySpan<(int Tag, int Type, int Value)> entries =
        [
            (TiffTag.ImageWidth, Short, width),
            (TiffTag.ImageLength, Short, height),
            (TiffTag.BitsPerSample, Short, 1),
            (TiffTag.Compression, Short, 4),
            (TiffTag.PhotometricInterpretation, Short, 0),
            (TiffTag.StripOffsets, Long, StripStart),
            (TiffTag.SamplesPerPixel, Short, 1),
            (TiffTag.RowsPerStrip, Long, height),
            (TiffTag.StripByteCounts, Long, strip.Length),
            (TiffTag.XResolution, Rational, Fractions),
            (TiffTag.YResolution, Rational, Fractions + 8),
            (TiffTag.ResolutionUnit, Short, 2),
        ];
        for (var i = 0; i < EntryCount; i++)
        {
            PutEntry(file.AsSpan(FirstDirectory + 2 + i * 12), entries[i]);
        }

        PutFraction(file, Fractions);
        PutFraction(file, Fractions + 8);
        strip.CopyTo(file.AsSpan(StripStart));
        return file;
    }

    private static void PutEntry(Span<byte> at, (int Tag, int Type, int Value) entry)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(at, (ushort)entry.Tag);
        BinaryPrimitives.WriteUInt16LittleEndian(at[2..], (ushort)entry.Type);
        Put32(at, 4, 1);
        Put32(at, 8, entry.Value);   // a SHORT stands in the first two of the four bytes, which in Intel order is the same
    }

    private static void PutFraction(Span<byte> file, int at)
    {
        Put32(file, at, PatentTiffProfile.Dpi);
        Put32(file, at + 4, 1);
    }

    private static void Put32(Span<byte> file, int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(file[at..], value);
}
