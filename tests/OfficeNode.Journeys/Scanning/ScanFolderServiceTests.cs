using NUnit.Framework;
using OfficeNode.Journeys.Service;

namespace OfficeNode.Journeys.Scanning;

/// <summary>The running service takes what scanners save into the office's folders.</summary>
[Parallelizable(ParallelScope.Self)]   // a node of its own, and programs that leave a core free
public sealed class ScanFolderServiceTests : OneNodeTests
{
    [Test]
    [CancelAfter(120_000)]
    public async Task What_rests_in_a_watched_folder_becomes_a_batch(CancellationToken cancellation)
    {
        var folder = Papers.Lay(Node, 3);
        await File.WriteAllTextAsync(Path.Combine(folder, "note.png"), "no picture", cancellation);
        await Node.DoAsync("scanners", "watch", folder, "--rest", "0");

        using var service = await RunningService.StartAsync(Node.Line(["serve", "--urls", "http://127.0.0.1:0", "--json"]), [], cancellation);
        var said = await service.SaidAsync("pages from", cancellation);
        var refused = await service.SaidAsync("note.png", cancellation);

        Assert.That(said, Does.Contain($"B-1: 3 pages from {folder}, 1 files refused."));
        Assert.That(refused, Does.Contain("IMAGE-"));
        Assert.That(Directory.GetFiles(Path.Combine(folder, "taken")).Select(Path.GetFileName), Is.EquivalentTo(Papers.Names(3)));
    }

    [Test]
    [CancelAfter(120_000)]
    public async Task A_folder_that_is_gone_is_said_and_the_others_go_on(CancellationToken cancellation)
    {
        var gone = Directory.CreateDirectory(Node.PathOf("gone")).FullName;
        await Node.DoAsync("scanners", "watch", gone);
        Directory.Delete(gone);
        await Node.DoAsync("scanners", "watch", Papers.Lay(Node, 1), "--rest", "0");

        using var service = await RunningService.StartAsync(Node.Line(["serve", "--urls", "http://127.0.0.1:0", "--json"]), [], cancellation);

        Assert.That(await service.SaidAsync("could not be looked after", cancellation), Does.Contain(gone));
        Assert.That(await service.SaidAsync("pages from", cancellation), Does.Contain("B-1: 1 pages"));
    }

    [Test]
    public async Task A_folder_is_watched_until_somebody_says_not()
    {
        var folder = Papers.Lay(Node, 0);
        var watched = await Node.DoAsync("scanners", "watch", folder, "--rest", "30");

        var not = await Node.DoAsync("scanners", "watch", folder, "--not");

        Assert.That(watched.Json.GetProperty("folders").ToString(), Is.EqualTo($$"""[{"folder":"{{folder}}","rest":30}]"""));
        Assert.That(not.Json.GetProperty("folders").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task A_folder_that_is_not_there_is_not_watched()
    {
        var run = await Node.RunPlainAsync("scanners", "watch", Node.PathOf("nowhere"));

        Assert.That(run.ExitCode, Is.EqualTo(2), run.Everything);
    }
}
