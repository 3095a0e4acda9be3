using NUnit.Framework;
using OfficeNode.Sync;
using OfficeNode.Sync.Sftp;

namespace OfficeNode.Tests.Sync;

public sealed class SftpSettingsTests
{
    private static readonly SftpSettings Good = new() { Host = "sftp.example", User = "office", IdentityFile = "/keys/wipo", KnownHostsFile = "/keys/known_hosts" };

    [Test]
    public void Good_settings_have_no_mistakes() => Assert.That(Good.Mistakes(), Is.Empty);

    [TestCase("-oProxyCommand=calc")]
    [TestCase("office@host")]
    [TestCase("a b")]
    [TestCase("")]
    public void A_host_that_ssh_could_take_for_an_option_is_a_mistake(string host) => Assert.That((Good with { Host = host }).Mistakes(), Is.Not.Empty);

    [TestCase("-l")]
    [TestCase("a b")]
    [TestCase("")]
    public void A_user_that_ssh_could_take_for_an_option_is_a_mistake(string user) => Assert.That((Good with { User = user }).Mistakes(), Is.Not.Empty);

    [TestCase("/keys/%h")]
    [TestCase("/keys/\"a")]
    [TestCase("keys/wipo")]
    public void A_key_file_that_ssh_would_expand_is_a_mistake(string path) => Assert.That((Good with { IdentityFile = path }).Mistakes(), Is.Not.Empty);

    [Test]
    public void Nothing_but_the_pinned_key_and_the_named_key_is_looked_at()
    {
        var arguments = SshProcess.Arguments(Good, SyncLimits.Default).ToList();

        Assert.That(arguments, Does.Contain("StrictHostKeyChecking=yes").And.Contain("BatchMode=yes").And.Contain("IdentitiesOnly=yes")
            .And.Contain("UserKnownHostsFile=\"/keys/known_hosts\"").And.Contain("IdentityFile=\"/keys/wipo\""));
    }
}
