using System.Globalization;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Faults;

/// <summary>A real file system that is too small, or takes no writes: a RAM disk, which only root may mount.</summary>
public sealed class SmallDiskTests
{
    private const string Large = "size=64m";

    private TemporaryFolder _folder;
    private string _disk;

    [SetUp]
    public void MountDisk()
    {
        _folder = new TemporaryFolder();
        _disk = Directory.CreateDirectory(_folder.PathOf("disk")).FullName;
        var mounted = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess ? Tool.Run("mount", "mount", "-t", "tmpfs", "-o", Large, "tmpfs", _disk) : null;
        if (mounted is not { ExitCode: 0 })
        {
            _folder.Dispose();
            Assert.Ignore($"Only root can mount a small file system for this test. {mounted?.Error}");
        }
    }

    [TearDown]
    public void UnmountDisk()
    {
        Assert.That(Tool.Run("umount", "mount", _disk).ExitCode, Is.Zero);
        _folder.Dispose();
    }

    [Test]
    public async Task Commands_on_a_full_file_system_say_so_and_finish_when_it_is_larger()
    {
        var import = await InitAsync(600, pictures: 100);
        await RunUntilItFitsAsync("import", import);
        await RunUntilItFitsAsync("package", ["package", "--destination", "brand-database", "--scope", "full"]);

        Assert.That((await RunAsync("status")).Json.GetProperty("records").GetProperty("Trademark").GetInt32(), Is.EqualTo(600));
        Assert.That(PackageContents.Of(Directory.GetFiles(Path.Combine(_disk, "node", "packages"), "*.zip").Single()), Has.Count.EqualTo(700));
    }

    [Test]
    public async Task Commands_on_a_file_system_that_takes_no_writes_say_so_and_work_when_it_does()
    {
        var import = await InitAsync(20, pictures: 2);
        IReadOnlyList<string>[] lines = [import, ["package", "--destination", "brand-database", "--scope", "full"], ["sync", "--once"]];
        foreach (var line in lines)
        {
            Remount("ro");
            var refused = await RunAsync(line);
            Remount("rw");
            var done = await RunAsync(line);

            Assert.That(refused.ExitCode, Is.EqualTo(3), refused.Everything);
            Assert.That(refused.Messages, Does.Contain("permission").IgnoreCase.And.Contain(_disk));
            Assert.That(done.ExitCode, Is.Zero, done.Everything);
        }
    }

    private async Task<IReadOnlyList<string>> InitAsync(int count, int pictures)
    {
        await DoAsync("init", "--office", Corpus.OfficeCode, "--name", "Tamarelle");
        TestNode.MakeReceiverTree(_folder.PathOf("receiver"), "Trademarks");
        await DoAsync(
            "destination", "set", "brand-database", "--state", "agreed", "--reference", "Letter 7", "--date", "2026-01-05", "--by", "A. Registrar", "--folder", _folder.PathOf("receiver"));
        var table = new GeneratedOffice(1).Write(Right.Trademark, _folder.Path, count, pictures);
        return ["import", table.Csv, "--map", table.Mapping, "--published-collection", "registration 6/2026 of 2026-06-30 by A. Registrar"];
    }

    /// <summary>Gives the file system a little more room after each refusal, until the command is done.</summary>
    private async Task RunUntilItFitsAsync(string name, IReadOnlyList<string> line)
    {
        const int Step = 256 << 10;
        var refusals = 0;
        var room = UsedBytes() + Step;
        Remount(Size(room));
        for (var run = await RunAsync(line); run.ExitCode != 0; run = await RunAsync(line))
        {
            Assert.That(run.ExitCode, Is.EqualTo(3), run.Everything);
            Assert.That(run.Messages, Does.Contain("The disk is full"), run.Everything);
            refusals++;
            room += Step * refusals;
            Remount(Size(room));
        }

        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {refusals} refusals"));
        Assert.That(refusals, Is.GreaterThan(0));
        Remount(Large);
    }

    private long UsedBytes()
    {
        var drive = new DriveInfo(_disk);
        return drive.TotalSize - drive.AvailableFreeSpace;
    }

    private static string Size(long bytes) => string.Create(CultureInfo.InvariantCulture, $"size={bytes}");

    private void Remount(string option)
    {
        var run = Tool.Run("mount", "mount", "-o", "remount," + option, _disk);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
    }

    private Task<ProgramRun> RunAsync(params IReadOnlyList<string> line) => ProgramRun.OfAsync([.. line, "--json", "--data", Path.Combine(_disk, "node")]);

    private async Task DoAsync(params IReadOnlyList<string> line)
    {
        var run = await RunAsync(line);
        Assert.That(run.ExitCode, Is.Zero, run.Everything);
    }
}
