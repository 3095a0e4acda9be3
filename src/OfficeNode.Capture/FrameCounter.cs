using OfficeNode.Capture.Workers;
using OfficeNode.Core;

namespace OfficeNode.Capture;

/// <summary>A file that is to become pages, before any of them is looked at.</summary>
/// <param name="Format">By content, not by name; null when it is none that we know.</param>
/// <param name="Frames">Each becomes a page; 0 when the file is refused.</param>
public sealed record CountedFile(ImageFormat? Format, int Frames, IReadOnlyList<Finding> Findings)
{
    /// <summary>An error was found: nothing may decode this file.</summary>
    public bool IsRefused => Findings.Any(finding => finding.Severity == Severity.Error);
}

/// <summary>Judges files that are to become pages: pictures by their headers alone, PDFs, which have none, by a worker process that counts their pages.</summary>
/// <remarks>Thread-safe. Whatever is wrong with a file is a finding, also that it cannot be read.</remarks>
public sealed class FrameCounter
{
    private readonly ImageWorkerPool _pool;

    public FrameCounter(ImageWorkerPool pool) => _pool = pool;

    /// <param name="name">The file's name as the user knows it: it is compared with the content and stands in the findings; null compares nothing.</param>
    /// <exception cref="ImageWorkerException">The machine can work on no file; only for PDFs.</exception>
    public async Task<CountedFile> CountAsync(string path, string? name, CancellationToken cancellationToken)
    {
        var file = ImageHeaderReader.ReadFile(path, name, _pool.Limits);
        if (file.IsRefused || file.Format != ImageFormat.Pdf)
        {
            return new(file.Format, file.IsRefused ? 0 : file.Frames.Count, file.Findings);
        }

        var reply = await _pool.RunAsync(WorkerJob.CountPages, path, 0, cancellationToken);
        IReadOnlyList<Finding> findings = [.. file.Findings, .. reply.Findings.Select(finding => finding with { File = name })];
        return reply.Pages > 0 && reply.Pages <= _pool.Limits.MostFrames || findings.Any(finding => finding.Severity == Severity.Error)
            ? new(file.Format, reply.Pages, findings)
            : new(file.Format, 0, [.. findings, new(CaptureFindings.WorkerCrashed, Severity.Error) { File = name }]);
    }
}
