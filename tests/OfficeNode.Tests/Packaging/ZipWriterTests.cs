using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Packaging;
using OfficeNode.Packaging.Zip;

namespace OfficeNode.Tests.Packaging;

public sealed class ZipWriterTests
{
    private Workbench _bench = null!;   // set before every test

    [SetUp]
    public void SetUp() => _bench = new Workbench();

    [TearDown]
    public void TearDown() => _bench.Dispose();

    [Test]
    public async Task A_stored_member_gives_exactly_these_bytes()
    {
        var zip = await _bench.ZipAsync([("a/é.txt", StoredContent.Of("abc"u8.ToArray()))]);

        Assert.That(Convert.ToHexStringLower(zip), Is.EqualTo(
            "504b0304" + "1400" + "0008" + "0000" + "0000" + "2100" + "c2412435" + "03000000" + "03000000" + "0800" + "0000" + "612fc3a92e747874" + "616263"
            + "504b0102" + "2d03" + "1400" + "0008" + "0000" + "0000" + "2100" + "c2412435" + "03000000" + "03000000" + "0800" + "0000" + "0000" + "0000" + "0000"
            + "0000a481" + "00000000" + "612fc3a92e747874"
            + "504b0506" + "0000" + "0000" + "0100" + "0100" + "36000000" + "29000000" + "0000"));
    }

    [Test]
    public async Task No_members_give_an_end_record_alone()
    {
        var zip = await _bench.ZipAsync([]);

        Assert.That(Convert.ToHexStringLower(zip), Is.EqualTo("504b0506" + new string('0', 36)));
    }

    [Test]
    public void Any_member_list_is_read_back_as_it_was_written()
    {
        var names = Gen.Elements("a", "bé", "漢字", "x y", "سخان").Two().Select(parts => parts.Item1 + "/" + parts.Item2);
        var contents = Gen.Choose(0, 70_000).Two().Select(pick => (IsStored: pick.Item1 % 2 == 0, Bytes: Workbench.Noise(pick.Item2 % (pick.Item1 + 1), pick.Item1)));
        var lists = names.Zip(contents).ListOf().Select(list => list.Select((item, index) => (Path: $"{item.Item1}{index}", item.Item2)).ToList());

        Prop.ForAll(lists.ToArbitrary(), list =>
        {
            var zip = _bench.ZipAsync(list.Select(item => (item.Path, item.Item2.IsStored
                ? (MemberContent)StoredContent.Of(item.Item2.Bytes)
                : DeflatedContent.Of(item.Item2.Bytes)))).GetAwaiter().GetResult();
            var (members, findings) = Workbench.ReadAsync(zip).GetAwaiter().GetResult();

            var written = list.Select(item => (item.Path, item.Item2.Bytes.LongLength, Digest.Of(item.Item2.Bytes)));
            return findings.Count == 0 && members.Select(member => (member.Path, member.Length, member.Sha256)).SequenceEqual(written);
        }).QuickCheckThrowOnFailure();
    }

