using NUnit.Framework;
using OfficeNode.Capture;
using OfficeNode.Capture.Looks;
using OfficeNode.Capture.Scanners;
using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Journey;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Scanning;

/// <summary>What is wrong with a side's own file is a finding; what is wrong with the node's disk stops the work.</summary>
[Parallelizable(ParallelScope.Self)]   // a node of its own, and programs that leave a core free
public sealed class SideIntakeTests : OneNodeTests
{
    [Test]
    public async Task A_file_that_cannot_be_read_is_refused()
    {
        var path = Lay("page.png");
        await using var kept = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var (pages, findings) = await JudgeAsync(path, new PhysicalDisk());

        Assert.That(pages, Is.Empty);
        Assert.That(findings.Select(finding => (finding.Rule, finding.Severity)), Is.EqualTo(new[] { (CaptureFindings.Unreadable, Severity.Error) }));
    }

    [Test]
    public async Task A_file_that_vanished_is_named_and_not_refused()
    {
        var (pages, findings) = await JudgeAsync(Node.PathOf("gone.png"), new PhysicalDisk());

        Assert.That(pages, Is.Empty);
        Assert.That(findings.Select(finding => (finding.Rule, finding.Severity, finding.File)), Is.EqualTo(new[] { (CaptureFindings.Vanished, Severity.Warning, "gone.png") }));
    }

    [Test]
    public void A_master_that_the_nodes_disk_does_not_take_is_no_fault_of_the_file()
    {
        var path = Lay("page.png");

        Assert.That(() => JudgeAsync(path, FailingDisk.FailingOnceAt(new PhysicalDisk(), 1)), Throws.TypeOf<StorageException>());
    }

    private string Lay(string name)
    {
        var path = Node.PathOf(name);
        File.WriteAllBytes(path, Papers.Picture(1));
        return path;
    }

    private async Task<(IReadOnlyList<NewBatchPage> Pages, IReadOnlyList<Finding> Findings)> JudgeAsync(string path, IDisk disk)
    {
        await using var intake = new SideIntake(new PageStore(Node.Folder, disk), new PreviewFiles(Node.Folder, disk), new QualityThresholds(), TimeProvider.System);
        return await intake.JudgeAsync(new ScannedSide(1, Side.Front, path, Path.GetFileName(path)), "stamp", CancellationToken.None);
    }
}
