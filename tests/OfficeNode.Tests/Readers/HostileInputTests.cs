using System.Text;
using System.Text.Json;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Standards.Readers;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Readers;

public sealed class HostileInputTests
{
    [TestCase("xmlbomb.xml.bin", ReaderFindings.XmlEntity)]
    [TestCase("external.xml.bin", ReaderFindings.XmlEntity)]
    [TestCase("external_file.xml.bin", ReaderFindings.XmlEntity)]
    [TestCase("dtd.xml.bin", ReaderFindings.XmlRoot)]
    public async Task An_attack_is_refused_with_a_finding(string file, string rule)
    {
        var path = SharedMaterial.Require("samples/bad-input/xml-attacks/" + file);

        var items = await Reading.FileAsync(new St36Reader(), path);

        Assert.That(items.Rules(), Is.EqualTo(new[] { rule }));
    }

    [TestCase("""<!DOCTYPE Transaction [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]><Transaction/>""")]
    [TestCase("""<!DOCTYPE Transaction [<!ENTITY a "1234567890"><!ENTITY b '&a;&a;'>]><Transaction>&b;</Transaction>""")]
    [TestCase("""<!DOCTYPE Transaction [<!ENTITY a PUBLIC "x" "file:///etc/passwd">]><Transaction>&a;</Transaction>""")]
    public async Task Entities_from_outside_or_of_entities_are_refused(string xml)
    {
        var items = await Reading.AllAsync(new St66Reader(), Encoding.UTF8.GetBytes(xml));

        Assert.That(items.Rules(), Does.Contain(ReaderFindings.XmlEntity));
        Assert.That(items.Select(item => item.Record), Is.All.Null);
    }

    [Test]
    public async Task A_long_entity_used_often_passes_the_limit()
    {
        var xml = $"<!DOCTYPE Transaction [<!ENTITY a \"{new string('x', 10_000)}\">]><Transaction>{string.Concat(Enumerable.Repeat("&a;", 200))}</Transaction>";

        var items = await Reading.AllAsync(new St66Reader(), Encoding.UTF8.GetBytes(xml));

        Assert.That(items.Rules(), Does.Contain(ReaderFindings.XmlLimit));
    }

    [Test]
    public async Task Deep_nesting_passes_the_limit()
    {
        var xml = "<Transaction>" + string.Concat(Enumerable.Repeat("<a>", 10_000));

        var items = await Reading.AllAsync(new St66Reader(), Encoding.UTF8.GetBytes(xml));

        Assert.That(items.Rules(), Is.EqualTo(new[] { ReaderFindings.XmlLimit }));
    }

    [Test]
    public async Task One_giant_value_passes_the_limit_before_it_fills_the_memory()
    {
        var xml = $"<Transaction a=\"{new string('x', 3_000_000)}\"/>";

        var items = await Reading.AllAsync(new St66Reader(new ReaderLimits { MaxEntryCharacters = 1_000_000 }), Encoding.UTF8.GetBytes(xml));

        Assert.That(items.Rules(), Is.EqualTo(new[] { ReaderFindings.XmlLimit }));
    }

    [Test]
    public async Task Naughty_strings_come_back_as_they_were()
    {
        var strings = JsonSerializer.Deserialize<string[]>(File.ReadAllBytes(SharedMaterial.Require("samples/bad-input/naughty-strings/blns.json")))!
            .Where(text => text.Trim().Length > 0 && !text.Any(sign => char.IsControl(sign) || sign == '\uFFFE')).ToList();
        var csv = "No,Mark\n" + string.Concat(strings.Select((text, row) => $"{row},\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n"));

        var items = await Reading.CsvAsync(csv, """ "No": "applicationNumber", "Mark": "mark.words" """);

        Assert.That(items.Select(item => item.Record?.Mark?.Words[0].Text), Is.EqualTo(strings.Select(text => text.Trim())));
    }

    [TestCase("samples/bad-input/utf8-sequences")]
    [TestCase("samples/bad-input/naughty-strings")]
    [TestCase("samples/bad-input/xml-attacks")]
    [TestCase("samples/bad-input/archive-bombs")]
    public async Task No_file_brings_a_reader_down(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(SharedMaterial.Require(folder)))
        {
            await ReadEveryWayAsync(file);
        }
    }

    [TestCase("go-fuzz-csv.tar.xz")]
    [TestCase("go-fuzz-xml.tar.xz")]
    [TestCase("../xml/xmlconf-a.tar.xz")]
    public async Task No_file_of_a_pack_brings_a_reader_down(string pack)
    {
        using var folder = new TemporaryFolder();
        var unpacked = Tool.Run("tar", "tar", "-xJf", SharedMaterial.Require("samples/bad-input/fuzz-packs/" + pack), "-C", folder.Path);
        Assume.That(unpacked.ExitCode, Is.Zero, unpacked.Error);

        foreach (var file in Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories))
        {
            await ReadEveryWayAsync(file);
        }
    }

    private static async Task ReadEveryWayAsync(string file)
    {
        var bytes = await File.ReadAllBytesAsync(file);
        SourceDetection.Detect(bytes.AsSpan(0, Math.Min(bytes.Length, SourceDetection.HeadBytes)), file);
        using var source = new MemoryStream(bytes);
        var proposal = await MappingProposal.MakeAsync(source, Right.Trademark, file, CancellationToken.None);
        if (proposal.Mapping is { } mapping)
        {
            await Reading.AllAsync(new CsvRegisterReader(mapping), bytes);
        }

        foreach (var reader in new ISourceReader[] { new St36Reader(), new St66Reader() })
        {
            var items = await Reading.AllAsync(reader, bytes);
            Assert.That(items.Where(item => item.Record is null).Select(item => item.Findings.Any(finding => finding.Severity == Severity.Error)), Is.All.True, file);
        }
    }
}