    [Test]
    public async Task The_same_members_give_the_same_bytes_however_their_sources_are_cut()
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 40_000).Select(n => $"<p>{n}</p>")));

        var whole = await _bench.ZipAsync([("a", DeflatedContent.Of(text))]);
        var dripping = await _bench.ZipAsync([("a", new DeflatedContent(() => new DrippingStream(text, 7)))]);

        Assert.That(dripping, Is.EqualTo(whole));
    }

    [Test]
    public async Task A_prepared_document_gives_the_bytes_of_one_deflated_on_the_way()
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 40_000).Select(n => $"<p>{n}</p>")));

        var prepared = await _bench.ZipAsync([("a", await PreparedContent.PrepareAsync(text, CancellationToken.None))]);

        Assert.That(prepared, Is.EqualTo(await _bench.ZipAsync([("a", DeflatedContent.Of(text))])));
    }

    [Test]
    public async Task A_document_beyond_the_buffer_goes_through_a_temporary_file_that_is_gone_afterwards()
    {
        var noise = Workbench.Noise(9 * 1024 * 1024, 3);

        var (members, findings) = await Workbench.ReadAsync(await _bench.ZipAsync([("a", DeflatedContent.Of(noise)), ("b", DeflatedContent.Of(noise))]));

        Assert.Multiple(() =>
        {
            Assert.That(findings, Is.Empty);
            Assert.That(members.Select(member => member.Sha256), Is.All.EqualTo(Digest.Of(noise)));
            Assert.That(Directory.EnumerateFiles(_bench.Folder), Is.Empty);
        });
    }

    [TestCase("", TestName = "empty")]
    [TestCase("/a")]
    [TestCase("a/")]
    [TestCase("a//b")]
    [TestCase("../a")]
    [TestCase("a/../b")]
    [TestCase("./a")]
    [TestCase("a\\b")]
    [TestCase("C:/a")]
    [TestCase("a/nul.txt")]
    [TestCase("a/com1")]
    [TestCase("a/b.")]
    [TestCase("a/b ")]
    [TestCase("a\u0001b")]
    public void A_path_that_is_unsafe_to_unpack_is_refused(string path)
    {
        Assert.That(
            async () => await _bench.ZipAsync([(path, StoredContent.Of(Array.Empty<byte>()))]),
            Throws.InstanceOf<PackageException>().With.Property(nameof(PackageException.Fault)).EqualTo(PackageFault.BadName));
    }

    [TestCase("É.txt", "é.txt")]
    [TestCase("é.txt", "e\u0301.txt")]
    [TestCase("a/b", "A/B")]
    [TestCase("a", "a")]
    public void Two_paths_that_become_one_file_are_refused(string first, string second)
    {
        var nothing = StoredContent.Of(Array.Empty<byte>());

        Assert.That(
            async () => await _bench.ZipAsync([(first, nothing), (second, nothing)]),
            Throws.InstanceOf<PackageException>().With.Property(nameof(PackageException.Member)).EqualTo(second));
    }

    [Test]
    public void Lengths_and_offsets_beyond_4_GiB_take_the_zip64_forms()
    {
        var record = new byte[ZipRecords.LargestFixedPart + 1];
        var entry = new ZipEntry("a"u8.ToArray(), ZipMethod.Deflated, 0x11223344, 10, 0x1_0000_0000, 0x2_0000_0000);

        var local = Convert.ToHexStringLower(record, 0, ZipRecords.WriteLocal(record, entry));
        var central = Convert.ToHexStringLower(record, 0, ZipRecords.WriteCentral(record, entry));

        Assert.Multiple(() =>
        {
            Assert.That(local, Is.EqualTo(
                "504b0304" + "2d00" + "0008" + "0800" + "0000" + "2100" + "44332211" + "ffffffff" + "ffffffff" + "0100" + "1400" + "61"
                + "0100" + "1000" + "0000000001000000" + "0a00000000000000"));
            Assert.That(central, Is.EqualTo(
                "504b0102" + "2d03" + "2d00" + "0008" + "0800" + "0000" + "2100" + "44332211" + "ffffffff" + "ffffffff" + "0100" + "1c00" + "0000" + "0000" + "0000"
                + "0000a481" + "ffffffff" + "61" + "0100" + "1800" + "0000000001000000" + "0a00000000000000" + "0000000002000000"));
        });
    }

    [Test]
    public void An_offset_beyond_4_GiB_alone_leaves_the_lengths_where_they_are()
    {
        var record = new byte[ZipRecords.LargestFixedPart + 1];
        var entry = new ZipEntry("a"u8.ToArray(), ZipMethod.Stored, 0, 10, 10, uint.MaxValue);

        var size = ZipRecords.WriteCentral(record, entry);

        Assert.That(Convert.ToHexStringLower(record, 20, size - 20), Is.EqualTo(
            "0a000000" + "0a000000" + "0100" + "0c00" + "0000" + "0000" + "0000" + "0000a481" + "ffffffff" + "61" + "0100" + "0800" + "ffffffff00000000"));
    }
}

/// <summary>Gives at most a few bytes at a time, as a slow source does.</summary>
internal sealed class DrippingStream(byte[] bytes, int drop) : MemoryStream(bytes)
{
    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, drop));

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, drop)]);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        base.ReadAsync(buffer[..Math.Min(buffer.Length, drop)], cancellationToken);
}
