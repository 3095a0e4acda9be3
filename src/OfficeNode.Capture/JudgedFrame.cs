using OfficeNode.Capture.Headers;
using OfficeNode.Capture.Workers;
using OfficeNode.Core;
using OfficeNode.Core.Disk;

namespace OfficeNode.Capture;

/// <summary>One frame of a file as managed code judges it by its header, before a worker process sees the file.</summary>
/// <param name="Header">Null when the file or the frame is refused, and the findings say why; and for a page of a PDF, which only a worker can judge.</param>
internal sealed record JudgedFrame(FrameHeader? Header, IReadOnlyList<Finding> Findings)
{
    public bool IsRefused => Findings.Any(finding => finding.Severity == Severity.Error);

    /// <summary>The frame's facts and all that was found, once a worker has answered. What it says of a page of a PDF is believed within the limits.</summary>
    public (ImageFacts? Facts, IReadOnlyList<Finding> Findings) With(WorkerReply reply, ImageLimits limits)
    {
        IReadOnlyList<Finding> findings = [.. Findings, .. reply.Findings];
        if (Header is { } header)
        {
            return (header.Facts, findings);
        }

        if (reply.Facts is { Format: ImageFormat.Pdf, Width: > 0, Height: > 0 } facts && HeaderReading.Excess(facts, limits).Found is null)
        {
            return (facts, findings);
        }

        var isSaid = findings.Any(finding => finding.Severity == Severity.Error);
        return (null, isSaid ? findings : [.. findings, new(CaptureFindings.WorkerCrashed, Severity.Error)]);
    }

    /// <summary>Judges a file that a person or a scanner handed in: that it cannot be opened is a finding on it.</summary>
    /// <param name="frame">Counted from 0.</param>
    public static JudgedFrame Read(string path, int frame, ImageLimits limits) =>
        Judge(ImageHeaderReader.ReadFile(path, null, limits), frame);

    /// <summary>Judges a file of the node's own: that it cannot be opened is the disk's fault and says nothing of the page.</summary>
    /// <param name="frame">Counted from 0.</param>
    /// <exception cref="StorageException">The file cannot be opened or read.</exception>
    public static JudgedFrame OfMaster(string path, int frame, ImageLimits limits)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return Judge(ImageHeaderReader.Read(stream, null, limits), frame);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw PhysicalDisk.Describe(path, error);
        }
    }

    private static JudgedFrame Judge(ImageFile file, int frame) =>
        file.IsRefused || file.Format == ImageFormat.Pdf ? new(null, file.Findings)
        : frame >= 0 && frame < file.Headers.Count ? new(file.Headers[frame], file.Findings)
        : new(null, [.. file.Findings, new(CaptureFindings.FrameMissing, Severity.Error) { Found = $"frame {frame + 1}", Expected = $"1 to {file.Headers.Count}" }]);
}
