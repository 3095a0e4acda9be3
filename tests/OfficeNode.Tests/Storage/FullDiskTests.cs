using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Core.Json;
using OfficeNode.Storage;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Storage;

/// <summary>A register and page store on a real file system that is full or takes no writes.</summary>
public sealed class FullDiskTests
{
    [Test]
    public void A_full_disk_stops_a_write_whole_and_the_same_write_succeeds_when_there_is_room()
    {
        using var disk = new SmallDisk("4m");
        using var register = Register.Open(disk.Node, TimeProvider.System);
        var saved = 0;
        var fault = Catch(() =>
        {
            while (true)
            {
                SaveOne(register, saved + 1);
                saved++;
            }
        });

        Assert.That(fault.Fault, Is.EqualTo(StorageFault.Full), fault.Message);
        Assert.That(register.Read(session => (session.Dossiers.Counts()[Right.Patent], session.Audit.FindBreak())), Is.EqualTo((saved, (long?)null)));

        disk.Resize("32m");
        SaveOne(register, saved + 1);
        Assert.That((register.Read(session => session.Dossiers.Counts()[Right.Patent]), register.CheckIntegrity()), Is.EqualTo((saved + 1, (string?)null)));
    }

    [Test]
    public void A_register_that_finds_no_room_for_itself_says_full()
    {
        using var disk = new SmallDisk("2m");
        File.WriteAllBytes(Path.Combine(disk.Node.Root, "filler"), new byte[disk.Free()]);

        var fault = Catch(() => Register.Open(disk.Node, TimeProvider.System).Dispose());

        Assert.That(fault.Fault, Is.EqualTo(StorageFault.Full), fault.Message);
    }

    [Test]
    public async Task A_master_that_finds_no_room_leaves_nothing_under_its_name_and_comes_in_later()
    {
        using var disk = new SmallDisk("2m");
        var store = new PageStore(disk.Node, new PhysicalDisk());
        var bytes = new byte[4 << 20];
        new Random(1).NextBytes(bytes);

        Assert.That(async () => await store.AddMasterAsync(new MemoryStream(bytes), "tif", CancellationToken.None),
            Throws.InstanceOf<StorageException>().With.Property(nameof(StorageException.Fault)).EqualTo(StorageFault.Full));
        Assert.That(Directory.EnumerateFiles(disk.Node.Masters, "*", SearchOption.AllDirectories), Is.Empty);

        disk.Resize("16m");
        var master = await store.AddMasterAsync(new MemoryStream(bytes), "tif", CancellationToken.None);
        Assert.That(await store.IsIntactAsync(master, CancellationToken.None), Is.True);
    }

    [Test]
    public void A_disk_that_takes_no_writes_is_called_denied_and_can_be_read()
    {
        using var disk = new SmallDisk("4m");
        using (var register = Register.Open(disk.Node, TimeProvider.System))
        {
            SaveOne(register, 1);
        }

        disk.Protect();

        using (var register = Register.Open(disk.Node, TimeProvider.System))
        {
            Assert.That(Catch(() => SaveOne(register, 2)).Fault, Is.EqualTo(StorageFault.Denied));
            Assert.That(register.Read(session => session.Dossiers.Counts()[Right.Patent]), Is.EqualTo(1));
        }

        Assert.That(
            async () => await new PageStore(disk.Node, new PhysicalDisk()).AddMasterAsync(new MemoryStream([1]), "tif", CancellationToken.None),
            Throws.InstanceOf<StorageException>().With.Property(nameof(StorageException.Fault)).EqualTo(StorageFault.Denied));
    }

    private static void SaveOne(Register register, int serial)
    {
        var record = SampleRecords.Patent(serial);
        register.Write(TestNode.Deed, session => session.Save(null, record, RecordJson.Write(record), "tester", null));
    }

    private static StorageException Catch(Action work)
    {
        try
        {
            work();
        }
        catch (StorageException error)
        {
            return error;
        }

        throw new AssertionException("Nothing failed.");
    }

    /// <summary>A node on a file system in memory of its own; only root may make one.</summary>
    private sealed class SmallDisk : IDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private bool _isMounted;

        public SmallDisk(string size)
        {
            Mount("-t", "tmpfs", "-o", "size=" + size, "tmpfs", _folder.Path);
            Node = new NodeFolder(_folder.PathOf("data"));
            Node.Create(new PhysicalDisk());
        }

        public NodeFolder Node { get; }

        public long Free() => new DriveInfo(_folder.Path).AvailableFreeSpace;

        public void Resize(string size) => Mount("-o", "remount,size=" + size, _folder.Path);

        public void Protect() => Mount("-o", "remount,ro", _folder.Path);

        public void Dispose()
        {
            if (_isMounted)
            {
                Tool.Run("umount", "mount", "-l", _folder.Path);
            }

            _folder.Dispose();
        }

        private void Mount(params string[] arguments)
        {
            if (!OperatingSystem.IsLinux() || Environment.UserName != "root" || Tool.Run("mount", "mount", arguments) is not { ExitCode: 0 })
            {
                Dispose();
                Assert.Ignore("Only root on Linux may mount a small disk to fill.");
            }

            _isMounted = true;
        }
    }
}
