using NUnit.Framework;
using OfficeNode.Core.Disk;
using OfficeNode.Storage;

namespace OfficeNode.Tests.Storage;

public sealed class LeaseTests
{
    [Test]
    public void A_lease_is_refused_with_the_name_of_its_holder()
    {
        using var node = new TestNode();
        using var lease = Lease.Take(node.Register, node.Folder, "import", "officenode import, process 1");

        Assert.That(() => Lease.Take(node.Register, node.Folder, "import", "officenode import, process 2"), Throws.InstanceOf<StorageException>()
            .With.Property(nameof(StorageException.Fault)).EqualTo(StorageFault.Held)
            .And.Property(nameof(StorageException.Holder)).EqualTo("officenode import, process 1, since 2026-01-01T00:00:00.000Z"));
    }

    [Test]
    public void Different_jobs_do_not_stand_in_each_others_way()
    {
        using var node = new TestNode();
        using var import = Lease.Take(node.Register, node.Folder, "import", "a");

        Assert.That(() => Lease.Take(node.Register, node.Folder, "package", "b").Dispose(), Throws.Nothing);
    }

    [Test]
    public void A_lease_given_back_can_be_taken_again()
    {
        using var node = new TestNode();
        Lease.Take(node.Register, node.Folder, "import", "a").Dispose();

        Assert.That(() => Lease.Take(node.Register, node.Folder, "import", "b").Dispose(), Throws.Nothing);
        Assert.That(node.Read(session => session.Leases.HolderOf("import")), Is.Null);
    }

    [Test]
    public void A_lease_given_back_twice_does_not_take_the_next_holders_name_away()
    {
        using var node = new TestNode();
        var first = Lease.Take(node.Register, node.Folder, "import", "a");
        first.Dispose();
        using var second = Lease.Take(node.Register, node.Folder, "import", "b");

        first.Dispose();

        Assert.That(node.Read(session => session.Leases.HolderOf("import")), Does.StartWith("b, since"));
    }

    [Test]
    public async Task A_lease_held_by_another_process_is_refused_and_free_once_that_is_killed()
    {
        using var node = new TestNode();
        using var holder = TestNode.StartWorker("lease", node.Folder.Root, "import", "officenode import, process 17");
        Assert.That(await holder.StandardOutput.ReadLineAsync(), Is.EqualTo("held"));

        Assert.That(() => Lease.Take(node.Register, node.Folder, "import", "me"), Throws.InstanceOf<StorageException>()
            .With.Property(nameof(StorageException.Fault)).EqualTo(StorageFault.Held)
            .And.Property(nameof(StorageException.Holder)).StartsWith("officenode import, process 17, since "));

        holder.Kill();
        await holder.WaitForExitAsync();
        using var lease = Lease.Take(node.Register, node.Folder, "import", "me");
        Assert.That(node.Read(session => session.Leases.HolderOf("import")), Does.StartWith("me, since"));
    }
}
