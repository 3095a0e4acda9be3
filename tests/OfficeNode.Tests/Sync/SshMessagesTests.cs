using NUnit.Framework;
using OfficeNode.Sync;
using OfficeNode.Sync.Sftp;

namespace OfficeNode.Tests.Sync;

public sealed class SshMessagesTests
{
    [TestCase("ssh: connect to host 192.0.2.1 port 22: Connection timed out", DeliveryFault.Unreachable)]
    [TestCase("ssh: connect to host 192.0.2.1 port 22: No route to host", DeliveryFault.Unreachable)]
    [TestCase("ssh: Could not resolve hostname sftp.example: Temporary failure in name resolution", DeliveryFault.Unreachable)]
    [TestCase("Connection timed out during banner exchange", DeliveryFault.Unreachable)]
    [TestCase("office@sftp.example: Permission denied (publickey).", DeliveryFault.AuthenticationFailed)]
    [TestCase("Received disconnect from 192.0.2.1 port 22:2: Too many authentication failures", DeliveryFault.AuthenticationFailed)]
    [TestCase("Timeout, server sftp.example not responding.", DeliveryFault.TimedOut)]
    [TestCase("subsystem request failed on channel 0", DeliveryFault.Protocol)]
    [TestCase("Unable to negotiate with 192.0.2.1 port 22: no matching host key type found. Their offer: ssh-dss", DeliveryFault.Protocol)]
    [TestCase("Connection reset by 192.0.2.1 port 22", DeliveryFault.Interrupted)]
    [TestCase("client_loop: send disconnect: Broken pipe", DeliveryFault.Interrupted)]
    public void What_ssh_says_names_the_fault(string line, DeliveryFault fault)
    {
        var messages = new SshMessages();

        messages.Take(line);

        Assert.That(messages.Explain().Fault, Is.EqualTo(fault));
    }

    [Test]
    public void The_first_reason_counts()
    {
        var messages = new SshMessages();

        messages.Take("@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @");
        messages.Take("Host key verification failed.");

        Assert.That(messages.Explain().Fault, Is.EqualTo(DeliveryFault.HostKeyChanged));
    }

    [Test]
    public async Task A_flood_of_messages_is_cut()
    {
        var messages = new SshMessages();

        await messages.ReadAsync(new StringReader(new string('x', 1_000_000) + "\n" + string.Concat(Enumerable.Repeat("banner\n", 1_000))));

        Assert.That(messages.Explain().Message, Has.Length.LessThan(7_000));
    }

    [Test]
    public void Lines_that_name_files_of_this_machine_are_not_kept()
    {
        var messages = new SshMessages();

        messages.Take("debug1: identity file /var/lib/officenode/keys/wipo type 3");

        Assert.That(messages.Explain().Message, Does.Not.Contain("keys"));
    }
}
