using NUnit.Framework;
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

    protected override ITransport Create() => new FolderTransport(new PhysicalDisk(), _stick.Path, SyncLimits.Default, TimeProvider.System);
}
