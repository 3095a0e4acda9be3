using OfficeNode.Capture;
using OfficeNode.Capture.Looks;
using OfficeNode.Capture.Scanners;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>Judges the file of a scanned side, looks at it and makes it durable: what is left is one transaction.</summary>
/// <remarks>Quality is judged by thresholds and only said: a bad picture of a page is still the page.</remarks>
public sealed class SideIntake : IAsyncDisposable
{
    private readonly PageStore _pages;
    private readonly PreviewFiles _previews;
    private readonly QualityThresholds _thresholds;
    private readonly ImageWorkerPool _pool;
    private readonly FrameCounter _counter;
    private readonly PageLooker _looker;
    private readonly ImageConverter _converter;

    public SideIntake(PageStore pages, PreviewFiles previews, QualityThresholds thresholds, TimeProvider time)
    {
        _pages = pages;
        _previews = previews;
        _thresholds = thresholds;
        _pool = new ImageWorkerPool(ThisProgram.ImageWorkers(), time);
        _counter = new FrameCounter(_pool);
        _looker = new PageLooker(_pool) { MakesThumbnails = true };
        _converter = new ImageConverter(_pool);
    }

    /// <summary>Finds out whether this machine can look at pages at all, before anything is begun.</summary>
    /// <exception cref="ImageWorkerException">It cannot.</exception>
    public Task CheckMachineAsync(CancellationToken cancellation) => _pool.LibraryAsync(cancellation);

    /// <summary>
    /// The pages of a side, one for each frame; none when the file is refused, with an error among the findings, and none when somebody took it
    /// out of its folder meanwhile, which is a warning: there is nothing left to be refused.
    /// </summary>
    /// <exception cref="StorageException">The node's disk fails. What is wrong with the side's own file is a finding.</exception>
    /// <exception cref="ImageWorkerException">This machine can look at no page.</exception>
    public async Task<(IReadOnlyList<NewBatchPage> Pages, IReadOnlyList<Finding> Findings)> JudgeAsync(ScannedSide side, string stamp, CancellationToken cancellation)
    {
        var (pages, findings) = await JudgeFileAsync(side, stamp, cancellation);
        return pages.Count == 0 && side.File is { } name && !File.Exists(side.Path)
            ? ([], [new(CaptureFindings.Vanished, Severity.Warning) { File = name }])
            : (pages, findings);
    }

    public ValueTask DisposeAsync() => _pool.DisposeAsync();

    private async Task<(IReadOnlyList<NewBatchPage> Pages, IReadOnlyList<Finding> Findings)> JudgeFileAsync(ScannedSide side, string stamp, CancellationToken cancellation)
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

        if (await TryKeepAsync(side, format, looks, findings, cancellation) is not var (master, frames))
        {
            return ([], findings);
        }

        KeepThumbnails(master, looks);
        findings.AddRange(looks.SelectMany((look, frame) => Judge(look.Look, frames[frame], frame, frames.Count)));
        return ([.. frames.Select((facts, frame) => new NewBatchPage
        {
            Sheet = side.Sheet,
            Side = side.Side,
            Master = master,
            Frame = frame,
            Facts = facts,
            File = side.File,
            Stamp = stamp,
            Look = looks[frame].Look,
        })], findings);
    }

    /// <summary>Looks at all frames, as many at once as there are workers; the first that is refused refuses the file, and the rest are spared.</summary>
    private async Task<IReadOnlyList<LookedPage>> LookAsync(string path, int frames, CancellationToken cancellation)
    {
        var looks = new LookedPage?[frames];
        var isRefused = false;
        var options = new ParallelOptions { MaxDegreeOfParallelism = _pool.Workers, CancellationToken = cancellation };
        await Parallel.ForEachAsync(Enumerable.Range(0, frames), options, async (frame, token) =>
        {
            if (Volatile.Read(ref isRefused))
            {
                return;
            }

            var look = await _looker.LookAsync(path, frame, token);
            looks[frame] = look;
            if (look.IsRefused)
            {
                Volatile.Write(ref isRefused, true);
            }
        });
        return [.. looks.OfType<LookedPage>()];
    }

    /// <summary>Makes the bytes durable; null when the side's file cannot be read to its end, which is then among the findings.</summary>
    private async Task<(Master Master, IReadOnlyList<ImageFacts> Frames)?> TryKeepAsync(
        ScannedSide side, ImageFormat format, IReadOnlyList<LookedPage> looks, List<Finding> findings, CancellationToken cancellation)
    {
        try
        {
            return await KeepAsync(side, format, looks, cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Whatever the node's own disk reports is a StorageException: this is the side's file, on a stick or a share that fails.
            findings.Add(new(CaptureFindings.Unreadable, Severity.Error) { Found = error.Message });
            return null;
        }
    }

    /// <summary>The bytes: of a file as somebody saved it, of what a scanner gave without compression in fewer.</summary>
    private async Task<(Master Master, IReadOnlyList<ImageFacts> Frames)> KeepAsync(ScannedSide side, ImageFormat format, IReadOnlyList<LookedPage> looks, CancellationToken cancellation)
    {
        if (side.File is null && await _converter.ToPackedAsync(side.Path, cancellation) is { Bytes: { } bytes, Facts: { } facts, Extension: { } extension })
        {
            await using var packed = new MemoryStream(bytes.ToArray(), writable: false);
            return (await _pages.AddMasterAsync(packed, extension, cancellation), [facts]);
        }

        await using var content = File.OpenRead(side.Path);
        var frames = looks.Select(look => look.Facts ?? throw new InvalidOperationException($"A frame of {side.Path} was looked at without an error, and has no facts."));
        return (await _pages.AddMasterAsync(content, ImageExtension.Of(format), cancellation), [.. frames]);
    }

    private void KeepThumbnails(Master master, IReadOnlyList<LookedPage> looks)
    {
        try
        {
            for (var frame = 0; frame < looks.Count; frame++)
            {
                if (looks[frame].Thumbnail is { Bytes: { } bytes, Extension: { } extension })
                {
                    _previews.Keep(new WantedPreview(master, frame, PreviewSize.Thumbnail), bytes, extension);
                }
            }
        }
        catch (StorageException)
        {
            // A page is not refused for want of its preview, which is made when somebody looks. What the disk lacks, the next master says.
        }
    }

    private IEnumerable<Finding> Judge(PageLook? look, ImageFacts facts, int frame, int frames)
    {
        if (look is null)
        {
            return [];
        }

        // What a target sheet shows is not writing: it has thresholds of its own.
        var findings = TargetCode.On(look.Codes) is null ? QualityCheck.Judge(look, facts, _thresholds) : TargetCheck.Judge(look, facts, _thresholds).Findings;
        return findings.Select(finding => frames == 1 ? finding : finding with { Path = FormattableString.Invariant($"frame {frame + 1}") });
    }
}
