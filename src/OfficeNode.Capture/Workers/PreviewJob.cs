using OfficeNode.Capture.Headers;
using OfficeNode.Capture.Native;
using OfficeNode.Core;

namespace OfficeNode.Capture.Workers;

/// <summary>Makes a small picture of a page for a screen: PNG of what has one bit a pixel, JPEG of all else.</summary>
/// <remarks>
/// One-bit pages become grey, or writing would lose its thin strokes; sixteen greys are enough for that and give half the bytes of a JPEG, without its shadows around letters. Dots that are
/// no squares (fax) become squares.
/// </remarks>
internal static class PreviewJob
{
    private const int Greys = 16;

    // Zlib's higher levels take twice the time for a twentieth of the bytes.
    private const int Quick = 3;

    // Grain of paper is most of what a higher quality would keep.
    private const int JpegQuality = 80;
    private const int ThumbnailQuality = 75;

    // A line of writing is one pixel high in a thumbnail and a tenth of that is ink: twice as dark it can be seen on paper that is quite white.
    private const float Darker = 0.5f;

    // Resolutions of scanners differ by less than this between across and down; fax by a half.
    private const double Square = 0.05;

    private static readonly int[] Reductions = [8, 4, 3, 2];

    public static WorkerReply Make(PixHandle decoded, FrameHeader header, PreviewSize size, WorkerReply reply)
    {
        using var upright = PixSteps.Upright(decoded, header.Facts.Format == ImageFormat.Tiff ? 1 : header.Orientation);
        using var plain = upright is null ? null : PixSteps.Plain(upright);
        return plain is not null && TryAdd(plain, header, size, reply) is { } made
            ? made
            : reply with { Findings = [.. reply.Findings, new(CaptureFindings.NotDecodable, Severity.Error) { Found = header.Facts.Format.ToString() }] };
    }

    /// <summary>Adds the preview of an upright frame without colour table and alpha; null when memory is short.</summary>
    /// <param name="plain">The frame, or a smaller picture of all of it.</param>
    public static WorkerReply? TryAdd(PixHandle plain, FrameHeader header, PreviewSize size, WorkerReply reply)
    {
        var (width, height) = Fit(plain.Width, plain.Height, header, size.LongestSide());
        using var small = Fitted(plain, width, height);
        if (small is null)
        {
            return null;
        }

        using var written = plain.Depth > 1 ? PixSteps.Checked(Leptonica.Share(small)) : InFewGreys(small, size);
        return written is not null && Write(written, plain.Depth == 1, size) is ({ } bytes, var extension) ? reply with { Extension = extension, Body = bytes } : null;
    }

    private static (int Width, int Height) Fit(int width, int height, FrameHeader header, int longest)
    {
        var (across, down) = header.Orientation >= 5 ? (header.Facts.DpiY, header.Facts.DpiX) : (header.Facts.DpiX, header.Facts.DpiY);
        var ratio = across / down is { } known and > 0.25 and < 4 && Math.Abs(known - 1) > Square ? known : 1;
        var (wide, high) = (width * Math.Max(1, 1 / ratio), height * Math.Max(1, ratio));
        var scale = Math.Min(1, longest / Math.Max(wide, high));
        return (Pixels(wide * scale), Pixels(high * scale));
    }

    private static int Pixels(double length) => Math.Max(1, (int)Math.Round(length, MidpointRounding.AwayFromZero));

    private static PixHandle? Fitted(PixHandle plain, int width, int height)
    {
        if (plain.Width == width && plain.Height == height)
        {
            return PixSteps.Checked(plain.Depth is 1 or 8 or 32 ? Leptonica.Share(plain) : Leptonica.ToGrey(plain, 0));
        }

        var deep = plain.Depth switch
        {
            1 => OfBits(plain, Reductions.FirstOrDefault(factor => plain.Width >= width * factor && plain.Height >= height * factor)),
            8 or 32 => PixSteps.Checked(Leptonica.Share(plain)),
            _ => PixSteps.Grey(plain),
        };
        return Scaled(deep, width, height);
    }

    private static PixHandle? OfBits(PixHandle bits, int factor) => PixSteps.Checked(factor switch
    {
        8 => Leptonica.EighthGrey(bits),
        4 => Leptonica.QuarterGrey(bits),
        3 => Leptonica.ThirdGrey(bits),
        2 => Leptonica.HalfGrey(bits),
        _ => Leptonica.ToGrey(bits, 0),
    });

    /// <summary>Halves as long as that is not too small, which is quick, and leaves the rest to finer means; takes the picture it is given.</summary>
    private static PixHandle? Scaled(PixHandle? deep, int width, int height)
    {
        while (deep is not null && deep.Width >= 2 * width && deep.Height >= 2 * height)
        {
            using var larger = deep;
            deep = PixSteps.Checked(Leptonica.Half(larger));
        }

        if (deep is null || (deep.Width == width && deep.Height == height))
        {
            return deep;
        }

        using var last = deep;
        return PixSteps.Checked(Leptonica.ScaleDown(last, (float)width / last.Width, (float)height / last.Height));
    }

    private static PixHandle? InFewGreys(PixHandle small, PreviewSize size)
    {
        if (small.Depth == 1)
        {
            return PixSteps.Checked(Leptonica.Share(small));
        }

        using var inked = size == PreviewSize.Thumbnail ? PixSteps.Checked(Leptonica.Gamma(IntPtr.Zero, small, Darker, 0, 255)) : PixSteps.Checked(Leptonica.Share(small));
        return inked is null ? null : PixSteps.Checked(Leptonica.ToSixteenGreys(inked, Greys, 0));
    }

    private static (byte[]? Bytes, string Extension) Write(PixHandle picture, bool isDrawing, PreviewSize size)
    {
        // TIFF's description becomes the picture's text; nobody sees it here.
        _ = Leptonica.SetText(picture, IntPtr.Zero);
        if (isDrawing)
        {
            _ = Leptonica.SetZlibLevel(picture, Quick);
            return (Leptonica.Take(Leptonica.WritePng(out var png, out var pngSize, picture, 0), png, pngSize), "png");
        }

        var quality = size == PreviewSize.Thumbnail ? ThumbnailQuality : JpegQuality;
        return (Leptonica.Take(Leptonica.WriteJpeg(out var jpeg, out var jpegSize, picture, quality, 0), jpeg, jpegSize), "jpg");
    }
}
