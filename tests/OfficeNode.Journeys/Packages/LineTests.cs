using System.Globalization;
using NUnit.Framework;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Packages;

/// <summary>Deliveries by SFTP to a real server, and what stops them.</summary>
public sealed class LineTests
{
    private const string Destination = "brand-database";

    private LoopbackSshServer _server;
    private TestNode _node;

    [SetUp]
    public async Task MakePackage()
    {
        _server = LoopbackSshServer.Start();
        TestNode.MakeReceiverTree(_server.Root, "Trademarks");
        _node = await GeneratedRecords.OpenMarksAsync(3, 1);
        await _node.DoAsync("package", "--destination", Destination, "--scope", "full");
    }

    [TearDown]
    public void StopServer()
    {
        _node.Dispose();
        _server.Dispose();
    }

    [Test]
    public async Task A_pinned_server_gets_the_package_whole()
    {
        await SetLineAsync("--host-key", HostKeyOf(_server.HostKeyFile));

        var sync = await _node.ProcessAsync("sync", "--once");

        Assert.That((sync.ExitCode, sync.Count("delivered")), Is.EqualTo((0, 1L)), sync.Everything);
        var sent = Directory.GetFiles(_node.Folder.Packages, "*.zip").Single();
        var received = Directory.GetFiles(Path.Combine(_server.Root, "Trademarks", "Full_Extraction")).Single();
        Assert.That(await File.ReadAllBytesAsync(received), Is.EqualTo(await File.ReadAllBytesAsync(sent)));
        Assert.That(sync.Count("bytesOnWire"), Is.GreaterThanOrEqualTo(new FileInfo(sent).Length));
    }

    [Test]
    public async Task A_server_that_nobody_pinned_gets_nothing_and_the_hint_says_what_to_do()
    {
        await SetLineAsync();

        var sync = await _node.RunAsync("sync", "--once");

        AssertStopped(sync, "SYNC-HOST-KEY-UNKNOWN");
    }

    [Test]
    public async Task A_server_that_shows_another_key_gets_nothing_and_the_hint_says_what_to_do()
    {
        await SetLineAsync("--host-key", HostKeyOf(_server.MakeStrangeKey()));

        var sync = await _node.RunAsync("sync", "--once");

        AssertStopped(sync, "SYNC-HOST-KEY-CHANGED");
    }

    [Test]
    public async Task The_pin_that_is_corrected_lets_the_same_package_go()
    {
        await SetLineAsync("--host-key", HostKeyOf(_server.MakeStrangeKey()));
        await _node.RunAsync("sync", "--once");
        await SetLineAsync("--host-key", HostKeyOf(_server.HostKeyFile));

        var sync = await _node.RunAsync("sync", "--once");

        Assert.That((sync.ExitCode, sync.Count("delivered")), Is.EqualTo((0, 1L)), sync.Everything);
    }

    [Test]
    public async Task A_destination_without_a_line_keeps_its_packages_waiting_and_holds_up_no_other()
    {
        using var node = await GeneratedRecords.OpenMarksAsync(1, 0);
        await node.DoAsync(GeneratedRecords.Write(node, Core.Right.Design, 1, 1));
        await node.DoAsync(GeneratedRecords.Publish(GeneratedRecords.Dossiers(Core.Right.Design, 1)));
        await node.DoAsync("destination", "set", "design-database", "--state", "agreed", "--reference", "r", "--date", "2026-01-01", "--by", "b", "--folder", node.PathOf("unplugged"));
        await node.DoAsync("package", "--destination", Destination, "--scope", "full");
        await node.DoAsync("package", "--destination", "design-database", "--scope", "full");

        var sync = await node.RunAsync("sync", "--once");

        Assert.That((sync.ExitCode, sync.Count("delivered"), sync.Count("waiting")), Is.EqualTo((3, 1L, 1L)), sync.Everything);
        Assert.That(sync.Rules, Is.EqualTo(new[] { "SYNC-UNREACHABLE" }));
    }

    private Task<ProgramRun> SetLineAsync(params IReadOnlyList<string> more) => _node.DoAsync(
    [
        "destination", "set", Destination, "--sftp", string.Create(CultureInfo.InvariantCulture, $"{LoopbackSshServer.User}@127.0.0.1:{_server.Port}"),
        "--root", "", "--key", _server.IdentityFile, .. more,
    ]);

    private static string HostKeyOf(string file) => string.Join(' ', File.ReadAllText(file + ".pub").Split(' ').Take(2));

    private void AssertStopped(ProgramRun sync, string rule)
    {
        Assert.That((sync.ExitCode, sync.Count("delivered"), sync.Count("waiting")), Is.EqualTo((3, 0L, 1L)), sync.Everything);
        Assert.That(sync.Rules, Is.EqualTo(new[] { rule }));
        Assert.That(sync.Findings.Single().GetProperty("hint").GetString(), Is.Not.Empty);
        Assert.That(Directory.GetFiles(Path.Combine(_server.Root, "Trademarks", "Full_Extraction")), Is.Empty);
    }
}
