using OfficeNode.Capture.Scanners;
using OfficeNode.Core;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>Judges the file of a scanned side and makes it durable: what is left is one transaction.</summary>
public sealed class SideIntake : IAsyncDisposable
{
    private readonly PageStore _pages;
    private readonly PageChecker _checker;

    public SideIntake(PageStore pages, TimeProvider time)
    {
        _pages = pages;
        _checker = new PageChecker(time);
    }

    public ValueTask DisposeAsync() => _checker.DisposeAsync();

    /// <summary>The pages of a side, one for each frame; none when the file is refused, with an error among the findings.</summary>
    /// <exception cref="Core.Disk.StorageException">The disk fails.</exception>
    public async Task<(IReadOnlyList<NewBatchPage> Pages, IReadOnlyList<Finding> Findings)> JudgeAsync(ScannedSide side, string stamp, CancellationToken cancellation)
    {
        var (image, findings) = await _checker.JudgeAsync(side.Path, cancellation);
        if (image?.Format is not { } format || findings.Any(finding => finding.Severity == Severity.Error))
        {
            return ([], findings);
        }

        await using var content = File.OpenRead(side.Path);
        var master = await _pages.AddMasterAsync(content, ImageExtension.Of(format), cancellation);
        return ([.. image.Frames.Select((facts, frame) => new NewBatchPage
        {
            Sheet = side.Sheet,
            Side = side.Side,
            Master = master,
            Frame = frame,
            Facts = facts,
            File = side.File,
            Stamp = stamp,
        })], findings);
    }
}
