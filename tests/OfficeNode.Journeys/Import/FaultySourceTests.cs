using System.Globalization;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Import;

/// <summary>Bad sources: a finding with place and hint, exit code 1, good neighbours taken in, nothing lost.</summary>
public sealed class FaultySourceTests : OneNodeTests
{
    [Test]
    public async Task Rows_in_another_encoding_are_refused_by_line_and_kept_in_the_rejects()
    {
        var run = await Node.ProcessAsync("import", Corpus.Faulty("wrong-encoding.csv"), "--map", Corpus.Faulty("wrong-encoding.map.json"));

        Assert.That((run.ExitCode, run.Count("read"), run.Count("rejected")), Is.EqualTo((1, 2L, 2L)), run.Everything);
        Assert.That(run.Findings.Select(finding => finding.GetProperty("line").GetInt32()), Is.SupersetOf(new[] { 2, 3 }));
        Assert.That(run.Findings, Has.All.Matches<System.Text.Json.JsonElement>(finding => finding.TryGetProperty("hint", out _)));
        Assert.That(File.ReadLines(run.Json.GetProperty("rejects").GetString()!).Count(), Is.EqualTo(3));   // a run with rejects names their file
    }

    [Test]
    public async Task A_broken_document_is_named_and_its_neighbours_go_through()
    {
        var run = await Node.ProcessAsync("import", Corpus.Faulty("broken.xml"), Corpus.Office("patent-301.xml"));

        Assert.That((run.ExitCode, run.Count("new")), Is.EqualTo((1, 1L)), run.Everything);
        var finding = run.Findings.First(finding => finding.GetProperty("severity").GetString() == "error");
        Assert.That(finding.GetProperty("file").GetString(), Does.EndWith("broken.xml"));
        Assert.That(finding.GetProperty("line").GetInt32(), Is.GreaterThan(1));
        Assert.That(finding.TryGetProperty("hint", out _), Is.True);
    }

    [Test]
    public async Task A_row_that_is_cut_off_in_the_middle_of_a_table_costs_itself_alone()
    {
        var table = new GeneratedOffice(2).Write(Right.Trademark, Node.PathOf(""), 5);
        var lines = await File.ReadAllLinesAsync(table.Csv);
        lines[3] = lines[3][..(lines[3].Length / 3)];
        await File.WriteAllLinesAsync(table.Csv, lines);

        var run = await Node.RunAsync("import", table.Csv, "--map", table.Mapping);

        Assert.That((run.ExitCode, run.Count("read"), run.Count("new"), run.Count("rejected")), Is.EqualTo((1, 5L, 4L, 1L)), run.Everything);
        Assert.That(run.Findings.Single().GetProperty("line").GetInt32(), Is.EqualTo(4));
    }

    [Test]
    public async Task A_picture_that_is_a_pdf_is_named_and_its_record_goes_on_without_it()
    {
        var table = new GeneratedOffice(2).Write(Right.Trademark, Node.PathOf(""), 2, 1);
        await File.WriteAllTextAsync(Directory.GetFiles(Node.PathOf(""), "*.png", SearchOption.AllDirectories).Single(), "%PDF-1.4\n");

        var run = await Node.RunAsync("import", table.Csv, "--map", table.Mapping);

        Assert.That((run.ExitCode, run.Count("new")), Is.EqualTo((1, 2L)), run.Everything);
        Assert.That(run.Rules, Does.Contain("IMPORT-IMAGE-PDF"));
    }

    [TestCase("xmlbomb.xml.bin")]
    [TestCase("xmlbomb2.xml.bin")]
    [TestCase("external.xml.bin")]
    [TestCase("external_file.xml.bin")]
    [TestCase("dtd.xml.bin")]
    [TestCase("dtd_element.xml.bin")]
    public async Task An_entity_attack_is_a_finding_and_its_neighbour_goes_through(string name)
    {
        var attack = Node.PathOf(Path.ChangeExtension(name, null));
        File.Copy(SharedMaterial.Require("samples/bad-input/xml-attacks/" + name), attack);

        var run = await Node.ProcessAsync("import", attack, Corpus.Office("marks.xml"));

        Assert.That((run.ExitCode, run.Count("new")), Is.EqualTo((1, 2L)), run.Everything);
        Assert.That(run.Findings.Select(finding => finding.GetProperty("file").GetString()), Has.Some.EndsWith(Path.GetFileName(attack)));
        Assert.That(run.Everything, Does.Not.Contain("root:x:0"));
    }

