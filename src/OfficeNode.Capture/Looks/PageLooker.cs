using OfficeNode.Capture.Workers;
using OfficeNode.Core;

namespace OfficeNode.Capture.Looks;

/// <summary>What was seen of a page, or why nothing.</summary>
/// <param name="Look">Null when an error is among the findings, or when the picture is too small to be a page, which is said.</param>
public sealed record LookedPage(PageLook? Look, IReadOnlyList<Finding> Findings)
{
    /// <summary>Of the frame; null when an error is among the findings.</summary>
    public ImageFacts? Facts { get; init; }

    /// <summary>A small picture of the page, where one was asked for and could be made.</summary>
    public ConvertedImage? Thumbnail { get; init; }

    public bool IsRefused => Findings.Any(finding => finding.Severity == Severity.Error);
}

/// <summary>Looks at pages: codes, blank or not, quality. Changes nothing.</summary>
/// <remarks>
/// Headers are judged here, in managed code; only what passes their limits reaches a worker process. Thread-safe. Whatever is wrong with a file is a finding;
/// <see cref="ImageWorkerException"/> means that the machine can look at no page.
/// </remarks>
public sealed class PageLooker
{
    private readonly ImageWorkerPool _pool;

    public PageLooker(ImageWorkerPool pool) => _pool = pool;

    /// <summary>Whether a thumbnail is made of what was decoded to be looked at, in a twentieth of the time that it takes by itself. Default: no.</summary>
    public bool MakesThumbnails { get; init; }

    /// <summary>Looks at one frame. Boxes are given in the upright frame, as the file's own orientation says; writing may still stand on its head.</summary>
    /// <param name="path">The master's file.</param>
    /// <param name="frame">Counted from 0.</param>
    /// <exception cref="ImageWorkerException">The machine can look at no page at all.</exception>
    public async Task<LookedPage> LookAsync(string path, int frame, CancellationToken cancellationToken)
    {
        var judged = JudgedFrame.Read(path, frame, _pool.Limits);
        if (judged.IsRefused)
        {
            return new(null, judged.Findings);
        }

        var request = new WorkerRequest(0, WorkerJob.Look) { Path = Path.GetFullPath(path), Frame = frame, Preview = MakesThumbnails ? PreviewSize.Thumbnail : null };
        var reply = await _pool.RunAsync(request, cancellationToken);
        var (facts, findings) = judged.With(reply, _pool.Limits);
        return new(facts is null ? null : reply.Look, findings) { Facts = facts, Thumbnail = ThumbnailOf(reply) };
    }

    private ConvertedImage? ThumbnailOf(WorkerReply reply)
    {
        var made = ConvertedImage.Of(reply, [], _pool.Limits);
        return made.IsRefused ? null : made;
    }
}
