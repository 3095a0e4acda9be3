using System.IO.Compression;
using System.Text;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Packaging;
using OfficeNode.Packaging.Zip;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Packaging;

public sealed class ZipReaderTests
{
    private Workbench _bench = null!;   // set before every test

    [SetUp]
    public void SetUp() => _bench = new Workbench();

    [TearDown]
    public void TearDown() => _bench.Dispose();

    [Test]
    public async Task Every_flipped_bit_of_a_ZIP_of_stored_members_is_found()
    {
        var zip = await _bench.ZipAsync([("a/b.tif", StoredContent.Of("some bytes"u8.ToArray())), ("c", StoredContent.Of("others"u8.ToArray()))]);

        var missed = await MissedBitsAsync(zip);

        Assert.That(missed, Is.Empty);
    }

    [Test]
    public async Task Of_a_deflated_member_only_the_padding_of_its_last_byte_escapes()
    {
        var text = "<record><title>Chauffe-eau</title></record>"u8.ToArray();
        var zip = await _bench.ZipAsync([("a", DeflatedContent.Of(text))]);
        var (members, _) = await Workbench.ReadAsync(zip);

        var missed = await MissedBitsAsync(zip);

        var lastByte = ZipRecords.LocalSize + 1 + (int)members[0].StoredLength - 1;
        Assert.That(missed.Select(bit => bit / 8), Is.All.EqualTo(lastByte));
    }

    [Test]
    public async Task Every_shortened_ZIP_is_found()
    {
        var zip = await _bench.ZipAsync([("a/b.tif", StoredContent.Of("some bytes"u8.ToArray())), ("c", DeflatedContent.Of("others"u8.ToArray()))]);

        var missed = new List<int>();
        for (var length = 0; length < zip.Length; length++)
        {
            var (_, findings) = await Workbench.ReadAsync(zip[..length]);
            if (findings.Count == 0)
            {
                missed.Add(length);
            }
        }

        Assert.That(missed, Is.Empty);
    }

    [Test]
    public async Task A_damaged_member_does_not_hide_its_neighbours()
    {
        var zip = await _bench.ZipAsync([("a", StoredContent.Of("some bytes"u8.ToArray())), ("b", DeflatedContent.Of("others"u8.ToArray())), ("c", StoredContent.Of("end"u8.ToArray()))]);
        zip[ZipRecords.LocalSize + 1] ^= 1;
        zip[ZipRecords.LocalSize + 11 + ZipRecords.LocalSize + 1] = 0xFF;

        var (members, findings) = await Workbench.ReadAsync(zip);

        Assert.Multiple(() =>
        {
            Assert.That(members.Select(member => (member.Path, member.IsIntact)), Is.EqualTo(new[] { ("a", false), ("b", false), ("c", true) }));
            Assert.That(findings.Select(finding => (finding.File, finding.Rule)), Is.EqualTo(new[] { ("a", "ZIP-CRC"), ("b", "ZIP-DEFLATE") }));
        });
    }

    [Test]
    public async Task A_finding_names_the_byte_offset()
    {
        var zip = await _bench.ZipAsync([("a", StoredContent.Of("some bytes"u8.ToArray())), ("b", StoredContent.Of("others"u8.ToArray()))]);
        zip[ZipRecords.LocalSize + 11] = 0;

        var (_, findings) = await Workbench.ReadAsync(zip);

        Assert.That(findings.Select(finding => (finding.Rule, finding.Arguments!["offset"])), Is.EqualTo(new[] { ("ZIP-GAP", "41") }));
    }

    [TestCase("../evil", "ZIP-NAME")]
    [TestCase("/etc/passwd", "ZIP-NAME")]
    [TestCase("a\\b", "ZIP-NAME")]
    [TestCase("folder/", "ZIP-NAME")]
    [TestCase("con", "ZIP-NAME")]
    public async Task An_unsafe_path_of_another_program_is_refused(string path, string rule)
    {
        var (_, findings) = await Workbench.ReadAsync(Foreign(path));

        Assert.That(findings.Select(finding => finding.Rule), Does.Contain(rule));
    }

    [Test]
    public async Task Two_paths_that_become_one_file_are_refused()
    {
        var (_, findings) = await Workbench.ReadAsync(Foreign("a/B.tif", "A/b.tif"));

        Assert.That(findings.Select(finding => finding.Rule), Does.Contain("ZIP-DUPLICATE"));
    }

    [Test]
    public async Task A_name_that_is_no_UTF_8_is_refused()
    {
        var zip = await _bench.ZipAsync([("ab", StoredContent.Of("x"u8.ToArray()))]);
        zip[ZipRecords.LocalSize] = 0xC3;

        var (_, findings) = await Workbench.ReadAsync(zip);

        Assert.That(findings.Select(finding => finding.Rule), Does.Contain("ZIP-NAME"));
    }

    [Test]
    public async Task Bytes_before_the_first_member_are_refused()
    {
        var zip = await _bench.ZipAsync([("a", StoredContent.Of("x"u8.ToArray()))]);

        var (_, findings) = await Workbench.ReadAsync([0, .. zip]);

        Assert.That(findings.Select(finding => finding.Rule), Is.EqualTo(new[] { "ZIP-NOT-ZIP" }));
    }

