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
    private readonly PageLooker _looker;
    private readonly ImageConverter _converter;

    public SideIntake(PageStore pages, QualityThresholds thresholds, TimeProvider time)
    {
        _pages = pages;
        _thresholds = thresholds;
        _pool = new ImageWorkerPool(ThisProgram.ImageWorkers(), time);
        _looker = new PageLooker(_pool);
        _converter = new ImageConverter(_pool);
    }

    /// <summary>The pages of a side, one for each frame; none when the file is refused, with an error among the findings.</summary>
    /// <exception cref="Core.Disk.StorageException">The disk fails.</exception>
    /// <exception cref="ImageWorkerException">This machine can look at no page.</exception>
    public async Task<(IReadOnlyList<NewBatchPage> Pages, IReadOnlyList<Finding> Findings)> JudgeAsync(ScannedSide side, string stamp, CancellationToken cancellation)
    {
        ImageFile image;
        await using (var header = File.OpenRead(side.Path))
        {
            image = ImageHeaderReader.Read(header, null, _pool.Limits);
        }

        if (image.IsRefused || image.Format is not { } format)
        {
            return ([], image.Findings);
        }

        var looks = await Task.WhenAll(image.Frames.Select((_, frame) => _looker.LookAsync(side.Path, frame, cancellation)));
        var findings = looks.SelectMany(look => look.Findings).Distinct().ToList();
        if (findings.Exists(finding => finding.Severity == Severity.Error))
        {
            return ([], findings);
        }

        var (master, frames) = await KeepAsync(side, image, format, cancellation);
        findings.AddRange(frames.SelectMany((facts, frame) => Judge(looks[frame].Look, facts, frame, frames.Count)));
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

    public ValueTask DisposeAsync() => _pool.DisposeAsync();

    /// <summary>Makes the bytes durable: a file as somebody saved it, what a scanner gave without compression in fewer bytes.</summary>
    private async Task<(Master Master, IReadOnlyList<ImageFacts> Frames)> KeepAsync(ScannedSide side, ImageFile image, ImageFormat format, CancellationToken cancellation)
    {
        if (side.File is null && await _converter.ToPackedAsync(side.Path, cancellation) is { Bytes: { } bytes, Facts: { } facts, Extension: { } extension })
        {
            await using var packed = new MemoryStream(bytes.ToArray(), writable: false);
            return (await _pages.AddMasterAsync(packed, extension, cancellation), [facts]);
        }

        await using var content = File.OpenRead(side.Path);
        return (await _pages.AddMasterAsync(content, ImageExtension.Of(format), cancellation), image.Frames);
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
