using System.Globalization;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Packaging;
using OfficeNode.Storage.Tables;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Faults;

/// <summary>The power goes at any moment of import, pages add, package and sync: what is there holds (I1 to I8), and the same command finishes the work.</summary>
[Parallelizable(ParallelScope.Self)]   // nodes of its own, and programs that leave a core free
[Platform("Linux")]   // kills without warning as Linux does, and tells them by its codes
public sealed class KillTests
{
    private const int Marks = 1100;   // three batches of the import, three packages
    private const int Pictures = 6;

    private Random _random = null!;   // set before the tests
    private LoopbackSshServer _server = null!;   // set before the tests
    private NodeResult _undisturbed = null!;   // set before the tests
    private List<int> _changes = null!;   // set before the tests
    private int _rounds;

    [SetUp]
    public async Task RunUndisturbed()
    {
        _random = FaultPoints.Random();
        _server = LoopbackSshServer.Start();
        using var node = await MakeNodeAsync();
        var receiver = await SetLineAsync(node);
        _changes = [];
        foreach (var step in Steps(node))
        {
            _changes.Add((await KilledRun.AtAsync(int.MaxValue, node.Line([.. step, "--json"]), [node.Folder.Root, receiver])).Changes);
        }

        _undisturbed = NodeResult.Of(node, receiver);
        TestContext.Out.WriteLine($"changes seen in import, pages add, package, sync: {string.Join(", ", _changes)}");
        Assert.That((_undisturbed.Records.Count, _undisturbed.Delivered.Count), Is.EqualTo((Marks, Marks + (2 * Pictures))));
    }

    [TearDown]
    public void StopServer() => _server.Dispose();

    [Test]
    public async Task After_a_kill_at_any_point_all_invariants_hold_and_the_same_commands_finish_the_work()
    {
        var points = FaultPoints.Count(daily: 20, promised: 200);
        var kills = new int[_changes.Count];
        while (kills.Sum() < points && _rounds < points)
        {
            _rounds++;
            await RoundAsync(kills);
        }

        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kills.Sum()} kills in {_rounds} rounds: import, pages add, package, sync = {string.Join(", ", kills)}"));
        Assert.That(kills.Sum(), Is.GreaterThanOrEqualTo(points));
        Assert.That(kills, Has.All.GreaterThan(0));
    }

    /// <summary>One office from an empty node to its delivered packages, each step killed once on its way.</summary>
    private async Task RoundAsync(int[] kills)
    {
        using var node = await MakeNodeAsync();
        var receiver = await SetLineAsync(node);
        foreach (var (step, index) in Steps(node).Select((step, index) => (step, index)))
        {
            var change = _random.Next(1, _changes[index] + 1);
            var killed = await KilledRun.AtAsync(change, node.Line([.. step, "--json"]), [node.Folder.Root, receiver]);
            kills[index] += killed.WasKilled ? 1 : 0;
            TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {_rounds}, {step[0]}: change {change} of about {_changes[index]}, {(killed.WasKilled ? "killed" : "ended before")}"));
            NodeInvariants.Check(node);
            CheckArrived(node, receiver);

            var again = await node.ProcessAsync(step);

            Assert.That(again.ExitCode, Is.Zero, $"round {_rounds}, {step[0]} after a kill at change {change}: {again.Everything}");
        }

        await CheckEndAsync(node, receiver);
    }

    private async Task CheckEndAsync(TestNode node, string receiver)
    {
        NodeInvariants.Check(node);
        NodeInvariants.CheckSwept(node);
        var result = NodeResult.Of(node, receiver);
        Assert.That(result.Records, Is.EqualTo(_undisturbed.Records));
        Assert.That(result.Pages, Is.EqualTo(_undisturbed.Pages));
        Assert.That(result.Members, Is.EqualTo(_undisturbed.Members));
        Assert.That(result.Delivered, Is.EqualTo(_undisturbed.Delivered));
        Assert.That(node.Read(session => session.Deliveries.All()).Select(delivery => delivery.State), Has.All.EqualTo(DeliveryState.Delivered));
        foreach (var package in Directory.GetFiles(node.Folder.Packages, "*.zip"))
        {
            var check = await new PackageVerifier([], node.Time, PackagingLimits.Default).VerifyAsync(package, CancellationToken.None);
            Assert.That(check.Findings.Select(finding => finding.Rule), Is.All.EqualTo(PackagingFindings.SignerUnknown), package);
        }
    }

    /// <summary>Under a final name at the receiver lies nothing but a whole sealed package (I7).</summary>
    private static void CheckArrived(TestNode node, string receiver)
    {
        var arrived = Directory.EnumerateFiles(receiver, "*.zip", SearchOption.AllDirectories).Where(file => !Path.GetFileName(file).StartsWith('.'));
        foreach (var file in arrived)
        {
            Assert.That(File.ReadAllBytes(file).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(node.Folder.Packages, Path.GetFileName(file)))), Is.True, file);
        }
    }

    private static async Task<TestNode> MakeNodeAsync()
    {
        var node = await TestNode.CreateAsync();
        var import = GeneratedRecords.Write(node, Right.Trademark, Marks, Pictures);
        Directory.Move(Path.GetDirectoryName(import[1])!, node.PathOf("source"));   // the table lies in a folder
        return node;
    }

    /// <summary>Every other round delivers by SFTP; returns the folder in which the receiver's tree begins.</summary>
    private async Task<string> SetLineAsync(TestNode node)
    {
        await node.ReceiveInFolderAsync("brand-database", "Trademarks", "--max-package-bytes", "1000000");
        if (_rounds % 2 == 0)
        {
            return node.Receiver;
        }

        var root = string.Create(CultureInfo.InvariantCulture, $"round{_rounds}");
        var receiver = Path.Combine(_server.Root, root);
        TestNode.MakeReceiverTree(receiver, "Trademarks");
        var hostKey = string.Join(' ', _server.PublicHostKey.Split(' ').Take(2));
        await node.DoAsync(
            "destination", "set", "brand-database", "--sftp", string.Create(CultureInfo.InvariantCulture, $"{LoopbackSshServer.User}@127.0.0.1:{_server.Port}"),
            "--root", root, "--key", _server.IdentityFile, "--host-key", hostKey);
        return receiver;
    }

    private static IReadOnlyList<string>[] Steps(TestNode node) =>
    [
        [
            "import", node.PathOf("source/trademarks.csv"), "--map", node.PathOf("source/trademarks.map.json"),
            "--published-collection", "registration 6/2026 of 2026-06-30 by A. Registrar",
        ],
        ["pages", "add", "--dossier", "T-2019-T/2019/0000015", "--document", "MRK", .. Directory.GetFiles(Corpus.Office("marks"), "*.png").Order(StringComparer.Ordinal).Take(Pictures)],
        ["package", "--destination", "brand-database", "--scope", "full"],
        ["sync", "--once"],
    ];
}
