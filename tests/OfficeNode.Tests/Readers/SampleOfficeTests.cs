using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Standards.Readers;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Readers;

/// <summary>The sample office reads as its README says.</summary>
public sealed class SampleOfficeTests
{
    private static readonly string[] Sources = ["trademarks.csv", "patents.csv", "utility-models.csv", "designs.csv", "patent-301.xml", "patent-302.xml", "marks.xml"];

    [TestCase("trademarks.csv", 24, 12)]
    [TestCase("patents.csv", 13, 0)]
    [TestCase("utility-models.csv", 5, 0)]
    [TestCase("designs.csv", 11, 35)]
    [TestCase("patent-301.xml", 1, 0)]
    [TestCase("patent-302.xml", 1, 0)]
    [TestCase("marks.xml", 2, 1)]
    public async Task A_source_gives_its_records_and_pictures(string source, int records, int pictures)
    {
        var items = await ReadAsync(source);

        var read = items.FindAll(item => item.Record is not null);
        Assert.That((read.Count, read.Sum(item => item.Images.Count)), Is.EqualTo((records, pictures)));
    }

    [TestCase("trademarks.csv", new[] { "23 VALUE-DATE", "28 CSV-ROW-LENGTH" })]
    [TestCase("patents.csv", new[] { "15 VALUE-DATE" })]
    [TestCase("utility-models.csv", new string[0])]
    [TestCase("designs.csv", new string[0])]
    [TestCase("patent-301.xml", new string[0])]
    [TestCase("patent-302.xml", new string[0])]
    [TestCase("marks.xml", new string[0])]
    public async Task A_source_loses_only_its_faulty_entries(string source, string[] linesAndRules)
    {
        var items = await ReadAsync(source);

        Assert.That(LinesAndRules(items.Where(item => item.Record is null)), Is.EqualTo(linesAndRules));
    }

    [TestCase("trademarks.csv", new[] { "24 VALUE-CODE" })]
    [TestCase("patents.csv", new string[0])]
    [TestCase("utility-models.csv", new string[0])]
    [TestCase("designs.csv", new string[0])]
    [TestCase("patent-301.xml", new string[0])]
    [TestCase("patent-302.xml", new string[0])]
    [TestCase("marks.xml", new string[0])]
    public async Task A_good_entry_has_no_finding_but_those_meant(string source, string[] linesAndRules)
    {
        var items = await ReadAsync(source);

        Assert.That(LinesAndRules(items.Where(item => item.Record is not null)), Is.EqualTo(linesAndRules));
    }

    [TestCase("trademarks.csv")]
    [TestCase("patents.csv")]
    [TestCase("utility-models.csv")]
    [TestCase("designs.csv")]
    public async Task Every_value_of_a_table_has_a_place(string source)
    {
        var items = await ReadAsync(source);

        Assert.That(items.SelectMany(item => item.Unmapped), Is.Empty);
    }

    [Test]
    public async Task One_number_stands_twice_among_the_trademarks()
    {
        var items = await ReadAsync("trademarks.csv");

        var twice = items.Numbers().GroupBy(number => number).Where(same => same.Count() > 1).Select(same => same.Key);
        Assert.That(twice, Is.EqualTo(new[] { "2019/0004" }));
    }

    [Test]
    public async Task The_utility_models_bring_their_acts()
    {
        var items = await ReadAsync("utility-models.csv");

        var acts = items.Select(item => item.Act is { } act ? $"{act.Kind} {act.Date:yyyy-MM-dd}" : "none");
        Assert.That(acts, Is.EqualTo(new[] { "Registration 2018-10-22", "Registration 2020-03-16", "Registration 2022-01-17", "none", "Gazette 2099-01-01" }));
    }

    [Test]
    public async Task Every_picture_but_one_is_there()
    {
        var items = await ReadAllAsync();

        var missing = items.SelectMany(item => item.Images).Select(picture => picture.File).Where(file => !File.Exists(Corpus.Office(file)));
        Assert.That(missing, Is.EqualTo(new[] { "marks/not-there.png" }));
    }

    [Test]
    public async Task The_sources_make_56_dossiers()
    {
        var items = await ReadAllAsync();

        Assert.That(NamesOf(items).Distinct().Count(), Is.EqualTo(56));
    }

    [Test]
    public async Task Every_page_and_act_belongs_to_a_dossier()
    {
        var items = await ReadAllAsync();

        var named = Corpus.Pages().Select(pages => pages.Dossier).Concat(Corpus.Acts().Select(act => act["dossier"]));
        Assert.That(named.Except(NamesOf(items)), Is.Empty);
    }

    [Test]
    public async Task What_the_acts_leave_closed_is_not_opened_by_an_import()
    {
        var items = await ReadAllAsync();

        var opened = Corpus.Acts().Where(act => act["result"] == "open").Select(act => act["dossier"]).Concat(["U-2018-U-17", "U-2019-U-18", "U-2021-U-19", "U-2026-U-21"]);
        Assert.That(NamesOf(items.Where(item => item.Act is not null)).Except(opened), Is.Empty);
    }

    [Test]
    public async Task A_table_in_another_encoding_than_its_mapping_says_loses_every_row()
    {
        var items = await ReadAsync(Corpus.Faulty("wrong-encoding.csv"));

        Assert.That(items.Rules(), Is.EqualTo(new[] { ReaderFindings.CsvEncodingBytes, ReaderFindings.CsvEncodingBytes }));
    }

    [Test]
    public async Task A_broken_document_gives_no_record()
    {
        var items = await ReadAsync(Corpus.Faulty("broken.xml"));

        Assert.That((items.Count(item => item.Record is not null), items.Rules().First()), Is.EqualTo((0, ReaderFindings.XmlNotWellFormed)));
    }

    private static IEnumerable<string> LinesAndRules(IEnumerable<SourceItem> items) =>
        items.SelectMany(item => item.Findings, (item, finding) => $"{item.Line} {finding.Rule}");

    private static IEnumerable<string> NamesOf(IEnumerable<SourceItem> items) =>
        items.Select(item => item.Record).OfType<Record>().Select(record => DossierName.Of(record.Right, record.IdentifyingNumber!).ToString());   // nothing is read without a number

    private static async Task<List<SourceItem>> ReadAllAsync()
    {
        var items = new List<SourceItem>();
        foreach (var source in Sources)
        {
            items.AddRange(await ReadAsync(source));
        }

        return items;
    }

    private static async Task<List<SourceItem>> ReadAsync(string source)
    {
        var path = Corpus.Office(source);   // an absolute path stays as it is
        return await Reading.FileAsync(await ReaderOfAsync(path), path);
    }

    private static async Task<ISourceReader> ReaderOfAsync(string path)
    {
        if (path.EndsWith(".xml", StringComparison.Ordinal))
        {
            return path.EndsWith("marks.xml", StringComparison.Ordinal) ? new St66Reader() : new St36Reader();
        }

        var mapping = Mapping.Read(await File.ReadAllBytesAsync(Path.ChangeExtension(path, ".map.json")), path).Mapping;
        return new CsvRegisterReader(mapping ?? throw new InvalidOperationException("The mapping of " + path + " has errors."));
    }
}
