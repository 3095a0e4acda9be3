using System.IO.Compression;
using System.Text;
using System.Text.Json;
using NUnit.Framework;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Desk;
using OfficeNode.Packaging;
using OfficeNode.Packaging.Signatures;
using OfficeNode.Storage;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Intake;

public sealed class VerifyTests
{
    private TemporaryFolder _folder = null!;    // set before every test
    private OfficeAndDesk _both = null!;        // set once; tests work on copies
    private string _sent = null!;

    [OneTimeSetUp]
    public async Task SendAsync()
    {
        _both = await OfficeAndDesk.CreateAsync(OfficeAndDesk.Marks[0]);
        _sent = await _both.SendAsync();
    }

    [OneTimeTearDown]
    public void Forget() => _both.Dispose();

    [SetUp]
    public void SetUp() => _folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public async Task A_package_of_a_pinned_signer_is_valid_without_a_finding()
    {
        var run = await _both.Desk.RunAsync("verify", Copy());

        Assert.That((run.ExitCode, One(run).GetProperty("kind").GetString(), Rules(run).Count), Is.EqualTo((0, "package", 0)), run.Everything);
    }

    [Test]
    public async Task The_office_that_made_it_believes_its_own_signature()
    {
        var run = await _both.Office.RunAsync("verify", Copy());

        Assert.That((run.ExitCode, Rules(run).Count), Is.EqualTo((0, 0)), run.Everything);
    }

