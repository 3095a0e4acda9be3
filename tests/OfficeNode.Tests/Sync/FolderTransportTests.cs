using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Sync;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Sync;

public sealed class FolderTransportTests : TransportContractTests
{
    private readonly TemporaryFolder _stick = new();

    protected override string Root => _stick.Path;

    protected override ProofKind Kind => ProofKind.Digest;

    [OneTimeTearDown]
    public void DropTheStick() => _stick.Dispose();

    [Test]
    public async Task A_folder_that_is_not_there_is_unreachable()
    {
        var transport = new FolderTransport(new PhysicalDisk(), _stick.PathOf("unplugged"), SyncLimits.Default, TimeProvider.System);

        var error = await Assert.ThrowsAsync<DeliveryException>(() => transport.ConnectAsync(CancellationToken.None));

        Assert.Multiple(() =>
        {
            Assert.That(error!.Fault, Is.EqualTo(DeliveryFault.Unreachable));
            Assert.That(error.IsTransient, Is.True);
        });
    }

    [Test]
    public async Task A_copy_that_fails_at_any_disk_operation_arrives_at_the_next_try()
    {
        var upload = Package();
        var failing = 0;
        FailingDisk disk;
        do
        {
            disk = FailingDisk.FailingOnceAt(new PhysicalDisk(), ++failing);
            EmptyTheStick();
            await TryAsync(disk, upload, _stick.Path);

            var proof = await Over(new PhysicalDisk()).UploadAsync(upload, null, CancellationToken.None);

            Assert.That(proof.Length, Is.EqualTo(100_000), $"operation {failing}");
            Assert.That(Directory.GetFiles(_stick.PathOf("Updates")), Has.Length.EqualTo(1), $"operation {failing}");
        }
        while (disk.FailedOperation is not null);

        Assert.That(failing, Is.GreaterThan(4));
    }

    [Test]
    public async Task A_full_stick_has_no_space()
    {
        EmptyTheStick();

        var error = await Assert.ThrowsAsync<DeliveryException>(() => Over(FailingDisk.FullAfter(new PhysicalDisk(), 10_000)).UploadAsync(Package(), null, CancellationToken.None));

        Assert.Multiple(() =>
        {
            Assert.That(error!.Fault, Is.EqualTo(DeliveryFault.NoSpace));
            Assert.That(error.IsTransient, Is.False);
        });
    }

    protected override ITransport Create() => new FolderTransport(new PhysicalDisk(), _stick.Path, SyncLimits.Default, TimeProvider.System);

    private static async Task TryAsync(FailingDisk disk, Upload upload, string root)
    {
        try
        {
            await new FolderTransport(disk, root, SyncLimits.Default, TimeProvider.System).UploadAsync(upload, null, CancellationToken.None);
        }
        catch (DeliveryException error)
        {
            Assert.That(error.IsTransient, Is.True);
        }
    }

    private FolderTransport Over(IDisk disk) => new(disk, _stick.Path, SyncLimits.Default, TimeProvider.System);

    private void EmptyTheStick()
    {
        if (Directory.Exists(_stick.PathOf("Updates")))
        {
            Directory.Delete(_stick.PathOf("Updates"), recursive: true);
        }

        Directory.CreateDirectory(_stick.PathOf("Updates"));
    }

    private Upload Package()
    {
        var bytes = Bytes(100_000, seed: 4);
        var path = _stick.PathOf("office.zip");
        File.WriteAllBytes(path, bytes);
        return new Upload { LocalFile = path, Digest = Digest.Of(bytes), Folder = RemotePath.Parse("Updates").Value, Name = "package.zip" };
    }
}