    [Test]
    public async Task An_entity_bomb_inside_a_patent_document_is_a_finding_and_takes_no_memory()
    {
        const string Bomb = """
            <!DOCTYPE ep-patent-document [
              <!ENTITY a "0123456789"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
              <!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">
              <!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;"><!ENTITY h "&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;"><!ENTITY i "&h;&h;&h;&h;&h;&h;&h;&h;&h;&h;">
            ]>
            """;
        var good = await File.ReadAllTextAsync(Corpus.Office("patent-302.xml"));
        var root = good.IndexOf("<ep-patent-document", StringComparison.Ordinal);
        var closing = good.LastIndexOf("</ep-patent-document>", StringComparison.Ordinal);
        var file = Node.PathOf("bomb.xml");
        await File.WriteAllTextAsync(file, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + Bomb + good[root..closing] + "<claims lang=\"en\"><claim num=\"1\"><claim-text>&i;</claim-text></claim></claims></ep-patent-document>");

        var run = await Node.ProcessAsync("import", file, Corpus.Office("patent-301.xml"));

        Assert.That((run.ExitCode, run.Count("new")), Is.EqualTo((1, 1L)), run.Everything[..Math.Min(2000, run.Everything.Length)]);
        Assert.That(run.Output.Length, Is.LessThan(20_000));
    }

    [Test]
    public async Task A_file_of_no_known_format_and_a_missing_one_are_findings()
    {
        var noise = Node.PathOf("noise.bin");
        var bytes = new byte[5000];
        new Random(7).NextBytes(bytes);
        await File.WriteAllBytesAsync(noise, bytes);

        var run = await Node.RunAsync("import", noise, Node.PathOf("not-there.csv"), Corpus.Office("marks.xml"));

        Assert.That((run.ExitCode, run.Count("new")), Is.EqualTo((1, 2L)), run.Everything);
        Assert.That(run.Rules, Does.Contain("IMPORT-FILE-UNREADABLE"));
    }

    [Test]
    public async Task A_table_without_a_mapping_names_the_way_to_get_one()
    {
        var run = await Node.RunAsync("import", Corpus.Office("designs.csv"));

        Assert.That((run.ExitCode, run.Rules), Is.EqualTo((1, new[] { "IMPORT-MAPPING-MISSING" })));
        Assert.That(run.Findings.Single().GetProperty("hint").GetString(), Does.Contain("--propose-map"));
    }

    [Test]
    public async Task A_mapping_that_cannot_be_used_says_why_in_json_too()
    {
        var mapping = Node.PathOf("bad.map.json");
        await File.WriteAllTextAsync(mapping, """{ "right": "patent", "columns": { "A": { "path": "no.such.path" } } }""");

        var run = await Node.RunAsync("import", Corpus.Office("patents.csv"), "--map", mapping);

        Assert.That(run.ExitCode, Is.EqualTo(2), run.Everything);
        Assert.That(run.Everything, Does.Contain("no.such.path"));
    }

    [TestCaseSource(nameof(FuzzPacks))]
    public async Task No_file_of_a_fuzzers_collection_stops_the_import(string pack)
    {
        var archive = SharedMaterial.Require($"samples/bad-input/fuzz-packs/{pack}.tar.xz");
        var folder = Directory.CreateDirectory(Node.PathOf("fuzz")).FullName;
        Assert.That(Tool.Run("tar", "tar", "-xJf", archive, "-C", folder).ExitCode, Is.Zero);
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);

        var run = await Node.RunAsync(["import", .. files, Corpus.Office("marks.xml"), "--map", Corpus.Office("trademarks.map.json")]);

        Assert.That((run.ExitCode, run.Count("new")), Is.EqualTo((1, 2L)), run.Messages);
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files.Length} files, {run.Findings.Count()} findings"));
        NodeInvariants.Check(Node);
    }

    private static string[] FuzzPacks() => ["go-fuzz-xml", "go-fuzz-csv", "go-fuzz-zip"];
}
