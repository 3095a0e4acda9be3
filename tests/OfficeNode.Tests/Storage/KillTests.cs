using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Storage;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Storage;

/// <summary>A process that stores records and pages without end is killed at points drawn from the seed.</summary>
public sealed class KillTests
{
    // Everything is checked again after each kill, so a folder serves so many kills only.
    private const int KillsPerFolder = 20;

    [Test]
    public async Task A_killed_process_leaves_a_whole_register_and_every_master_named_by_a_page()
    {
        var random = FaultPoints.Random();

        for (var kills = 0; kills < FaultPoints.Count(20, 200); kills += KillsPerFolder)
        {
            await KillAndCheckAsync(random);
        }
    }

    private static async Task KillAndCheckAsync(Random random)
    {
        using var folder = new TemporaryFolder();
        var node = new NodeFolder(folder.PathOf("data"));
        node.Create(new PhysicalDisk());
        for (var round = 0; round < KillsPerFolder; round++)
        {
            await RunAndKillAsync(node, round, random.Next(1, 120));

            using var register = Register.Open(node, TimeProvider.System);
            Assert.That(register.CheckIntegrity(), Is.Null);
            Assert.That(register.Read(session => session.Audit.FindBreak()), Is.Null);
            Assert.That(await MissingAsync(register, new PageStore(node, new PhysicalDisk())), Is.Empty);
        }
    }

    // The child says a line per step that it committed, so that the kill comes at a number of steps and not at a time.
    private static async Task RunAndKillAsync(NodeFolder node, int round, int steps)
    {
        using var worker = TestNode.StartWorker("loop", node.Root, $"{round}");
        var last = "";
        for (var step = 0; step < steps; step++)
        {
            last = await worker.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The worker ended by itself.");
        }

        worker.Kill();
        await worker.WaitForExitAsync();
        using var register = Register.Open(node, TimeProvider.System);
        Assert.That(register.Read(session => session.Dossiers.Find(new DossierName { Number = last })), Has.Count.EqualTo(1), "what was said to be saved is there");
    }

    private static async Task<IReadOnlyList<string>> MissingAsync(Register register, PageStore store)
    {
        var missing = new List<string>();
        var previous = "";
        while (register.Read(session => session.Masters.After(previous, 500)) is { Count: > 0 } masters)
        {
            foreach (var master in masters)
            {
                if (!await store.IsIntactAsync(master, CancellationToken.None))
                {
                    missing.Add(store.PathOf(master));
                }
            }

            previous = masters[^1].Digest.Value;
        }

        return missing;
    }
}
