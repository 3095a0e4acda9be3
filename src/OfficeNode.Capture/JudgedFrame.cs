using OfficeNode.Capture.Headers;
using OfficeNode.Core;

namespace OfficeNode.Capture;

/// <summary>One frame of a file as managed code judges it by its header, before a worker process sees the file.</summary>
/// <param name="Header">Null when the file or the frame is refused; the findings say why.</param>
internal sealed record JudgedFrame(FrameHeader? Header, IReadOnlyList<Finding> Findings)
{
    public bool IsRefused => Header is null;

    /// <param name="frame">Counted from 0.</param>
    public static JudgedFrame Read(string path, int frame, ImageLimits limits)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var file = ImageHeaderReader.Read(stream, null, limits);
            return file.IsRefused ? new(null, file.Findings)
                : frame >= 0 && frame < file.Headers.Count ? new(file.Headers[frame], file.Findings)
                : new(null, [.. file.Findings, new(CaptureFindings.FrameMissing, Severity.Error) { Found = $"frame {frame + 1}", Expected = $"1 to {file.Headers.Count}" }]);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new(null, [new(CaptureFindings.Unreadable, Severity.Error) { Found = error.Message }]);
        }
    }
}
