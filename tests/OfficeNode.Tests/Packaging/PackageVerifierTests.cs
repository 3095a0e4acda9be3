using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Packaging;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Packaging;

public sealed class PackageVerifierTests
{
    private Workbench _bench = null!;   // set before every test

    private static PackageMember[] Tiny() =>
    [
        new("a.xml", MemberKind.Record, DeflatedContent.Of("<record>some text</record>"u8.ToArray()), DossierName.Parse("T-2026-1").Value),
        new("b.png", MemberKind.Image, StoredContent.Of("picture"u8.ToArray())),
    ];

    [SetUp]
    public void SetUp() => _bench = new Workbench();

    [TearDown]
    public void TearDown() => _bench.Dispose();

    [TestCase(".zip")]
    [TestCase(".members.jsonl")]
    [TestCase(".manifest.json")]
    [TestCase(".manifest.json.p7s")]
    public async Task Every_flipped_bit_of_every_file_of_a_package_is_an_error(string ending)
    {
        await _bench.BuildAsync(Tiny());
        var path = _bench.PathOf(Workbench.Name.Value + ending);

        var missed = new List<long>();
        for (var bit = 0L; bit < new FileInfo(path).Length * 8; bit++)
        {
            PackageWriterTests.FlipBit(path, bit);
            if ((await _bench.VerifyAsync()).IsValid)
            {
                missed.Add(bit);
            }

            PackageWriterTests.FlipBit(path, bit);
        }

        Assert.That(missed, Is.Empty);
    }

    [Test]
    public async Task A_ZIP_alone_is_checked_and_called_unsigned()
    {
        await _bench.BuildAsync();
        File.Copy(_bench.PathOf(Workbench.Name.ZipFile), _bench.PathOf("alone.zip"));

        var check = await _bench.VerifyAsync(_bench.PathOf("alone.zip"));

        Assert.Multiple(() =>
        {
            Assert.That((check.Kind, check.IsValid, check.Members), Is.EqualTo((PackageKind.Unsigned, true, 5L)));
            Assert.That(check.Findings.Select(finding => (finding.Rule, finding.Severity)), Is.EqualTo(new[] { ("PACKAGE-UNSIGNED", Severity.Warning) }));
        });
    }

    [TestCase(".members.jsonl")]
    [TestCase(".manifest.json")]
    [TestCase(".manifest.json.p7s")]
    public async Task A_missing_sidecar_is_named(string ending)
    {
        await _bench.BuildAsync();
        File.Delete(_bench.PathOf(Workbench.Name.Value + ending));

        var check = await _bench.VerifyAsync();

        Assert.That(check.Findings.Select(finding => (finding.Rule, finding.Expected)), Is.EqualTo(new[] { ("PACKAGE-SIDECAR-MISSING", Workbench.Name.Value + ending) }));
    }

    [Test]
    public async Task A_signer_who_is_not_trusted_is_named_with_the_fingerprint()
    {
        await _bench.BuildAsync();
        using var other = Workbench.NewKey("Other");

        var check = await _bench.VerifyAsync(null, other.Certificate);

        Assert.That(
            check.Findings.Select(finding => (finding.Rule, finding.Found, finding.Arguments!["fingerprint"])),
            Is.EqualTo(new[] { ("SIGNATURE-SIGNER-UNKNOWN", "CN=XX Test node", _bench.Key.Certificate.Fingerprint.Value) }));
    }

    [Test]
    public async Task A_package_under_another_name_is_another_package()
    {
        await _bench.BuildAsync();
        foreach (var file in Directory.GetFiles(_bench.Folder))
        {
            File.Move(file, file.Replace("-0001", "-0002", StringComparison.Ordinal));
        }

        var check = await _bench.VerifyAsync(_bench.PathOf(Workbench.Name.ZipFile.Replace("-0001", "-0002", StringComparison.Ordinal)));

        Assert.That(check.Findings.Select(finding => finding.Rule), Is.EqualTo(new[] { "MANIFEST-OTHER-PACKAGE" }));
    }

    [Test]
    public async Task A_package_of_other_members_is_told_member_by_member()
    {
        await _bench.BuildAsync(Tiny());
        var other = Tiny();
        other[1] = new("c.png", MemberKind.Image, StoredContent.Of("picture"u8.ToArray()));
        using var forger = new Workbench();
        await forger.BuildAsync(other);
        File.Copy(forger.PathOf(Workbench.Name.ZipFile), _bench.PathOf(Workbench.Name.ZipFile), overwrite: true);

        var check = await _bench.VerifyAsync();

        Assert.That(
            check.Findings.Select(finding => (finding.Rule, finding.File)),
            Is.EqualTo(new[]
            {
                ("PACKAGE-MEMBER-DIFFERS", "c.png"),
                ("PACKAGE-FIRST-DAMAGE", Workbench.Name.ZipFile),
                ("PACKAGE-DIGEST", Workbench.Name.ZipFile),
            }));
    }

    [Test]
    public async Task A_package_cut_short_says_so()
    {
        var package = await _bench.BuildAsync();
        using (var file = File.OpenWrite(package.ZipPath))
        {
            file.SetLength(package.Length - 10);
        }

        var check = await _bench.VerifyAsync();

        Assert.That(check.Findings.Select(finding => finding.Rule), Is.EqualTo(new[] { "ZIP-TRUNCATED", "PACKAGE-FIRST-DAMAGE", "PACKAGE-LENGTH" }));
    }

    [Test]
    public async Task A_manifest_larger_than_any_is_not_read()
    {
        await _bench.BuildAsync();
        File.AppendAllText(_bench.PathOf(Workbench.Name.ManifestFile), new string(' ', 70_000));

        var check = await _bench.VerifyAsync();

        Assert.That(check.Findings.Select(finding => finding.Rule), Is.EqualTo(new[] { "PACKAGE-FILE-TOO-LARGE" }));
    }

    [Test]
    public void A_file_that_is_not_there_is_no_finding()
    {
        Assert.That(() => _bench.VerifyAsync(), Throws.InstanceOf<StorageException>().With.Property(nameof(StorageException.Fault)).EqualTo(StorageFault.Missing));
    }

    [Test]
    public void Every_finding_has_its_words()
    {
        var ids = typeof(PackagingFindings).GetFields().Select(field => (string)field.GetRawConstantValue()!);   // all are constants
        var texts = System.Xml.Linq.XDocument.Load(Repository.PathOf("src/OfficeNode.Host/Texts/PackagingFindings.resx"))
            .Descendants("data").Select(data => data.Attribute("name")!.Value);   // resx: data has a name

        Assert.That(texts, Is.EquivalentTo(ids.SelectMany(id => new[] { id + ".message", id + ".hint" })));
    }
}
