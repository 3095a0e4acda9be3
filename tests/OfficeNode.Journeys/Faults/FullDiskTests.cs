using System.Globalization;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Faults;

/// <summary>The disk is full at any write of import, pages add and package: a clear message, exit code 3, nothing half written, and the same command goes on.</summary>
[Parallelizable(ParallelScope.Self)]   // nodes of its own, and programs that leave a core free
public sealed class FullDiskTests
{
    private const int Marks = 60;
    private const int Pictures = 10;
    private const int Least = 4_000;   // fewer bytes than any of the steps writes

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    public async Task A_full_disk_stops_the_command_and_the_same_command_goes_on_when_there_is_room(int step)
    {
        var random = FaultPoints.Random();
        var (undisturbed, operations) = await UndisturbedAsync(step);
        var points = FaultPoints.Count(daily: 8, promised: 60);
        var stopped = 0;
        for (var point = 0; point < points; point++)
        {
            using var node = await PreparedAsync(step);
            var disk = FailingDisk.FailingOnceAt(new PhysicalDisk(), 1 + random.NextInt64(operations), StorageFault.Full);
            stopped += await StepOnAsync(node, step, disk) ? 1 : 0;
            Assert.That(Result(node), Is.EqualTo(undisturbed), disk.FailedOperation);
        }

        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{points} points of {operations} operations, {stopped} stopped the command"));
        Assert.That(stopped, Is.GreaterThan(points / 2));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    public async Task A_disk_that_stays_full_leaves_nothing_half_written(int step)
    {
        var random = FaultPoints.Random();
        var points = FaultPoints.Count(daily: 4, promised: 30);
        var stopped = 0;
        for (var point = 0; point < points; point++)
        {
            using var node = await PreparedAsync(step);
            var disk = FailingDisk.FullAfter(new PhysicalDisk(), random.Next(Least));
            stopped += await StepOnAsync(node, step, disk) ? 1 : 0;
        }

        Assert.That(stopped, Is.EqualTo(points));
    }

    /// <summary>Does the step on a bad disk, looks at what it left, and does it again on a good one; whether the bad disk stopped it.</summary>
    private static async Task<bool> StepOnAsync(TestNode node, int step, FailingDisk disk)
    {
        node.Disk = disk;
        var run = await node.RunAsync(Steps(node)[step]);
        node.Disk = new PhysicalDisk();

        // A leftover that could not be deleted stops nothing: it is swept later.
        var mayGoOn = disk.FailedOperation is null || disk.FailedOperation.StartsWith("Delete", StringComparison.Ordinal);
        Assert.That(run.ExitCode, mayGoOn ? Is.AnyOf(0, 3) : Is.EqualTo(3), $"{disk.FailedOperation}: {run.Everything}");
        if (run.ExitCode == 3)
        {
            Assert.That(run.Messages, Does.Contain("The disk is full"), disk.FailedOperation);
        }

        NodeInvariants.Check(node);
        await node.DoAsync(Steps(node)[step]);
        NodeInvariants.Check(node);
        NodeInvariants.CheckSwept(node);
        return run.ExitCode == 3;
    }

    private static async Task<(string Result, long Operations)> UndisturbedAsync(int step)
    {
        using var node = await PreparedAsync(step);
        var counting = FailingDisk.Counting(new PhysicalDisk());
        node.Disk = counting;
        await node.DoAsync(Steps(node)[step]);
        return (Result(node), counting.Operations);
    }

    private static async Task<TestNode> PreparedAsync(int step)
    {
        var node = await TestNode.CreateAsync();
        GeneratedRecords.Write(node, Right.Patent, Marks, Pictures);
        await node.ReceiveInFolderAsync("patentscope", "Patents");
        for (var before = 0; before < step; before++)
        {
            await node.DoAsync(Steps(node)[before]);
        }

        return node;
    }

    private static string Result(TestNode node)
    {
        var result = NodeResult.Of(node, node.Receiver);
        return string.Join('\n', [.. result.Records, .. result.Pages, .. result.Members.Select(member => $"{member.Key} {member.Value}")]);
    }

    private static IReadOnlyList<string>[] Steps(TestNode node) =>
    [
        [.. GeneratedRecords.Write(node, Right.Patent, Marks, Pictures), "--published-collection", "registration 6/2026 of 2026-06-30 by A. Registrar"],
        ["pages", "add", "--dossier", GeneratedRecords.Dossiers(Right.Patent, 20)[19], "--document", "DRA", Corpus.Office("pages/118-DRA-1.tif"), Corpus.Office("pages/119-DRA-1.tif")],
        ["package", "--destination", "patentscope", "--scope", "full"],
    ];
}
