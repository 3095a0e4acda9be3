using System.Diagnostics;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Storage;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Storage;

/// <summary>Several processes on one register.</summary>
public sealed class ProcessesTests
{
    [Test]
    public async Task Two_processes_write_without_losing_anything()
    {
        using var node = new TestNode();
        using var one = TestNode.StartWorker("write", node.Folder.Root, "1", "150");
        using var two = TestNode.StartWorker("write", node.Folder.Root, "151", "150");
        await one.WaitForExitAsync();
        await two.WaitForExitAsync();

        var (records, broken) = node.Read(session => (session.Dossiers.Counts()[Right.Trademark], session.Audit.FindBreak()));

        Assert.That((one.ExitCode, two.ExitCode, records, broken), Is.EqualTo((0, 0, 300, (long?)null)));
    }

    [Test]
    public async Task A_writer_gives_up_at_its_deadline_when_another_process_keeps_the_lock()
    {
        using var node = new TestNode();
        using var holder = TestNode.StartWorker("lock", node.Folder.Root);
        Assert.That(await holder.StandardOutput.ReadLineAsync(), Is.EqualTo("locked"));
        using var register = Register.Open(node.Folder, new HurriedTime());

        Assert.That(() => register.Write(TestNode.Deed, _ => { }), Throws.InstanceOf<StorageException>()
            .With.Property(nameof(StorageException.Fault)).EqualTo(StorageFault.Held).And.Message.Contains("register.lock"));

        holder.Kill();
        await holder.WaitForExitAsync();
        Assert.That(() => register.Write(TestNode.Deed, _ => { }), Throws.Nothing);
    }

    [Test]
    public async Task A_writer_waits_for_somebody_at_the_prompt_of_sqlite3()
    {
        using var node = new TestNode();
        using var prompt = StartPrompt(node.Folder.RegisterFile);
        await prompt.StandardInput.WriteLineAsync("BEGIN IMMEDIATE; SELECT 'begun';");
        await prompt.StandardInput.FlushAsync();
        Assert.That(await prompt.StandardOutput.ReadLineAsync(), Is.EqualTo("begun"));

        var write = Task.Run(() => node.Write(session => session.Node.Set("a", "b")));
        await prompt.StandardInput.WriteLineAsync("COMMIT;");
        prompt.StandardInput.Close();
        await prompt.WaitForExitAsync();
        await write;

        Assert.That(node.Read(session => session.Node.Get("a")), Is.EqualTo("b"));
    }

    private static Process StartPrompt(string file)
    {
        Tool.Run("sqlite3", "sqlite3", "--version");
        return Process.Start(new ProcessStartInfo("sqlite3", [file]) { RedirectStandardInput = true, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("sqlite3 did not start.");
    }

    /// <summary>A clock on which ten seconds pass between two looks.</summary>
    private sealed class HurriedTime : TimeProvider
    {
        private long _timestamp;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Add(ref _timestamp, 10);
    }
}
