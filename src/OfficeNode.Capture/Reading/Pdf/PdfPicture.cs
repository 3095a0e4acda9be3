using System.Buffers.Binary;
using OfficeNode.Capture.Headers;
using OfficeNode.Core;

namespace OfficeNode.Capture.Reading.Pdf;

/// <summary>The picture of a page as a PDF holds it: compressed bytes and what they are.</summary>
/// <param name="Facts">Of the picture as it is stored.</param>
/// <param name="Turns">Quarter turns to the right by which it is to be shown, as its file says.</param>
/// <param name="Entries">Of its dictionary: colours, filter and the filter's parameters.</param>
/// <param name="Length">Of the bytes.</param>
/// <param name="Open">Opens the bytes, at their beginning.</param>
internal sealed record PdfPicture(ImageFacts Facts, int Turns, string Entries, long Length, Func<Stream> Open)
{
    private const int PngSignature = 8;

    // Length, type and checksum of a chunk of a PNG.
    private const int ChunkFrame = 12;

    /// <summary>The master itself, where its bytes can stand in a PDF as they are; null where they cannot.</summary>
    public static PdfPicture? OfMaster(string path, FrameHeader header)
    {
        if (!header.HasPdfCoding || TurnsOf(header.Orientation) is not { } turns)
        {
            return null;
        }

        return header.Facts switch
        {
            { Format: ImageFormat.Jpeg, BitsPerSample: 8, SamplesPerPixel: 1 or 3 } => Jpeg(header.Facts, turns, new FileInfo(path).Length, () => File.OpenRead(path)),
            { Format: ImageFormat.Tiff, IsBilevel: true, Compression: ImageCompression.Group4, Strips: 1, Photometric: Photometric.WhiteIsZero or Photometric.BlackIsZero }
                when header.StripLength > 0 => Group4(header, turns, () => OpenAt(path, header.StripOffset)),
            _ => null,
        };
    }

    /// <summary>What the worker made of a frame, upright as its file says; null where it is not what was asked for.</summary>
    public static PdfPicture? OfWorker(byte[] bytes, ImageFacts master, ImageLimits limits)
    {
        var file = ImageHeaderReader.Read(new MemoryStream(bytes, writable: false), null, limits);
        if (file.IsRefused || file.Headers is not [var header])
        {
            return null;
        }

        var facts = header.Facts with { DpiX = master.DpiX, DpiY = master.DpiY };
        return facts switch
        {
            { Format: ImageFormat.Tiff, Compression: ImageCompression.Group4, Strips: 1, IsBilevel: true } =>
                Group4(header with { Facts = facts }, 0, () => new MemoryStream(bytes, (int)header.StripOffset, (int)header.StripLength, writable: false)),
            { Format: ImageFormat.Jpeg, BitsPerSample: 8, SamplesPerPixel: 1 or 3 } => Jpeg(facts, 0, bytes.Length, () => new MemoryStream(bytes, writable: false)),
            { Format: ImageFormat.Png, BitsPerSample: 8, SamplesPerPixel: 1 or 3, Photometric: not Photometric.Palette } => Png(facts, PixelsOf(bytes)),
            _ => null,
        };
    }

    /// <summary>Quarter turns for an orientation of TIFF and EXIF; null for those that mirror.</summary>
    private static int? TurnsOf(int orientation) => orientation switch { 1 => 0, 6 => 1, 3 => 2, 8 => 3, _ => null };

    private static PdfPicture Jpeg(ImageFacts facts, int turns, long length, Func<Stream> open) =>
        new(facts, turns, $"/ColorSpace /{ColoursOf(facts)} /BitsPerComponent 8 /Filter /DCTDecode", length, open);

    private static PdfPicture Group4(FrameHeader header, int turns, Func<Stream> open)
    {
        // Unless told otherwise PDF takes the white of Group 4 for 1, which it shows white.
        var (facts, inverted) = (header.Facts, header.Facts.Photometric == Photometric.BlackIsZero ? " /BlackIs1 true" : "");
        return new(
            facts,
            turns,
            $"/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns {facts.Width} /Rows {facts.Height}{inverted} >>",
            header.StripLength,
            open);
    }

    private static PdfPicture Png(ImageFacts facts, byte[] pixels) => new(
        facts,
        0,
        $"/ColorSpace /{ColoursOf(facts)} /BitsPerComponent 8 /Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors {facts.SamplesPerPixel} /BitsPerComponent 8 /Columns {facts.Width} >>",
        pixels.Length,
        () => new MemoryStream(pixels, writable: false));

    /// <summary>The compressed rows of a PNG, which PDF knows under the name of predictor 15.</summary>
    private static byte[] PixelsOf(ReadOnlySpan<byte> png)
    {
        using var pixels = new MemoryStream();
        for (var rest = png[PngSignature..]; rest.Length >= ChunkFrame;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(rest);
            if (length < 0 || length > rest.Length - ChunkFrame)
            {
                break;
            }

            if (rest[4..].StartsWith("IDAT"u8))
            {
                pixels.Write(rest.Slice(8, length));
            }

            rest = rest[(length + ChunkFrame)..];
        }

        return pixels.ToArray();
    }

    private static string ColoursOf(ImageFacts facts) => facts.SamplesPerPixel == 1 ? "DeviceGray" : "DeviceRGB";

    private static FileStream OpenAt(string path, long offset)
    {
        var file = File.OpenRead(path);
        file.Position = offset;
        return file;
    }
}
