using NUnit.Framework;
using OfficeNode.Core.Disk;
using OfficeNode.Sync;
using OfficeNode.Sync.Sftp;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Sync;

public sealed class SftpTransportTests : TransportContractTests
{
    private readonly TemporaryFolder _keys = new();
    private LoopbackSshServer _server = null!;   // set by StartTheServer before any test
    private SftpSettings _settings = null!;      // likewise

    protected override string Root => _server.Root;

    protected override ProofKind Kind => ProofKind.LengthAndTail;

    [OneTimeSetUp]
    public async Task StartTheServer()
    {
        _server = LoopbackSshServer.Start();
        _settings = SettingsOf(_server, _keys.PathOf("known_hosts"));
        HostKeyPin.Write(new PhysicalDisk(), _settings, HostKey.Parse(_server.PublicHostKey).Value);
    }

    [OneTimeTearDown]
    public void StopTheServer()
    {
        _server?.Dispose();
        _keys.Dispose();
    }

    [Test]
    public async Task A_server_without_a_pinned_key_is_not_used_and_its_fingerprint_is_shown()
    {
        var error = await RefusalOfAsync(_settings with { KnownHostsFile = _keys.PathOf("nothing_pinned") });

        Assert.Multiple(() =>
        {
            Assert.That(error.Fault, Is.EqualTo(DeliveryFault.HostKeyUnknown));
            Assert.That(error.IsTransient, Is.False);
            Assert.That(error.ToFinding("patentscope").Rule, Is.EqualTo(SyncFindings.HostKeyUnknown));
            Assert.That(error.Found, Is.EqualTo("ssh-ed25519 " + HostKey.Parse(_server.PublicHostKey).Value.Fingerprint));
        });
    }

    [Test]
    public async Task A_server_with_another_key_than_the_pinned_one_is_not_used()
    {
        var strange = HostKey.Parse(File.ReadAllText(_server.IdentityFile + ".pub")).Value;
        var settings = _settings with { KnownHostsFile = _keys.PathOf("other_pin") };
        HostKeyPin.Write(new PhysicalDisk(), settings, strange);

        var error = await RefusalOfAsync(settings);

        Assert.Multiple(() =>
        {
            Assert.That(error.Fault, Is.EqualTo(DeliveryFault.HostKeyChanged));
            Assert.That(error.IsTransient, Is.False);
            Assert.That(error.Found, Does.EndWith(HostKey.Parse(_server.PublicHostKey).Value.Fingerprint));
        });
    }

    [Test]
    public async Task A_key_that_the_server_does_not_know_is_an_authentication_failure()
    {
        var error = await RefusalOfAsync(_settings with { IdentityFile = _server.MakeStrangeKey() });

        Assert.Multiple(() =>
        {
            Assert.That(error.Fault, Is.EqualTo(DeliveryFault.AuthenticationFailed));
            Assert.That(error.IsTransient, Is.False);
        });
    }

    [Test]
    public async Task A_port_without_a_listener_is_unreachable_and_may_be_tried_again()
    {
        int port;
        using (var gone = LoopbackSshServer.Start())
        {
            port = gone.Port;
        }

        var error = await RefusalOfAsync(_settings with { Port = port });

        Assert.Multiple(() =>
        {
            Assert.That(error.Fault, Is.EqualTo(DeliveryFault.Unreachable));
            Assert.That(error.IsTransient, Is.True);
        });
    }

    [Test]
    public async Task A_missing_ssh_is_named()
    {
        var error = await RefusalOfAsync(_settings with { Program = "ssh-that-nobody-installed" });

        Assert.That(error.Fault, Is.EqualTo(DeliveryFault.ProgramMissing));
    }

    [Test]
    public async Task No_message_names_a_key_file_or_holds_a_key()
    {
        var strange = _server.MakeStrangeKey();

        var error = await RefusalOfAsync(_settings with { IdentityFile = strange });

        Assert.That(error.ToString(), Does.Not.Contain("strange_key").And.Not.Contain("PRIVATE KEY").And.Not.Contain(HostKey.Parse(File.ReadAllText(strange + ".pub")).Value.Base64));
    }

    [Test]
    public async Task A_fingerprint_from_a_letter_finds_its_key()
    {
        var key = HostKey.Parse(_server.PublicHostKey).Value;

        Assert.That(await HostKeyScan.FindAsync(_settings, key.Fingerprint, TimeProvider.System, CancellationToken.None), Is.EqualTo(key));
    }

    [Test]
    public async Task A_fingerprint_that_the_server_does_not_show_finds_no_key()
    {
        var other = HostKey.Parse(File.ReadAllText(_server.IdentityFile + ".pub")).Value.Fingerprint;

        var error = await Assert.ThrowsAsync<DeliveryException>(() => HostKeyScan.FindAsync(_settings, other, TimeProvider.System, CancellationToken.None));

        Assert.That(error!.Fault, Is.EqualTo(DeliveryFault.HostKeyChanged));
    }

    [Test]
    public void A_pin_is_readable_by_the_service_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("Windows has no modes; the data directory's access list decides.");
            return;
        }

        Assert.That(File.GetUnixFileMode(_settings.KnownHostsFile), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public async Task Bytes_of_failed_connections_stay_counted()
    {
        var budget = ByteBudget.Unlimited(TimeProvider.System);
        await using var transport = new SftpTransport(_settings, SyncLimits.Default, budget, TimeProvider.System);
        await transport.ConnectAsync(CancellationToken.None);

        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.CatchAsync<OperationCanceledException>(() => transport.StatAsync(RemotePath.Parse("Patents").Value, cancelled.Token));

        Assert.Multiple(() =>
        {
            Assert.That(transport.Traffic.Total, Is.GreaterThan(0));
            Assert.That(transport.Traffic.Total, Is.EqualTo(budget.Spent));
        });
    }

    protected override ITransport Create() => new SftpTransport(_settings, SyncLimits.Default, ByteBudget.Unlimited(TimeProvider.System), TimeProvider.System);

    internal static SftpSettings SettingsOf(LoopbackSshServer server, string knownHosts) => new()
    {
        Host = "127.0.0.1",
        Port = server.Port,
        User = LoopbackSshServer.User,
        IdentityFile = server.IdentityFile,
        KnownHostsFile = knownHosts,
    };

    private static async Task<DeliveryException> RefusalOfAsync(SftpSettings settings)
    {
        var transport = new SftpTransport(settings, SyncLimits.Default, ByteBudget.Unlimited(TimeProvider.System), TimeProvider.System);

        // ThrowsAsync is null only after it has failed the test.
        await using (transport)
        {
            return (await Assert.ThrowsAsync<DeliveryException>(() => transport.ConnectAsync(CancellationToken.None)))!;
        }
    }
}
