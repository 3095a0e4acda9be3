using OfficeNode.Capture.Headers;
using OfficeNode.Capture.Native;
using OfficeNode.Core;

namespace OfficeNode.Capture.Workers;

/// <summary>Makes a picture that a PDF can hold as it is: Group 4 of one bit, PNG of a drawing, JPEG of a grey or coloured scan.</summary>
internal static class PdfPictureJob
{
    public static WorkerReply Convert(PixHandle decoded, FrameHeader header, WorkerReply reply)
    {
        using var upright = PixSteps.Upright(decoded, header.Facts.Format == ImageFormat.Tiff ? 1 : header.Orientation);
        using var plain = upright is null ? null : PixSteps.Plain(upright);
        if (plain is null || Write(plain, header.Facts) is not ({ } bytes, var extension))
        {
            return reply with { Findings = [.. reply.Findings, new(CaptureFindings.NotDecodable, Severity.Error) { Found = header.Facts.Format.ToString() }] };
        }

        return reply with { Extension = extension, Body = bytes };
    }

    private static (byte[]? Bytes, string Extension) Write(PixHandle plain, ImageFacts facts)
    {
        if (plain.Depth == 1)
        {
            return (Leptonica.Take(Leptonica.WriteTiff(out var tiff, out var size, plain, Leptonica.TiffGroup4), tiff, size), "tif");
        }

        using var deep = plain.Depth < 8 ? PixSteps.Grey(plain) : PixSteps.Checked(Leptonica.Share(plain));
        return deep is null ? (null, "") : PictureJob.Write(deep, facts);
    }
}
