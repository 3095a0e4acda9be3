using System.Text;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Packaging;
using OfficeNode.Packaging.Json;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Packaging;

public sealed class PackageWriterTests
{
    private Workbench _bench = null!;   // set before every test

    [SetUp]
    public void SetUp() => _bench = new Workbench();

    [TearDown]
    public void TearDown() => _bench.Dispose();

    [Test]
    public async Task A_package_with_its_sidecars_verifies()
    {
        var package = await _bench.BuildAsync();

        var check = await _bench.VerifyAsync();

        Assert.Multiple(() =>
        {
            Assert.That(check.Findings, Is.Empty);
            Assert.That(check.IsValid, Is.True);
            Assert.That(check.Kind, Is.EqualTo(PackageKind.Signed));
            Assert.That((check.Length, check.Sha256, check.Members), Is.EqualTo((package.Length, package.Sha256, package.Members)));
        });
    }

    [Test]
    public async Task The_digest_reported_is_that_of_the_file()
    {
        var package = await _bench.BuildAsync();

        var bytes = File.ReadAllBytes(package.ZipPath);

        Assert.That((package.Length, package.Sha256, package.Members), Is.EqualTo((bytes.LongLength, Digest.Of(bytes), 5L)));
    }

    [Test]
    public async Task The_manifest_has_one_form()
    {
        var package = await _bench.BuildAsync();

        var manifest = File.ReadAllText(_bench.PathOf(Workbench.Name.ManifestFile));

        var members = File.ReadAllBytes(_bench.PathOf(Workbench.Name.MembersFile));
        Assert.That(manifest, Is.EqualTo(string.Concat(
            """{"format":1,"manifest":{"package":"xx-patents-test-20261120-0001","scope":"Test","destination":"patentscope","office":"XX",""",
            "\"created\":\"2026-11-20T09:30:00+00:00\",",
            $"\"zip\":{{\"file\":\"xx-patents-test-20261120-0001.zip\",\"length\":{package.Length},\"sha256\":\"{package.Sha256}\"}},",
            $"\"members\":{{\"file\":\"xx-patents-test-20261120-0001.members.jsonl\",\"length\":{members.Length},\"sha256\":\"{Digest.Of(members)}\"}},",
            "\"counts\":{\"collectionFiles\":1,\"images\":2,\"members\":5,\"records\":1,\"texts\":1},",
            "\"standards\":[{\"name\":\"ST.36\",\"version\":\"1.7\"}],\"schemaValidated\":false,\"notValidatedBecause\":\"no schema set is installed\",",
            $"\"auditHead\":\"{Digest.Of("head"u8)}\",\"codec\":\".NET 10, zlib-ng\"}}}}")));
    }

    [Test]
    public async Task The_member_list_has_a_line_for_each_member_and_the_digest_of_the_whole_last()
    {
        var package = await _bench.BuildAsync();

        var lines = File.ReadAllLines(_bench.PathOf(Workbench.Name.MembersFile));

        Assert.Multiple(() =>
        {
            Assert.That(lines, Has.Length.EqualTo(6));
            Assert.That(lines[3], Is.EqualTo(
                """{"path":"P-2026-123/empty.txt","kind":"Text","length":0,"crc":"00000000","sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","dossier":"P-2026-123"}"""));
            Assert.That(lines[4], Does.StartWith("""{"path":"وصف/سخان مياه.txt","kind":"Collection","""));
            Assert.That(lines[5], Is.EqualTo($$"""{"prefix":{{package.Length}},"sha256":"{{package.Sha256}}"}"""));
        });
    }

    [Test]
    public async Task Building_again_gives_the_same_ZIP()
    {
        var first = await _bench.BuildAsync();
        using var other = new Workbench();

        var second = await other.BuildAsync();

        Assert.That(File.ReadAllBytes(second.ZipPath), Is.EqualTo(File.ReadAllBytes(first.ZipPath)));
    }

    [TestCase(-1, "length")]
    [TestCase(1, "length")]
    [TestCase(0, "CRC-32")]
    public async Task A_damaged_member_ends_the_build_under_its_name(int longer, string difference)
    {
        var good = Workbench.Noise(300_000, 5);
        var bad = good.Concat("x"u8.ToArray()).Take(good.Length + longer).ToArray();
        bad[100] ^= 1;
        var content = StoredContent.Of(good) with { Open = () => new MemoryStream(bad) };

        var error = await Assert.ThrowsAsync<PackageException>(() => _bench.BuildAsync(Workbench.Members().Append(new("bad.tif", MemberKind.Image, content))));

        Assert.Multiple(() =>
        {
            Assert.That(error!.Fault, Is.EqualTo(PackageFault.DamagedMember));
            Assert.That(error!.Member, Is.EqualTo("bad.tif"));
            Assert.That(error!.Expected, Does.StartWith(difference));
            Assert.That(Directory.EnumerateFiles(_bench.Folder), Is.Empty);
        });
    }

    [Test]
    public async Task A_member_whose_bytes_are_not_those_of_its_digest_is_found_by_the_receiver()
    {
        var content = StoredContent.Of("abc"u8.ToArray()) with { Sha256 = Digest.Of("abd"u8) };
        await _bench.BuildAsync([new("a.tif", MemberKind.Image, content)]);

        var check = await _bench.VerifyAsync();

        Assert.That(check.Findings.Select(finding => (finding.Rule, finding.File)), Is.EqualTo(new[] { ("PACKAGE-MEMBER-DIFFERS", "a.tif") }));
    }

    [Test]
    public async Task A_missing_master_ends_the_build_under_its_name()
    {
        var content = new StoredContent(() => File.OpenRead(_bench.PathOf("gone")), 3, 0);

        var error = await Assert.ThrowsAsync<PackageException>(() => _bench.BuildAsync([new("a.tif", MemberKind.Image, content)]));

        Assert.That((error!.Fault, error.Member), Is.EqualTo((PackageFault.DamagedMember, "a.tif")));
    }

