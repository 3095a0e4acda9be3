using OfficeNode.Capture;
using OfficeNode.Capture.Looks;
using OfficeNode.Capture.Scanners;
using OfficeNode.Core;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>Judges the file of a scanned side, looks at it and makes it durable: what is left is one transaction.</summary>
/// <remarks>Quality is judged by thresholds and only said: a bad picture of a page is still the page.</remarks>
public sealed class SideIntake : IAsyncDisposable
{
    private readonly PageStore _pages;
    private readonly QualityThresholds _thresholds;
    private readonly ImageWorkerPool _pool;
    private readonly FrameCounter _counter;
    private readonly PageLooker _looker;

    public SideIntake(PageStore pages, QualityThresholds thresholds, TimeProvider time)
    {
        _pages = pages;
        _thresholds = thresholds;
        _pool = new ImageWorkerPool(ThisProgram.ImageWorkers(), time);
        _counter = new FrameCounter(_pool);
        _looker = new PageLooker(_pool);
    }

    /// <summary>The pages of a side, one for each frame; none when the file is refused, with an error among the findings.</summary>
    /// <exception cref="Core.Disk.StorageException">The disk fails.</exception>
    /// <exception cref="ImageWorkerException">This machine can look at no page.</exception>
    public async Task<(IReadOnlyList<NewBatchPage> Pages, IReadOnlyList<Finding> Findings)> JudgeAsync(ScannedSide side, string stamp, CancellationToken cancellation)
    {
        var file = await _counter.CountAsync(side.Path, null, cancellation);
        if (file.IsRefused || file.Format is not { } format)
        {
            return ([], file.Findings);
        }

        var looks = await LookAsync(side.Path, file.Frames, cancellation);
        List<Finding> findings = [.. looks.SelectMany(look => look.Findings).Distinct()];
        if (findings.Exists(finding => finding.Severity == Severity.Error))
        {
            return ([], findings);
        }

        await using var content = File.OpenRead(side.Path);
        var master = await _pages.AddMasterAsync(content, ImageExtension.Of(format), cancellation);
        findings.AddRange(looks.SelectMany((look, frame) => Judge(look, frame, looks.Count)));
        return ([.. looks.Select((look, frame) => new NewBatchPage
        {
            Sheet = side.Sheet,
            Side = side.Side,
            Master = master,
            Frame = frame,
            Facts = look.Facts ?? throw new InvalidOperationException($"Frame {frame} was looked at without an error, and has no facts."),
            File = side.File,
            Stamp = stamp,
            Look = look.Look,
        })], findings);
    }

    public ValueTask DisposeAsync() => _pool.DisposeAsync();

    /// <summary>Looks at all frames, as many at once as there are workers; the first that is refused refuses the file, and the rest are spared.</summary>
    private async Task<IReadOnlyList<LookedPage>> LookAsync(string path, int frames, CancellationToken cancellation)
    {
        var looks = new LookedPage?[frames];
        var isRefused = false;
        var options = new ParallelOptions { MaxDegreeOfParallelism = _pool.Workers, CancellationToken = cancellation };
        await Parallel.ForEachAsync(Enumerable.Range(0, frames), options, async (frame, token) =>
        {
            if (!Volatile.Read(ref isRefused))
            {
                var look = await _looker.LookAsync(path, frame, token);
                looks[frame] = look;
                Volatile.Write(ref isRefused, Volatile.Read(ref isRefused) || look.IsRefused);
            }
        });
        return [.. looks.OfType<LookedPage>()];
    }

    private IEnumerable<Finding> Judge(LookedPage page, int frame, int frames) => page is not { Look: { } look, Facts: { } facts } ? [] :
        QualityCheck.Judge(look, facts, _thresholds).Select(finding => frames == 1 ? finding : finding with { Path = FormattableString.Invariant($"frame {frame + 1}") });
}
