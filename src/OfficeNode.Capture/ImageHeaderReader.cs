using OfficeNode.Capture.Headers;
using OfficeNode.Core;

namespace OfficeNode.Capture;

/// <summary>Reads what the header of an image file says, in managed code and without decoding a pixel.</summary>
/// <remarks>
/// A PDF has no header that says anything of its pages: it is recognised, and has no frames here; a worker process counts and draws them.
/// Foreign bytes never throw: each file gives facts, findings, or both. Reads are bounded by <see cref="ImageLimits.MostHeaderBytes"/>;
/// memory does not grow with the file. I/O errors of the stream pass through. Thread-safe on separate streams.
/// </remarks>
public static class ImageHeaderReader
{
    private const int SignatureLength = 1_024;   // a PDF may have that much before its header (Adobe's readers take it)

    /// <summary>Reads the header of a seekable stream; leaves the stream open, at any position.</summary>
    /// <param name="name">The file's name as the user knows it: it is compared with the content and stands in the findings; null compares nothing.</param>
    public static ImageFile Read(Stream stream, string? name, ImageLimits limits)
    {
        var reading = new HeaderReading(new(stream, limits.MostHeaderBytes), limits, name);
        var length = reading.Window.Length;
        if (length == 0)
        {
            reading.Refuse(CaptureFindings.Empty, null, "0 bytes");
            return reading.Close(null);
        }

        if (length > limits.MostFileBytes)
        {
            reading.Refuse(CaptureFindings.TooLarge, null, $"{length} bytes", $"at most {limits.MostFileBytes} bytes");
            return reading.Close(null);
        }

        var format = ReadByContent(reading);
        CompareExtension(reading, format, name);
        return reading.Close(format);
    }

    /// <summary>Reads the header of a file; one that cannot be opened or read is refused like any other.</summary>
    /// <param name="name">As above.</param>
    internal static ImageFile ReadFile(string path, string? name, ImageLimits limits)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return Read(stream, name, limits);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new(null, [], [new(CaptureFindings.Unreadable, Severity.Error) { File = name, Found = error.Message }]);
        }
    }

    private static ImageFormat? ReadByContent(HeaderReading reading)
    {
        Span<byte> start = stackalloc byte[(int)Math.Min(SignatureLength, reading.Window.Length)];
        if (!reading.Window.TryRead(0, start))
        {
            reading.RefuseUnread("signature", "fewer bytes than its length says");
            return null;
        }

        var format = ImageSignatures.FormatOf(start);
        switch (format)
        {
            case ImageFormat.Tiff:
                new TiffHeaderReader(reading, littleEndian: start[0] == 'I').Read();
                break;
            case ImageFormat.Jpeg:
                new JpegHeaderReader(reading).Read();
                break;
            case ImageFormat.Png:
                new PngHeaderReader(reading).Read();
                break;
            case ImageFormat.Pdf:
                break;
            default:
                RefuseUnknown(reading, start);
                break;
        }

        return format;
    }

    private static void RefuseUnknown(HeaderReading reading, ReadOnlySpan<byte> start)
    {
        if (ImageSignatures.IsBigTiff(start))
        {
            reading.Refuse(CaptureFindings.BigTiff, null, "BigTIFF", "classic TIFF, JPEG, PNG or PDF");
        }
        else
        {
            reading.Refuse(CaptureFindings.UnknownFormat, null, ImageSignatures.NameOf(start), "TIFF, JPEG, PNG or PDF");
        }
    }

    private static void CompareExtension(HeaderReading reading, ImageFormat? format, string? name)
    {
        var extension = Path.GetExtension(name)?.TrimStart('.').ToUpperInvariant();
        if (format is not { } known || string.IsNullOrEmpty(extension))
        {
            return;
        }

        string[] usual = known switch
        {
            ImageFormat.Tiff => ["TIF", "TIFF"],
            ImageFormat.Jpeg => ["JPG", "JPEG", "JPE", "JFIF"],
            ImageFormat.Png => ["PNG"],
            _ => ["PDF"],
        };
        if (!usual.Contains(extension))
        {
            reading.Note(CaptureFindings.Extension, Severity.Info, null, $".{extension.ToLowerInvariant()}", $".{usual[0].ToLowerInvariant()}");
        }
    }
}
