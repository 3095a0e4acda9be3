using OfficeNode.Capture.Workers;

namespace OfficeNode.Capture;

/// <summary>The native libraries that capture finds on this machine, as a worker process sees them.</summary>
/// <param name="Reader">Name and version of the reading machine; null when it is not installed.</param>
/// <param name="MissingLanguages">Of the languages asked for, those it cannot read; none where it is missing itself.</param>
/// <param name="CodeReader">Name and version of the reader of bar codes; null when it is not installed.</param>
public sealed record CaptureLibraries(string? Reader, IReadOnlyList<string> MissingLanguages, string? CodeReader)
{
    /// <summary>Asks a worker of a pool.</summary>
    /// <param name="languages">Of the office's papers, as the reading machine names them.</param>
    /// <exception cref="ImageWorkerException">The machine cannot work on images at all.</exception>
    public static async Task<CaptureLibraries> AskAsync(ImageWorkerPool pool, IReadOnlyList<string> languages, CancellationToken cancellation)
    {
        var reply = await pool.RunAsync(new WorkerRequest(0, WorkerJob.Libraries) { Read = new() { Languages = languages } }, cancellation);
        return reply.Libraries ?? throw new ImageWorkerException(ImageWorkerFault.NotStarted, "The worker process ended when it was asked for its libraries.", "Look at the log of the system for what ended it.");
    }
}
