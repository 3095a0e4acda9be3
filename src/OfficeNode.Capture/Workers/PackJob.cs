using OfficeNode.Capture.Headers;
using OfficeNode.Capture.Native;

namespace OfficeNode.Capture.Workers;

/// <summary>Writes an uncompressed picture smaller, without changing a pixel: Group 4 of one bit, PNG of all else.</summary>
internal static class PackJob
{
    // Zlib's levels above take twice the time and more for a tenth of the bytes.
    private const int Quick = 3;

    public static WorkerReply Pack(PixHandle decoded, FrameHeader header, WorkerReply reply)
    {
        var facts = header.Facts;

        // Leptonica keeps one, eight and three times eight bits; of anything else it would have thrown something away.
        if (facts is not ({ BitsPerSample: 1, SamplesPerPixel: 1 } or { BitsPerSample: 8, SamplesPerPixel: 1 or 3 }) || decoded.HasColormap)
        {
            return reply;
        }

        _ = Leptonica.SetResolution(decoded, Whole(facts.DpiX), Whole(facts.DpiY));
        if (decoded.Depth == 1)
        {
            return reply with { Extension = "tif", Body = Leptonica.Take(Leptonica.WriteTiff(out var tiff, out var size, decoded, Leptonica.TiffGroup4), tiff, size) ?? [] };
        }

        _ = Leptonica.SetZlibLevel(decoded, Quick);
        return reply with { Extension = "png", Body = Leptonica.Take(Leptonica.WritePng(out var png, out var length, decoded, 0), png, length) ?? [] };
    }

    private static int Whole(double? dpi) => dpi is { } value ? (int)Math.Round(Math.Min(value, ushort.MaxValue)) : 0;
}
