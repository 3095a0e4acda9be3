namespace OfficeNode.Capture;

/// <summary>The ids of what this part finds in image files; each has its text in <c>CaptureFindings.resx</c>.</summary>
public static class CaptureFindings
{
    /// <summary>The file has no bytes.</summary>
    public const string Empty = "IMAGE-EMPTY";

    /// <summary>The file cannot be opened or read from the disk.</summary>
    public const string Unreadable = "IMAGE-FILE-UNREADABLE";

    /// <summary>Warning: somebody took the file away while it was looked at.</summary>
    public const string Vanished = "IMAGE-FILE-VANISHED";

    /// <summary>The content is none of TIFF, JPEG, PNG and PDF; found names the format where it is known.</summary>
    public const string UnknownFormat = "IMAGE-FORMAT-UNKNOWN";

    /// <summary>TIFF with 64-bit offsets: recognised, not taken.</summary>
    public const string BigTiff = "IMAGE-BIGTIFF";

    /// <summary>The PDF opens with a password only.</summary>
    public const string PdfLocked = "IMAGE-PDF-LOCKED";

    /// <summary>The PDF, or a page of it, cannot be drawn.</summary>
    public const string PdfDamaged = "IMAGE-PDF-DAMAGED";

    /// <summary>Counting or drawing the pages of the PDF takes too long.</summary>
    public const string PdfTimedOut = "IMAGE-PDF-TIMED-OUT";

    /// <summary>Poppler's programs are not installed, without which no PDF can be taken.</summary>
    public const string PdfProgramMissing = "IMAGE-PDF-PROGRAM-MISSING";

    /// <summary>Information: the name ends differently from what the content is.</summary>
    public const string Extension = "IMAGE-EXTENSION";

    /// <summary>Parts that the header promises are not in the file.</summary>
    public const string Truncated = "IMAGE-TRUNCATED";

    /// <summary>The header contradicts itself or the format.</summary>
    public const string Header = "IMAGE-HEADER";

    /// <summary>A checksum in the header differs from the bytes.</summary>
    public const string Checksum = "IMAGE-CHECKSUM";

    /// <summary>The list of frames of a TIFF leads back to itself.</summary>
    public const string FrameLoop = "IMAGE-FRAME-LOOP";

    /// <summary>A limit of <see cref="ImageLimits"/> is passed.</summary>
    public const string TooLarge = "IMAGE-TOO-LARGE";

    /// <summary>The frame asked for is not in the file.</summary>
    public const string FrameMissing = "IMAGE-FRAME-MISSING";

    /// <summary>Information: printing colours (CMYK).</summary>
    public const string Cmyk = "IMAGE-CMYK";

    /// <summary>Warning: the picture says where it was taken.</summary>
    public const string Location = "IMAGE-LOCATION";

    /// <summary>Warning: no usable resolution; 300 dots per inch are taken.</summary>
    public const string ResolutionUnknown = "IMAGE-RESOLUTION-UNKNOWN";

    /// <summary>Information: the page was larger than A4 and is sent smaller.</summary>
    public const string ScaledToFit = "IMAGE-SCALED-TO-FIT";

    /// <summary>The pixels cannot be decoded.</summary>
    public const string NotDecodable = "IMAGE-NOT-DECODABLE";

    /// <summary>Warning: the pixels were decoded, but the decoder met errors: parts may be missing.</summary>
    public const string DecodedWithErrors = "IMAGE-DECODED-WITH-ERRORS";

    /// <summary>The process that decodes ended or answered nonsense, twice.</summary>
    public const string WorkerCrashed = "IMAGE-WORKER-CRASHED";

    /// <summary>The process that decodes did not answer in time, twice.</summary>
    public const string WorkerTimedOut = "IMAGE-WORKER-TIMED-OUT";

    /// <summary>Warning: more pixels or bytes than the Hague limits.</summary>
    public const string HagueLimits = "IMAGE-HAGUE-LIMITS";
}
