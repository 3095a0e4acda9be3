using NUnit.Framework;
using OfficeNode.Core.Disk;
using OfficeNode.Sync.Sftp;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Sync;

public sealed class SshKeyTests
{
    private readonly TemporaryFolder _folder = new();

    [OneTimeTearDown]
    public void DropTheFolder() => _folder.Dispose();

    [Test]
    public async Task A_new_key_pair_is_readable_by_the_service_alone_and_leaves_nothing_beside_it()
    {
        RequireKeygen();
        var path = _folder.PathOf("one/wipo");

        await SshKey.CreateAsync(new PhysicalDisk(), path, "officenode XX", TimeProvider.System, CancellationToken.None);

        Assert.That(Directory.GetFiles(_folder.PathOf("one")), Is.EquivalentTo(new[] { path, path + ".pub" }));
        if (!OperatingSystem.IsWindows())
        {
            Assert.That(File.GetUnixFileMode(path), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        }
    }

    [Test]
    public async Task The_fingerprint_is_the_one_that_ssh_keygen_shows()
    {
        RequireKeygen();
        var path = _folder.PathOf("two/wipo");

        var key = await SshKey.CreateAsync(new PhysicalDisk(), path, "officenode XX", TimeProvider.System, CancellationToken.None);

        Assert.That(Tool.Run("ssh-keygen", "openssh-client", "-l", "-f", path + ".pub").Output, Does.Contain(key.Fingerprint));
    }

    [Test]
    public async Task A_key_that_receivers_know_is_not_replaced()
    {
        RequireKeygen();
        var path = _folder.PathOf("three/wipo");
        await SshKey.CreateAsync(new PhysicalDisk(), path, "officenode XX", TimeProvider.System, CancellationToken.None);

        var error = await Assert.ThrowsAsync<StorageException>(
            () => SshKey.CreateAsync(new PhysicalDisk(), path, "officenode XX", TimeProvider.System, CancellationToken.None));

        Assert.That(error!.Fault, Is.EqualTo(StorageFault.Exists));
    }

    [TestCase("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl", TestName = "A_bare_key_is_read")]
    [TestCase("[sftp.example]:2222 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl a comment", TestName = "A_line_of_known_hosts_is_read")]
    public void A_public_key_is_read(string text) =>
        Assert.That(HostKey.Parse(text).Value.Fingerprint, Is.EqualTo("SHA256:+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU"));

    [TestCase("")]
    [TestCase("ssh-ed25519")]
    [TestCase("ssh-ed25519 AAAA")]
    [TestCase("ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl")]
    [TestCase("@revoked * ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl")]
    [TestCase("SHA256:+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU")]
    public void What_is_no_public_key_is_refused(string text) => Assert.That(HostKey.Parse(text).Success, Is.False);

    private static void RequireKeygen() => Tool.Run("ssh-keygen", "openssh-client", "-?");
}
