using OfficeNode.Capture.Headers;
using OfficeNode.Capture.Native;
using OfficeNode.Core;

namespace OfficeNode.Capture.Workers;

/// <summary>Finds the pictures on a form.</summary>
internal static class PicturesJob
{
    // Pixels of the longer side to look at: 75 to the inch on A4, where a pen's line is still one pixel and a page a millisecond's work.
    private const int LongerSide = 880;

    public static WorkerReply Find(PixHandle decoded, FrameHeader header, WorkerRequest request, WorkerReply reply)
    {
        using var upright = PixSteps.Upright(decoded, header.Facts.Format == ImageFormat.Tiff ? 1 : header.Orientation);
        using var turned = PixSteps.Turned(upright, request.Turns);
        using var plain = turned is null ? null : PixSteps.Plain(turned);
        using var grey = plain is null ? null : PixSteps.Checked(plain.Depth == 32 ? Leptonica.Extreme(plain, Leptonica.Darkest) : Leptonica.ToGrey(plain, 0));
        if (grey is null)
        {
            return reply with { Findings = [.. reply.Findings, new(CaptureFindings.NotDecodable, Severity.Error) { Found = header.Facts.Format.ToString() }] };
        }

        var share = Math.Min(1, (double)LongerSide / Math.Max(grey.Width, grey.Height));
        using var small = PixSteps.Scaled(grey, Math.Max(1, (int)(grey.Width * share)), Math.Max(1, (int)(grey.Height * share)));
        if (small is null)
        {
            return reply;   // narrower than a pixel once small: no room for a picture
        }

        var words = request.Boxes.Select(box => Scaled(box, share)).ToList();
        var found = new PictureRegions(new(Bytes(small), small.Width, small.Height), words).Find();
        var frame = new PixelBox(0, 0, grey.Width, grey.Height);
        return reply with { Pictures = [.. found.Select(picture => picture with { Box = Scaled(picture.Box, 1 / share).Intersect(frame) })] };
    }

    private static PixelBox Scaled(PixelBox box, double share)
    {
        var (x, y) = ((int)Math.Floor(box.X * share), (int)Math.Floor(box.Y * share));
        return new(x, y, (int)Math.Ceiling(box.Right * share) - x, (int)Math.Ceiling(box.Bottom * share) - y);
    }

    /// <summary>The greys row by row; Leptonica keeps four in a word, the first in the highest byte.</summary>
    private static unsafe byte[] Bytes(PixHandle grey)
    {
        var (width, height) = (grey.Width, grey.Height);
        var pixels = Leptonica.PixelsOf(grey);
        var perRow = (width + 3) / 4;
        var bytes = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                bytes[y * width + x] = (byte)(pixels[y * perRow + x / 4] >> (24 - x % 4 * 8));
            }
        }

        return bytes;
    }
}