    [Test]
    public async Task Without_any_node_the_signer_is_a_warning_with_the_fingerprint()
    {
        using var key = NodeKey.Load(_both.Office.Folder.Keys);
        using var nowhere = new TestNode();

        var run = await nowhere.RunAsync("verify", Copy());

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero);
            Assert.That(Rules(run), Is.EqualTo(new[] { PackagingFindings.SignerUnknown }));
            Assert.That(run.Output, Does.Contain(key.Certificate.Fingerprint.Value).And.Contain("\"warning\""));
            Assert.That(nowhere.Folder.Root, Does.Not.Exist);
        });
    }

    [Test]
    public async Task A_named_certificate_counts_alone()
    {
        using var nowhere = new TestNode();
        var zip = Copy();

        var right = await nowhere.RunAsync("verify", zip, "--trust", _both.Office.PathOf("office.cer"));
        var wrong = await _both.Desk.RunAsync("verify", zip, "--trust", _both.Desk.PathOf("desk.cer"));
        var both = await nowhere.RunAsync("verify", zip, "--trust", _both.Desk.PathOf("desk.cer"), "--trust", _both.Office.PathOf("office.cer"));

        Assert.That((right.ExitCode, wrong.ExitCode, both.ExitCode), Is.EqualTo((0, 1, 0)));
    }

    [Test]
    public async Task A_flipped_bit_in_any_byte_of_any_part_is_found()
    {
        var verifier = Verifier();
        var missed = new List<string>();
        foreach (var file in OfficeAndDesk.FilesOf(Copy()))
        {
            var bytes = await File.ReadAllBytesAsync(file);
            for (var i = 0; i < bytes.Length; i++)
            {
                bytes[i] ^= (byte)(1 << (i % 8));
                await File.WriteAllBytesAsync(file, bytes);
                if ((await verifier.CheckAsync(_folder.PathOf(Path.GetFileName(_sent)), CancellationToken.None)).IsValid)
                {
                    missed.Add($"{Path.GetFileName(file)}, byte {i}");
                }

                bytes[i] ^= (byte)(1 << (i % 8));
            }

            await File.WriteAllBytesAsync(file, bytes);
        }

        Assert.That(missed, Is.Empty);
    }

    [Test]
    public async Task A_part_cut_anywhere_is_found()
    {
        var verifier = Verifier();
        var missed = new List<string>();
        foreach (var file in OfficeAndDesk.FilesOf(Copy()))
        {
            var bytes = await File.ReadAllBytesAsync(file);
            for (var length = 0; length < bytes.Length; length += 13)
            {
                await File.WriteAllBytesAsync(file, bytes[..length]);
                if ((await verifier.CheckAsync(_folder.PathOf(Path.GetFileName(_sent)), CancellationToken.None)).IsValid)
                {
                    missed.Add($"{Path.GetFileName(file)}, {length} bytes");
                }
            }

            await File.WriteAllBytesAsync(file, bytes);
        }

        Assert.That(missed, Is.Empty);
    }

    [Test]
    public async Task A_ZIP_alone_is_checked_and_called_unsigned()
    {
        var zip = _folder.PathOf("alone.zip");
        File.Copy(_sent, zip);

        var run = await _both.Desk.RunAsync("verify", zip);

        Assert.That((run.ExitCode, One(run).GetProperty("kind").GetString(), Rules(run).Single()), Is.EqualTo((0, "unsigned-package", PackagingFindings.Unsigned)));
    }

    [Test]
    public async Task An_archive_bomb_is_refused_unopened()
    {
        var zip = MakeZip("zeros.bin", new byte[300_000_000]);

        var run = await _both.Desk.RunAsync("verify", zip);

        Assert.That((run.ExitCode, Rules(run).Contains(PackagingFindings.Bomb)), Is.EqualTo((1, true)), run.Everything);
    }

    [TestCase("../../etc/cron.d/evil")]
    [TestCase("/etc/passwd")]
    [TestCase("C:\\evil.exe")]
    [TestCase("a/../../b")]
    public async Task A_path_that_leads_out_of_the_folder_is_refused(string path)
    {
        var run = await _both.Desk.RunAsync("verify", MakeZip(path, [1, 2, 3]));

        Assert.That((run.ExitCode, Rules(run).Contains(PackagingFindings.Name)), Is.EqualTo((1, true)), run.Everything);
    }

    [TestCase("tests/corpus/office/patent-301.xml", "st36", 0)]
    [TestCase("tests/corpus/office/marks.xml", "st66", 0)]
    [TestCase("tests/corpus/golden/writers/ST.96-V6_0/XX4711.2024-20240122.xml", "st96", 0)]
    [TestCase("tests/corpus/office/trademarks.csv", "unknown", 1)]
    [TestCase("tests/corpus/office/pages/118-FRO-1.tif", "unknown", 1)]
    [TestCase("OfficeNode.sln", "unknown", 1)]
    [TestCase("not-there.zip", "missing", 1)]
    [TestCase("docs", "missing", 1)]
    public async Task The_kind_is_told_from_the_content(string file, string kind, int code)
    {
        var run = await _both.Desk.RunAsync("verify", Repository.PathOf(file));

        Assert.That((One(run).GetProperty("kind").GetString(), run.ExitCode), Is.EqualTo((kind, code)), run.Everything);
    }

    [TestCase("<ST26SequenceListing/>", "st26")]
    [TestCase("<Transaction xmlns='http://www.wipo.int/standards/XMLSchema/designs'/>", "st86")]
    [TestCase("<AuthorityFile/>", "st37")]
    public async Task What_comes_later_says_so(string xml, string kind)
    {
        var file = _folder.PathOf("document.xml");
        await File.WriteAllTextAsync(file, xml);

        var run = await _both.Desk.RunAsync("verify", file);

        Assert.That((One(run).GetProperty("kind").GetString(), Rules(run).Single(), run.ExitCode), Is.EqualTo((kind, DeskFindings.KindLater, 1)));
    }

    [TestCase("<ep-patent-document country='XX'><a></ep-patent-document>")]
    [TestCase("<!DOCTYPE a [<!ENTITY % x \"<!ENTITY y '1'>\"><!ENTITY % z \"&#37;x;&#37;x;&#37;x;&#37;x;\"> %z;]><ep-patent-document>")]
    [TestCase("\u0000")]
    [TestCase("<")]
    [TestCase("")]
    public async Task Broken_documents_are_findings(string text)
    {
        var file = _folder.PathOf("document.xml");
        await File.WriteAllTextAsync(file, text);

        var run = await _both.Desk.RunAsync("verify", file);

        Assert.That((run.ExitCode, Rules(run).Count > 0), Is.EqualTo((1, true)), run.Everything);
    }

    [Test]
    public async Task Sidecars_are_checked_with_their_package_and_missed_without_it()
    {
        var files = OfficeAndDesk.FilesOf(Copy());

        var together = await _both.Desk.RunAsync(["verify", .. files]);
        File.Delete(files[0]);
        var alone = await _both.Desk.RunAsync("verify", files[1]);

        Assert.That((together.ExitCode, alone.ExitCode, Rules(alone).Single()), Is.EqualTo((0, 1, DeskFindings.SidecarAlone)));
    }

    [Test]
    public async Task Official_documents_are_valid_against_the_official_schemas()
    {
        using var node = new TestNode();
        await node.DoAsync("init", "--office", "WO", "--name", "Desk");
        foreach (var schemas in new[] { "standards/st36/ep/dtd", "standards/st36/us", "standards/st96/V6_0/schema" })
        {
            await node.DoAsync("standards", "add", SharedMaterial.Require(schemas));
        }

        var documents = new[] { "standards/st36/ep/instances", "standards/st36/us/instances", "standards/st96/V6_0/examples" }
            .SelectMany(folder => Directory.EnumerateFiles(SharedMaterial.Require(folder), "*.xml", SearchOption.AllDirectories));

        var run = await node.RunAsync(["verify", .. documents]);

        var odd = run.Json.GetProperty("files").EnumerateArray()
            .Where(file => !file.GetProperty("valid").GetBoolean() || file.GetProperty("findings").EnumerateArray().Any(finding => finding.GetProperty("rule").GetString() == "SCHEMA-MISSING"))
            .Select(file => file.ToString());
        Assert.That(odd, Is.Empty);
    }

    private static JsonElement One(ProgramRun run) => run.Json.GetProperty("files")[0];

    private static IReadOnlyList<string?> Rules(ProgramRun run) => [.. One(run).GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("rule").GetString())];

    private VerifyJourney Verifier() => new(new NodeFolder(_both.Desk.Folder.Root), null, new PhysicalDisk(), _both.Desk.Time);

    /// <summary>Copies the package with its sidecars and gives the ZIP's path.</summary>
    private string Copy()
    {
        foreach (var file in OfficeAndDesk.FilesOf(_sent))
        {
            File.Copy(file, _folder.PathOf(Path.GetFileName(file)));
        }

        return _folder.PathOf(Path.GetFileName(_sent));
    }

    private string MakeZip(string member, byte[] content)
    {
        var path = _folder.PathOf("made.zip");
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create, leaveOpen: false, Encoding.UTF8);
        using var entry = zip.CreateEntry(member).Open();
        entry.Write(content);
        return path;
    }
}
