using OfficeNode.Capture;
using OfficeNode.Core;

namespace OfficeNode.Host.Journey;

/// <summary>What a file that is to become pages holds.</summary>
/// <param name="Format">Null when nothing usable.</param>
/// <param name="Frames">The facts of each frame, in the file's order; none when one of them cannot be decoded.</param>
/// <param name="Findings">An error among them refuses the file.</param>
public sealed record CheckedFile(ImageFormat? Format, IReadOnlyList<ImageFacts> Frames, IReadOnlyList<Finding> Findings);

/// <summary>Judges a file that is to become pages: by its header, then by decoding it in a worker process.</summary>
public sealed class PageChecker : IAsyncDisposable
{
    private readonly ImageWorkerPool _pool;
    private readonly ImageConverter _converter;
    private readonly FrameCounter _counter;

    public PageChecker(TimeProvider time)
    {
        _pool = new ImageWorkerPool(ThisProgram.ImageWorkers(), time);
        _converter = new ImageConverter(_pool);
        _counter = new FrameCounter(_pool);
    }

    /// <summary>Judges one file; the first frame that cannot be decoded refuses all of it.</summary>
    /// <exception cref="ImageWorkerException">This machine cannot work on images at all.</exception>
    public async Task<CheckedFile> JudgeAsync(string path, CancellationToken cancellation)
    {
        var file = await _counter.CountAsync(path, Path.GetFileName(path), cancellation);
        var findings = new List<Finding>(file.Findings);
        var frames = new List<ImageFacts>();
        for (var frame = 0; frame < file.Frames; frame++)
        {
            var check = await _converter.CheckAsync(path, frame, cancellation);
            findings.AddRange(check.Findings.Except(findings));
            if (check.Facts is not { } facts || !check.IsReadable)
            {
                return new CheckedFile(null, [], findings);
            }

            frames.Add(facts);
        }

        return new CheckedFile(file.IsRefused ? null : file.Format, frames, findings);
    }

    public ValueTask DisposeAsync() => _pool.DisposeAsync();
}
