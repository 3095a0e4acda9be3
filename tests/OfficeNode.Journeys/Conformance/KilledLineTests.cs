using System.Globalization;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Conformance;

/// <summary>The program's own delivery to a real server while its ssh is killed again and again.</summary>
[CancelAfter(1_200_000)]
[Parallelizable(ParallelScope.Self)]   // it mostly waits: after each cut the program lets the line rest for two seconds
[Platform("Linux")]   // kills without warning as Linux does, and tells them by its codes
public sealed class KilledLineTests
{
    private const string Destination = "brand-database";

    /// <summary>Bytes that a connection carries whatever the seed says: log-in and resume, and two pieces of the file, so that it moves something.</summary>
    private const int Least = 100_000;

    [Test]
    public async Task A_package_arrives_once_though_ssh_is_killed_again_and_again(CancellationToken cancellationToken)
    {
        var kills = FaultPoints.Count(daily: 20, promised: 200);
        var random = FaultPoints.Random();
        using var server = LoopbackSshServer.Start();
        using var node = await PackageAsync(marks: kills / 2);
        var package = Directory.GetFiles(node.Folder.Packages, "*.zip").Single();
        var share = new FileInfo(package).Length / (kills + 1);   // what all connections carry together is less than the package
        await using var relay = HoldingRelay.Start(server.Port, [.. Enumerable.Range(0, kills).Select(_ => random.NextInt64(Least, share))]);
        await SetLineAsync(node, server, relay.Port);

        var sync = await SyncAsync(node, relay, kills, cancellationToken);

        TestContext.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{new FileInfo(package).Length} bytes arrived through {kills} killed connections: {sync.Count("bytesOnWire")} bytes on the wire, {sync.Count("bytesResent")} of them sent again"));
        Assert.That((sync.ExitCode, sync.Count("delivered"), sync.Count("waiting")), Is.EqualTo((0, 1L, 0L)), sync.Everything);
        var received = Directory.GetFileSystemEntries(Path.Combine(server.Root, "Trademarks", "Full_Extraction"));
        Assert.That(received.Select(Path.GetFileName), Is.EqualTo(new[] { Path.GetFileName(package) }));
        Assert.That(Digest.Of(await File.ReadAllBytesAsync(received[0], cancellationToken)), Is.EqualTo(Digest.Of(await File.ReadAllBytesAsync(package, cancellationToken))));
    }

    /// <summary>A node with one package of marks whose pictures are noise, about a megabyte each.</summary>
    private static async Task<TestNode> PackageAsync(int marks)
    {
        const int side = 600;
        var node = await GeneratedRecords.OpenMarksAsync(marks, 0);
        var noise = new Random(1);
        foreach (var dossier in GeneratedRecords.Dossiers(Right.Trademark, marks))
        {
            var pixels = new byte[side * side * 3];
            noise.NextBytes(pixels);
            var picture = node.PathOf("picture.png");
            await File.WriteAllBytesAsync(picture, TinyPng.Write(side, pixels));
            await node.DoAsync("pages", "add", "--dossier", dossier, "--document", "MRK", picture);
        }

        await node.DoAsync("package", "--destination", Destination, "--scope", "full");
        return node;
    }

    private static async Task SetLineAsync(TestNode node, LoopbackSshServer server, int port)
    {
        TestNode.MakeReceiverTree(server.Root, "Trademarks");
        await node.DoAsync(
            "destination", "set", Destination, "--sftp", string.Create(CultureInfo.InvariantCulture, $"{LoopbackSshServer.User}@127.0.0.1:{port}"),
            "--root", "", "--key", server.IdentityFile, "--host-key", string.Join(' ', server.PublicHostKey.Split(' ').Take(2)));
    }

    /// <summary>Runs <c>sync</c> as a process of its own and kills its ssh whenever the relay holds a connection.</summary>
    private static async Task<ProgramRun> SyncAsync(TestNode node, HoldingRelay relay, int kills, CancellationToken cancellationToken)
    {
        using var sync = ProgramRun.Start(node.Line(["sync", "--json"]));
        var output = sync.StandardOutput.ReadToEndAsync(cancellationToken);
        var messages = sync.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            for (var killed = 0; killed < kills; killed++)
            {
                await relay.Held.ReadAsync(cancellationToken);
                KillSshOf(sync.Id);
            }

            await sync.WaitForExitAsync(cancellationToken);
        }
        finally
        {
            sync.Kill(entireProcessTree: true);
        }

        return new ProgramRun(sync.ExitCode, await output, await messages);
    }

    private static void KillSshOf(int parent)
    {
        var lines = ProcessTree.Running("ssh", parent);
        Assert.That(lines, Has.Count.EqualTo(1), "one ssh carries the delivery");
        Assert.That(ProcessTree.Kill(lines[0]), Is.True, "the line was up");
    }
}
