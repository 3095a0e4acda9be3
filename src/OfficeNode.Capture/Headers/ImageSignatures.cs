using OfficeNode.Core;

namespace OfficeNode.Capture.Headers;

/// <summary>The first bytes by which file formats are told apart.</summary>
internal static class ImageSignatures
{
    /// <summary>The format that we read; null for any other.</summary>
    public static ImageFormat? FormatOf(ReadOnlySpan<byte> start) => start switch
    {
        [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => ImageFormat.Tiff,
        [0xFF, 0xD8, 0xFF, ..] => ImageFormat.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, ..] => ImageFormat.Png,
        _ when start.IndexOf("%PDF-"u8) >= 0 => ImageFormat.Pdf,
        _ => null,
    };

    public static bool IsBigTiff(ReadOnlySpan<byte> start) =>
        start is [(byte)'I', (byte)'I', 43, 0, ..] or [(byte)'M', (byte)'M', 0, 43, ..];

    /// <summary>What a refused file seems to be, for the person who has to save it differently.</summary>
    public static string NameOf(ReadOnlySpan<byte> start) => start switch
    {
        _ when start.StartsWith("GIF8"u8) => "GIF",
        _ when start.StartsWith("BM"u8) => "BMP",
        _ when start.StartsWith("RIFF"u8) && start.Length > 12 && start[8..].StartsWith("WEBP"u8) => "WebP",
        [0, 0, 0, 12, (byte)'j', (byte)'P', ..] or [0xFF, 0x4F, 0xFF, 0x51, ..] => "JPEG 2000",
        _ when start.Length > 12 && start[4..].StartsWith("ftyp"u8) => "HEIF or another picture or film of that family",
        _ when start.StartsWith("PK\x03\x04"u8) => "ZIP",
        _ when start.StartsWith("8BPS"u8) => "Photoshop",
        _ when start.IndexOf("<svg"u8) >= 0 => "SVG",
        [(byte)'P', >= (byte)'1' and <= (byte)'7', ..] => "PNM",
        _ => "an unknown format",
    };
}
