using OfficeNode.Capture.Headers;
using OfficeNode.Capture.Native;
using OfficeNode.Core;

namespace OfficeNode.Capture.Workers;

/// <summary>Makes a JPEG or PNG of the picture of a mark or a view of a design that came as something else.</summary>
internal static class PictureJob
{
    // Text in coloured marks shows the blocks of lower qualities; 90 is where files of photographs stay below the Hague limits' 2 MB.
    private const int JpegQuality = 90;

    // L_NO_CHROMA_SAMPLING_JPEG: red letters on white would blur.
    private const int FullColours = 0;

    // A grey photograph has a hundred greys and more.
    private const int MostGreysOfDrawing = 16;

    public static WorkerReply Convert(PixHandle decoded, FrameHeader header, WorkerRequest request, WorkerReply reply)
    {
        using var upright = PixSteps.Upright(decoded, header.Facts.Format == ImageFormat.Tiff ? 1 : header.Orientation);
        using var turned = PixSteps.Turned(upright, request.Turns);
        using var part = request.Crop is { } crop ? PixSteps.Cut(turned, crop) : PixSteps.Turned(turned, 0);
        using var picture = part is null ? null : WithoutNeedlessDepth(part);
        if (picture is null || Write(picture, header.Facts) is not ({ } bytes, var extension))
        {
            return reply with { Findings = [.. reply.Findings, new(CaptureFindings.NotDecodable, Severity.Error) { Found = header.Facts.Format.ToString() }] };
        }

        return reply with { Extension = extension, Body = bytes, Findings = [.. reply.Findings, .. HagueLimits.Judge(picture.Width, picture.Height, bytes.Length)] };
    }

    internal static (byte[]? Bytes, string Extension) Write(PixHandle picture, ImageFacts facts)
    {
        // TIFF's description becomes the picture's text and would go out with it.
        _ = Leptonica.SetText(picture, IntPtr.Zero);
        _ = Leptonica.SetResolution(picture, Whole(facts.DpiX), Whole(facts.DpiY));
        if (IsDrawing(picture))
        {
            return (Leptonica.Take(Leptonica.WritePng(out var png, out var pngSize, picture, 0), png, pngSize), "png");
        }

        _ = Leptonica.SetChromaSampling(picture, FullColours);
        return (Leptonica.Take(Leptonica.WriteJpeg(out var jpeg, out var jpegSize, picture, JpegQuality, 0), jpeg, jpegSize), "jpg");
    }

    /// <summary>Few colours or greys, or transparency: PNG keeps both exactly, and is smaller there.</summary>
    private static bool IsDrawing(PixHandle picture)
    {
        if (picture.Depth < 8 || picture.HasColormap || picture.HasAlpha)
        {
            return true;
        }

        // More than 256 colours count as 0.
        var most = picture.Depth == 8 ? MostGreysOfDrawing : 256;
        return Leptonica.CountColours(picture, 1, out var colours) == 0 && colours > 0 && colours <= most;
    }

    private static int Whole(double? dpi) => dpi is { } value ? (int)Math.Round(Math.Min(value, ushort.MaxValue)) : 0;

    /// <summary>At most eight bits a sample, and transparency only where there is some.</summary>
    private static PixHandle? WithoutNeedlessDepth(PixHandle pix) => PixSteps.Checked(pix switch
    {
        { Depth: 16 } => Leptonica.SixteenToEight(pix, Leptonica.UpperByte),
        { HasAlpha: true } when Leptonica.IsOpaque(pix, out var opaque) == 0 && opaque == 1 => Leptonica.WithoutAlpha(pix),
        _ => Leptonica.Share(pix),
    });
}
