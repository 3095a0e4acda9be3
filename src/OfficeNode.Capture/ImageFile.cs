using OfficeNode.Capture.Headers;
using OfficeNode.Core;

namespace OfficeNode.Capture;

/// <summary>What the header of an image file says: its format, the facts of each frame, and what a person should know.</summary>
public sealed class ImageFile
{
    internal ImageFile(ImageFormat? format, IReadOnlyList<FrameHeader> headers, IReadOnlyList<Finding> findings)
    {
        Format = format;
        Headers = headers;
        Findings = findings;
        Frames = [.. headers.Select(header => header.Facts)];
    }

    /// <summary>By content, not by name; null when it is none that we know.</summary>
    public ImageFormat? Format { get; }

    /// <summary>One for each frame, in the file's order; of a refused file those read before the trouble, of a PDF none.</summary>
    public IReadOnlyList<ImageFacts> Frames { get; }

    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>An error was found: nothing may decode this file.</summary>
    public bool IsRefused => Findings.Any(finding => finding.Severity == Severity.Error);

    internal IReadOnlyList<FrameHeader> Headers { get; }
}
