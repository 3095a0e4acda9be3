using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Settings;

namespace OfficeNode.Journeys.Packages;

/// <summary>A look at what would leave says what a package then holds, and leaves no trace.</summary>
[CancelAfter(120_000)]
public sealed class ForesightTests : OneNodeTests
{
    private const string Destination = "brand-database";

    private protected override Task<TestNode> MakeNodeAsync() => GeneratedRecords.OpenMarksAsync(4, 1);

    [Test]
    public async Task What_is_foreseen_is_what_the_package_then_holds(CancellationToken cancellation)
    {
        await Node.DoAsync("hold", GeneratedRecords.Dossiers(Right.Trademark, 4)[3], "--reason", "secrecy", "--by", "A. Registrar");

        var foreseen = await LookAsync((foresight, _) => foresight.CountAsync(_ => { }, cancellation));
        var built = await Node.DoAsync("package", "--destination", Destination, "--scope", "updates");

        var package = built.Json.GetProperty("packages")[0];
        Assert.That((foreseen.Packages, foreseen.Records, foreseen.IsWhole), Is.EqualTo((1, package.GetProperty("records").GetInt64(), true)));
        Assert.That(foreseen.Bytes, Is.InRange(package.GetProperty("bytes").GetInt64(), 2 * package.GetProperty("bytes").GetInt64()));
        Assert.That(foreseen.LeftOut, Is.EqualTo(new Dictionary<string, long> { ["Held"] = 1 }));
    }

    [Test]
    public async Task A_look_changes_nothing(CancellationToken cancellation)
    {
        var before = Trace();

        await LookAsync((foresight, _) => foresight.CountAsync(_ => { }, cancellation));
        await LookAsync((foresight, _) => foresight.RecordsAsync(default, cancellation));
        await LookAsync((foresight, _) => foresight.LeftOutAsync("NoAct", default, cancellation));

        Assert.That(Trace(), Is.EqualTo(before));
    }

    [Test]
    public async Task What_is_on_its_way_already_is_not_foreseen_again(CancellationToken cancellation)
    {
        await Node.DoAsync("package", "--destination", Destination, "--scope", "updates");

        var foreseen = await LookAsync((foresight, _) => foresight.CountAsync(_ => { }, cancellation));

        Assert.That((foreseen.Records, foreseen.Packages), Is.EqualTo((0L, 0)));
    }

    [Test]
    public async Task The_mark_of_a_look_changes_with_every_act_and_every_delivery(CancellationToken cancellation)
    {
        var marks = new List<string> { await MarkAsync() };
        await Node.DoAsync("hold", GeneratedRecords.Dossiers(Right.Trademark, 1)[0], "--reason", "secrecy", "--by", "A. Registrar");
        marks.Add(await MarkAsync());
        await Node.DoAsync("package", "--destination", Destination, "--scope", "updates");
        marks.Add(await MarkAsync());
        await Node.DoAsync("sync", "--once");
        marks.Add(await MarkAsync());

        Assert.That(marks, Is.Unique);
    }

    private Task<string> MarkAsync() => LookAsync((_, node) => Task.FromResult(PackageForesight.MarkOf(node, Destination, SettingsOf(node))));

    private async Task<T> LookAsync<T>(Func<PackageForesight, Host.Journey.Node, Task<T>> look)
    {
        using var node = Host.Journey.Node.Open(Node.Folder.Root, new PhysicalDisk(), Node.Time);
        return await look(new PackageForesight(node, Destination, SettingsOf(node)), node);
    }

    private static DestinationSettings SettingsOf(Host.Journey.Node node) => node.Settings.Destinations[Destination];

    // The audit log's head, the packages, and every file of images that were made.
    private string Trace() => string.Join('|', Node.Read(session => (session.Audit.Head, session.Packages.All().Count)), string.Join(' ', Directory.EnumerateFiles(Node.Folder.Derived, "*", SearchOption.AllDirectories).Order()));
}
