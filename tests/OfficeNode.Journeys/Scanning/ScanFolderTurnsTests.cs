using NUnit.Framework;
using OfficeNode.Core.Disk;

namespace OfficeNode.Journeys.Scanning;

/// <summary>How the service watches a folder over minutes and hours.</summary>
[CancelAfter(120_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own, and programs that leave a core free
public sealed class ScanFolderTurnsTests : OneNodeTests
{
    private static readonly TimeSpan Rested = TimeSpan.FromSeconds(15);

    [Test]
    public async Task What_comes_half_written_while_a_batch_is_taken_is_a_page_of_the_next(CancellationToken cancellation)
    {
        var folder = Papers.Lay(Node, 2);
        var late = Path.Combine(folder, "late.png");
        var picture = Papers.Picture(3);
        await Node.DoAsync("scanners", "watch", folder);
        await using var turns = new FolderTurns(Node, new ArrivalDisk(new PhysicalDisk(), () => File.WriteAllBytes(late, picture[..(picture.Length / 2)])));
        await turns.StartAsync(cancellation);
        await turns.LookAsync(Rested, null, cancellation);
        await File.WriteAllBytesAsync(late, picture, cancellation);

        await turns.LookAsync(Rested, null, cancellation);

        Assert.That(turns.Said(FolderTurns.Scanned).Select(line => line.TrimEnd()), Is.EqualTo(new[]
        {
            $"B-1: 2 pages from {folder}, 0 files refused.",
            $"B-2: 1 pages from {folder}, 0 files refused.",
        }));
    }

    [Test]
    public async Task A_file_that_always_changes_holds_up_a_folder_for_ten_minutes_and_is_named_once(CancellationToken cancellation)
    {
        var folder = Papers.Lay(Node, 2);
        void Write() => File.AppendAllText(Path.Combine(folder, "copier.log"), "a line\n");
        await Node.DoAsync("scanners", "watch", folder);
        await using var turns = new FolderTurns(Node, new PhysicalDisk());
        await turns.StartAsync(cancellation);
        await turns.LookAsync(TimeSpan.FromMinutes(9), Write, cancellation);
        var early = turns.Said(FolderTurns.Scanned);

        await turns.LookAsync(TimeSpan.FromMinutes(15), Write, cancellation);

        Assert.That(early, Is.Empty);
        Assert.That(turns.Said(FolderTurns.Scanned), Has.One.Items.And.All.Contains("B-1: 2 pages"));
        Assert.That(turns.Said(FolderTurns.Left), Has.One.Items.And.All.Contains("copier.log"));
    }

    [Test]
    public async Task A_fault_is_said_once_left_alone_for_a_long_rest_and_tried_again_then(CancellationToken cancellation)
    {
        await Node.DoAsync("scanners", "watch", Papers.Lay(Node, 1));
        Directory.Delete(Node.Folder.Spool);
        await File.WriteAllTextAsync(Node.Folder.Spool, "no folder", cancellation);
        await using var turns = new FolderTurns(Node, new PhysicalDisk());
        await turns.StartAsync(cancellation);
        await turns.LookAsync(TimeSpan.FromMinutes(1), null, cancellation);
        var deeds = Node.Read(session => session.Audit.Head);
        await turns.LookAsync(TimeSpan.FromMinutes(8), null, cancellation);
        var later = Node.Read(session => session.Audit.Head);
        await turns.LookAsync(TimeSpan.FromMinutes(10), null, cancellation);
        File.Delete(Node.Folder.Spool);
        Directory.CreateDirectory(Node.Folder.Spool);

        await turns.LookAsync(TimeSpan.FromMinutes(10), null, cancellation);

        Assert.That(turns.Said(FolderTurns.Failed), Has.One.Items);
        Assert.That(later, Is.EqualTo(deeds));
        Assert.That(turns.Said(FolderTurns.Scanned), Has.One.Items.And.All.Contains("B-1: 1 pages"));
    }

    [Test]
    public async Task What_failed_is_tried_at_once_when_something_changed_in_the_folder(CancellationToken cancellation)
    {
        var folder = Papers.Lay(Node, 1);
        await Node.DoAsync("scanners", "watch", folder);
        Directory.Delete(Node.Folder.Spool);
        await File.WriteAllTextAsync(Node.Folder.Spool, "no folder", cancellation);
        await using var turns = new FolderTurns(Node, new PhysicalDisk());
        await turns.StartAsync(cancellation);
        await turns.LookAsync(Rested, null, cancellation);
        File.Delete(Node.Folder.Spool);
        Directory.CreateDirectory(Node.Folder.Spool);
        await File.WriteAllBytesAsync(Path.Combine(folder, "page2.png"), Papers.Picture(2), cancellation);

        await turns.LookAsync(Rested, null, cancellation);

        Assert.That(turns.Said(FolderTurns.Scanned), Has.One.Items.And.All.Contains("B-1: 2 pages"));
    }

    [Test]
    public async Task A_fault_that_was_right_in_between_is_said_again(CancellationToken cancellation)
    {
        var folder = Papers.Lay(Node, 0);
        await Node.DoAsync("scanners", "watch", folder);
        await using var turns = new FolderTurns(Node, new PhysicalDisk());
        await turns.StartAsync(cancellation);
        foreach (var _ in new[] { 1, 2 })
        {
            Directory.Delete(folder);
            await turns.LookAsync(Rested, null, cancellation);
            Directory.CreateDirectory(folder);
            await turns.LookAsync(Rested, null, cancellation);
        }

        Assert.That(turns.Said(FolderTurns.Failed), Has.Count.EqualTo(2));
    }

    /// <summary>A disk at whose first move something arrives: while the first page is made durable.</summary>
    private sealed class ArrivalDisk : IDisk
    {
        private readonly IDisk _inner;
        private Action? _arrive;

        public ArrivalDisk(IDisk inner, Action arrive)
        {
            _inner = inner;
            _arrive = arrive;
        }

        public void CreateFolder(string path, FileAudience audience = FileAudience.Office) => _inner.CreateFolder(path, audience);

        public Stream CreateFile(string path, FileAudience audience = FileAudience.Office) => _inner.CreateFile(path, audience);

        public void Sync(Stream file) => _inner.Sync(file);

        public void Move(string from, string to)
        {
            _inner.Move(from, to);
            _arrive?.Invoke();
            _arrive = null;
        }

        public void Replace(string from, string to) => _inner.Replace(from, to);

        public void SyncFolder(string folder) => _inner.SyncFolder(folder);

        public void Delete(string path) => _inner.Delete(path);

        public long FreeBytes(string folder) => _inner.FreeBytes(folder);
    }
}