    [Test]
    public async Task Bytes_after_the_end_are_refused()
    {
        var zip = await _bench.ZipAsync([("a", StoredContent.Of("x"u8.ToArray()))]);

        var (_, findings) = await Workbench.ReadAsync([.. zip, 0]);

        Assert.That(findings.Select(finding => finding.Rule), Is.EqualTo(new[] { "ZIP-TRAILING" }));
    }

    [Test]
    public async Task Bytes_after_the_deflated_data_of_a_member_are_refused()
    {
        var prepared = await PreparedContent.PrepareAsync("some text"u8.ToArray(), CancellationToken.None);
        var longer = prepared with { Deflated = (byte[])[.. prepared.Deflated.Span, 0] };

        var (_, findings) = await Workbench.ReadAsync(await _bench.ZipAsync([("a", longer)]));

        Assert.That(findings.Select(finding => finding.Rule), Is.EqualTo(new[] { "ZIP-DEFLATE" }));
    }

    [Test]
    public async Task A_member_that_unpacks_to_more_than_it_says_is_stopped()
    {
        var prepared = await PreparedContent.PrepareAsync(new byte[10_000_000], CancellationToken.None);

        var (members, findings) = await Workbench.ReadAsync(await _bench.ZipAsync([("a", prepared with { Length = 100 })]));

        Assert.Multiple(() =>
        {
            Assert.That(findings.Select(finding => finding.Rule), Is.EqualTo(new[] { "ZIP-LENGTH" }));
            Assert.That(members[0].Length, Is.LessThan(200_000));
        });
    }

    [Test]
    public async Task A_ratio_that_no_document_has_is_refused_before_unpacking()
    {
        var zip = await _bench.ZipAsync([("a", DeflatedContent.Of(new byte[10_000_000])), ("b", StoredContent.Of("x"u8.ToArray()))]);

        var (members, findings) = await Workbench.ReadAsync(zip);

        Assert.Multiple(() =>
        {
            Assert.That(findings.Select(finding => finding.Rule), Is.EqualTo(new[] { "ZIP-BOMB" }));
            Assert.That(members.Select(member => member.IsIntact), Is.EqualTo(new[] { false, true }));
        });
    }

    [Test]
    public async Task Findings_beyond_the_limit_are_counted()
    {
        var bad = Foreign([.. Enumerable.Range(0, 50).Select(n => $"../{n}")]);

        var (_, findings) = await Workbench.ReadAsync(new MemoryStream(bad), PackagingLimits.Default with { Findings = 10 });

        Assert.That((findings.Count, findings[^1].Rule, findings[^1].Found), Is.EqualTo((11, "PACKAGE-MORE-FINDINGS", "41")));
    }

    [TestCase("10GB.zip.bz2.bin")]
    [TestCase("100GB.zip.bz2.bin")]
    [TestCase("zip.zip.bz2.bin")]
    public async Task A_bomb_is_refused_without_unpacking_it(string name)
    {
        var packed = SharedMaterial.Require("samples/bad-input/archive-bombs/" + name);
        var path = _bench.PathOf("bomb.zip");
        Assume.That(Tool.Run("sh", "bzip2", "-c", $"bzip2 -dc '{packed}' > '{path}'").ExitCode, Is.Zero);
        await using var file = File.OpenRead(path);
        var before = GC.GetTotalAllocatedBytes();

        var (members, findings) = await Workbench.ReadAsync(file);

        Assert.Multiple(() =>
        {
            Assert.That(findings.Any(finding => finding.Severity == Severity.Error), Is.True);
            Assert.That(members.Sum(member => member.Length), Is.LessThan(PackagingLimits.Default.Ratio * file.Length));
            Assert.That(GC.GetTotalAllocatedBytes() - before, Is.LessThan(64 << 20));
        });
    }

    [Test]
    public async Task No_file_of_the_fuzzers_corpus_ends_in_an_exception()
    {
        var pack = SharedMaterial.Require("samples/bad-input/fuzz-packs/go-fuzz-zip.tar.xz");
        Assume.That(Tool.Run("tar", "xz-utils", "-xJf", pack, "-C", _bench.Folder).ExitCode, Is.Zero);

        var read = 0;
        foreach (var file in Directory.EnumerateFiles(_bench.Folder, "*", SearchOption.AllDirectories))
        {
            await using var stream = File.OpenRead(file);
            _ = await Workbench.ReadAsync(stream);
            read++;
        }

        Assert.That(read, Is.GreaterThan(100));
    }

    private static async Task<List<int>> MissedBitsAsync(byte[] zip)
    {
        var missed = new List<int>();
        for (var bit = 0; bit < zip.Length * 8; bit++)
        {
            zip[bit / 8] ^= (byte)(1 << (bit % 8));
            var (_, findings) = await Workbench.ReadAsync(zip);
            if (findings.Count == 0)
            {
                missed.Add(bit);
            }

            zip[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        return missed;
    }

    /// <summary>A ZIP that the platform's writer made, with whatever paths.</summary>
    private static byte[] Foreign(params IReadOnlyList<string> paths)
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            foreach (var path in paths)
            {
                using var entry = zip.CreateEntry(path, CompressionLevel.NoCompression).Open();
            }
        }

        return output.ToArray();
    }
}
