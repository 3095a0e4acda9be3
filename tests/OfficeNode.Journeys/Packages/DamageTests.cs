using NUnit.Framework;
using OfficeNode.Core;

namespace OfficeNode.Journeys.Packages;

/// <summary>Stored images that went bad: marked, their records listed, neighbours packaged; what can be made again is.</summary>
public sealed class DamageTests
{
    private TestNode _node = null!;   // each test begins by making its own

    [TearDown]
    public void RemoveNode() => _node.Dispose();

    [TestCase(1)]
    [TestCase(5)]
    public async Task Records_with_damaged_masters_are_listed_and_their_neighbours_packaged(int damaged)
    {
        _node = await GeneratedRecords.OpenMarksAsync(8, 8);
        DamageMasters(damaged);

        var run = await PackageAsync("brand-database");

        Assert.That((run.ExitCode, RecordsOf(run)), Is.EqualTo((1, 8 - damaged)), run.Everything);
        Assert.That(run.Json.GetProperty("skipped").EnumerateArray().Select(skipped => skipped.GetProperty("reason").GetString()), Is.EqualTo(Enumerable.Repeat("damaged", damaged)));
        Assert.That((await _node.RunAsync("status")).Count("damagedMasters"), Is.EqualTo(damaged));
        NodeInvariants.CheckSwept(_node);
    }

    [Test]
    public async Task Nothing_but_damage_makes_no_package_and_says_so()
    {
        _node = await GeneratedRecords.OpenMarksAsync(2, 2);
        DamageMasters(2);

        var run = await PackageAsync("brand-database");

        Assert.That((run.ExitCode, run.Json.GetProperty("packages").GetArrayLength(), run.Json.GetProperty("skipped").GetArrayLength()), Is.EqualTo((1, 0, 2)), run.Everything);
        NodeInvariants.CheckSwept(_node);
    }

    [Test]
    public async Task A_damaged_page_that_is_added_again_is_good_again()
    {
        _node = await GeneratedRecords.OpenMarksAsync(2, 2);
        DamageMasters(1);
        await PackageAsync("brand-database");
        await _node.DoAsync(GeneratedRecords.Write(_node, Right.Trademark, 2, 2));

        var run = await _node.RunAsync("package", "--destination", "brand-database", "--scope", "updates");

        Assert.That((run.ExitCode, RecordsOf(run)), Is.EqualTo((0, 1)), run.Everything);
        NodeInvariants.Check(_node);
    }

    [Test]
    public async Task An_image_that_can_be_made_again_is_made_again_when_it_is_gone_or_damaged()
    {
        _node = await TestNode.CreateAsync();
        await _node.DoAsync(GeneratedRecords.Write(_node, Right.Patent, 3, 3));
        await _node.DoAsync(GeneratedRecords.Publish(GeneratedRecords.Dossiers(Right.Patent, 3)));
        await _node.ReceiveInFolderAsync("patentscope", "Patents");
        var first = await PackageAsync("patentscope", "test");
        var images = Directory.GetFiles(_node.Folder.Derived).Order(StringComparer.Ordinal).ToList();
        File.Delete(images[0]);
        Spoil(images[1]);

        var second = await PackageAsync("patentscope", "test");

        Assert.That((images.Count, second.ExitCode, RecordsOf(second)), Is.EqualTo((3, 0, 3)), second.Everything);
        Assert.That(PackageContents.DigestsOf([PathOf(second)]), Is.EqualTo(PackageContents.DigestsOf([PathOf(first)])));
        NodeInvariants.Check(_node);
    }

    [Test]
    public async Task A_sealed_package_that_went_bad_is_not_sent_and_said()
    {
        _node = await GeneratedRecords.OpenMarksAsync(2, 0);
        Spoil(PathOf(await PackageAsync("brand-database")));

        var sync = await _node.RunAsync("sync", "--once");

        Assert.That((sync.ExitCode, sync.Count("delivered"), sync.Rules.Single()), Is.EqualTo((3, 0L, "SYNC-SOURCE-DAMAGED")), sync.Everything);
        Assert.That(Directory.GetFiles(_node.Receiver, "*.zip", SearchOption.AllDirectories), Is.Empty);
    }

    private void DamageMasters(int count)
    {
        foreach (var file in _node.Read(session => session.Masters.After("", count)).Select(master => _node.Folder.MasterFile(master.Digest, master.Extension)))
        {
            Spoil(file);
        }
    }

    /// <summary>Turns one byte over, as a bad sector may.</summary>
    private static void Spoil(string file)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 0x55;
        File.WriteAllBytes(file, bytes);
    }

    private Task<ProgramRun> PackageAsync(string destination, string scope = "full") => _node.RunAsync("package", "--destination", destination, "--scope", scope);

    private static int RecordsOf(ProgramRun run) => run.Json.GetProperty("packages").EnumerateArray().Sum(package => package.GetProperty("records").GetInt32());

    private static string PathOf(ProgramRun run) => run.Json.GetProperty("packages")[0].GetProperty("path").GetString() ?? "";
}
