using OfficeNode.Capture;
using OfficeNode.Core;

namespace OfficeNode.Host.Journey;

/// <summary>Judges an image file that is to become pages: by its header, then by decoding it in a worker process.</summary>
/// <remarks>Where native image code is missing the header alone decides, and a finding says so: pages are kept and wait.</remarks>
public sealed class PageChecker : IAsyncDisposable
{
    private readonly ImageWorkerPool _pool;
    private readonly ImageConverter _converter;

    public PageChecker(TimeProvider time)
    {
        _pool = new ImageWorkerPool(ThisProgram.ImageWorkers(), time);
        _converter = new ImageConverter(_pool);
    }

    /// <summary>Judges one file.</summary>
    /// <returns>What the header says, null when it says nothing usable, and all findings; an error among them refuses the file.</returns>
    public async Task<(ImageFile? Image, IReadOnlyList<Finding> Findings)> JudgeAsync(string path, CancellationToken cancellation)
    {
        ImageFile image;
        await using (var file = File.OpenRead(path))
        {
            image = ImageHeaderReader.Read(file, Path.GetFileName(path), _pool.Limits);
        }

        if (image.IsRefused)
        {
            return (null, image.Findings);
        }

        var findings = new List<Finding>(image.Findings);
        for (var frame = 0; frame < image.Frames.Count; frame++)
        {
            var check = await _converter.CheckAsync(path, frame, cancellation);
            findings.AddRange(check.Findings.Except(findings));
        }

        return (image, findings);
    }

    public ValueTask DisposeAsync() => _pool.DisposeAsync();
}
