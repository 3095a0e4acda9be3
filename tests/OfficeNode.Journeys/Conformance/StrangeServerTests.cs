using System.Globalization;
using NUnit.Framework;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Conformance;

/// <summary>The program, as a process of its own, before a server whose key is not the pinned one.</summary>
public sealed class StrangeServerTests
{
    private const string Destination = "brand-database";

    private LoopbackSshServer _server;
    private TestNode _node;

    [SetUp]
    public async Task MakePackage()
    {
        _server = LoopbackSshServer.Start();
        TestNode.MakeReceiverTree(_server.Root, "Trademarks");
        _node = await GeneratedRecords.OpenMarksAsync(2, 1);
        await _node.DoAsync("package", "--destination", Destination, "--scope", "full");
    }

    [TearDown]
    public void StopServer()
    {
        _node.Dispose();
        _server.Dispose();
    }

    [TestCase(false, "SYNC-HOST-KEY-UNKNOWN")]
    [TestCase(true, "SYNC-HOST-KEY-CHANGED")]
    public async Task A_strange_server_gets_nothing_and_the_package_waits_until_the_right_key_is_pinned(bool changed, string rule)
    {
        await SetLineAsync(changed ? ["--host-key", KeyIn(_server.MakeStrangeKey() + ".pub")] : []);

        var before = await _node.ProcessAsync("sync");
        var waiting = await _node.ProcessAsync("status");
        var delivered = Directory.GetFileSystemEntries(Path.Combine(_server.Root, "Trademarks", "Full_Extraction"));
        await SetLineAsync("--host-key", KeyIn(_server.HostKeyFile + ".pub"));
        var after = await _node.ProcessAsync("sync");

        Assert.Multiple(() =>
        {
            Assert.That((before.ExitCode, before.Count("delivered"), before.Count("waiting")), Is.EqualTo((3, 0L, 1L)), before.Everything);
            Assert.That(before.Rules, Is.EqualTo(new[] { rule }));
            Assert.That(before.Findings.First().GetProperty("hint").GetString(), Is.Not.Empty);
            Assert.That(delivered, Is.Empty);
            Assert.That(waiting.Json.GetProperty("outbox").GetArrayLength(), Is.EqualTo(1), waiting.Everything);
            Assert.That((after.ExitCode, after.Count("delivered"), after.Count("waiting")), Is.EqualTo((0, 1L, 0L)), after.Everything);
        });
    }

    private Task<ProgramRun> SetLineAsync(params IReadOnlyList<string> more) => _node.DoAsync(
    [
        "destination", "set", Destination, "--sftp", string.Create(CultureInfo.InvariantCulture, $"{LoopbackSshServer.User}@127.0.0.1:{_server.Port}"),
        "--root", "", "--key", _server.IdentityFile, .. more,
    ]);

    private static string KeyIn(string file) => string.Join(' ', File.ReadAllText(file).Split(' ').Take(2));
}