    [Test]
    public async Task After_a_damaged_member_the_same_name_can_be_built_without_it()
    {
        var bad = new StoredContent(() => new MemoryStream([1]), 1, 0);
        await Assert.ThrowsAsync<PackageException>(() => _bench.BuildAsync(Workbench.Members().Append(new("bad.tif", MemberKind.Image, bad))));

        await _bench.BuildAsync();

        Assert.That((await _bench.VerifyAsync()).Findings, Is.Empty);
    }

    [Test]
    public async Task Wherever_the_power_goes_a_ZIP_under_its_final_name_is_whole()
    {
        var count = FailingDisk.Counting(_bench.Disk);
        await BuildAndPlaceAsync(_bench, count);

        for (var point = 1L; point <= count.Operations; point++)
        {
            using var bench = new Workbench();
            var disk = FailingDisk.StoppingAt(bench.Disk, point);
            Assert.That(async () => await BuildAndPlaceAsync(bench, disk), Throws.InstanceOf<StorageException>(), $"at {point}");
            if (File.Exists(bench.PathOf("packages/" + Workbench.Name.ZipFile)))
            {
                Assert.That((await bench.VerifyAsync(bench.PathOf("packages/" + Workbench.Name.ZipFile))).IsValid, Is.True, disk.FailedOperation);
            }
        }
    }

    [Test]
    public async Task After_a_single_failure_anywhere_the_package_can_be_built()
    {
        var count = FailingDisk.Counting(_bench.Disk);
        await _bench.BuildAsync(disk: count);

        for (var point = 1L; point <= count.Operations; point++)
        {
            using var bench = new Workbench();
            Assert.That(async () => await bench.BuildAsync(disk: FailingDisk.FailingOnceAt(bench.Disk, point)), Throws.InstanceOf<StorageException>(), $"at {point}");
            await bench.BuildAsync();
            Assert.That((await bench.VerifyAsync()).Findings, Is.Empty, $"at {point}");
        }
    }

    [TestCase(0)]
    [TestCase(100)]
    [TestCase(70_000)]
    [TestCase(77_000)]
    public async Task A_full_disk_leaves_nothing_behind(long bytes)
    {
        var error = await Assert.ThrowsAsync<StorageException>(() => _bench.BuildAsync(disk: FailingDisk.FullAfter(_bench.Disk, bytes)));

        Assert.Multiple(() =>
        {
            Assert.That(error!.Fault, Is.EqualTo(StorageFault.Full));
            Assert.That(Directory.EnumerateFiles(_bench.Folder), Is.Empty);
        });
    }

    [Test]
    public async Task A_package_is_never_placed_over_another()
    {
        Directory.CreateDirectory(_bench.PathOf("packages"));
        File.WriteAllText(_bench.PathOf("packages/" + Workbench.Name.ZipFile), "another");
        var package = await _bench.BuildAsync();

        Assert.That(
            () => new PackageWriter(_bench.Disk, _bench.Key).Place(package, _bench.PathOf("packages")),
            Throws.InstanceOf<StorageException>().With.Property(nameof(StorageException.Fault)).EqualTo(StorageFault.Exists));
    }

    [Test]
    public void A_manifest_beyond_its_limit_is_refused()
    {
        var order = Workbench.Order() with { NotValidatedBecause = new string('x', 70_000) };

        Assert.That(
            () => new PackageWriter(_bench.Disk, _bench.Key).WriteAsync(order, Workbench.Members().ToAsyncEnumerable(), _bench.Folder, CancellationToken.None),
            Throws.InstanceOf<PackageException>().With.Property(nameof(PackageException.Fault)).EqualTo(PackageFault.TooLarge));
    }

    [Test]
    public async Task A_package_of_several_prefixes_says_where_its_damage_begins()
    {
        var noise = Workbench.Noise(20 * 1024 * 1024, 9);
        var package = await _bench.BuildAsync([new("a.tif", MemberKind.Image, StoredContent.Of(noise)), new("b.tif", MemberKind.Image, StoredContent.Of(noise))]);
        FlipBit(package.ZipPath, 17L * 1024 * 1024 * 8);

        var check = await _bench.VerifyAsync();

        var damage = check.Findings.Single(finding => finding.Rule == PackagingFindings.FirstDamage);
        Assert.That((damage.Arguments!["offset"], damage.Arguments["end"]), Is.EqualTo(("16777216", "33554432")));
    }

    [Test]
    public async Task A_manifest_survives_reading_and_writing()
    {
        var package = await _bench.BuildAsync();

        var read = ManifestJson.Read(File.ReadAllBytes(_bench.PathOf(Workbench.Name.ManifestFile)));

        Assert.That(Encoding.UTF8.GetString(ManifestJson.Write(read.Value)), Is.EqualTo(Encoding.UTF8.GetString(ManifestJson.Write(package.Manifest))));
    }

    internal static void FlipBit(string path, long bit)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Position = bit / 8;
        var value = file.ReadByte();
        file.Position = bit / 8;
        file.WriteByte((byte)(value ^ (1 << (int)(bit % 8))));
    }

    private static async Task BuildAndPlaceAsync(Workbench bench, IDisk disk)
    {
        Directory.CreateDirectory(bench.PathOf("packages"));
        var writer = new PackageWriter(disk, bench.Key);
        var package = await writer.WriteAsync(Workbench.Order(), Workbench.Members().ToAsyncEnumerable(), bench.Folder, CancellationToken.None);
        writer.Place(package, bench.PathOf("packages"));
    }
}
