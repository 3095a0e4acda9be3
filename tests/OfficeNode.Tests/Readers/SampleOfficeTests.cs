using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Standards.Readers;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Readers;

/// <summary>The sample office reads as its README says.</summary>
public sealed class SampleOfficeTests
{
    private static readonly OfficeCode Office = OfficeCode.Parse(Corpus.OfficeCode).Value;

    [TestCase("trademarks", 24, 12)]
    [TestCase("patents", 13, 0)]
    [TestCase("utility-models", 5, 0)]
    [TestCase("designs", 11, 35)]
    public async Task A_table_gives_its_records_and_pictures(string table, int records, int pictures)
    {
        var items = await ReadAsync(table);

        var read = items.FindAll(item => item.Record is not null);
        Assert.That((read.Count, read.Sum(item => item.Images.Count)), Is.EqualTo((records, pictures)));
    }

    [TestCase("trademarks", new[] { "23 VALUE-DATE", "28 CSV-ROW-LENGTH" })]
    [TestCase("patents", new[] { "15 VALUE-DATE" })]
    [TestCase("utility-models", new string[0])]
    [TestCase("designs", new string[0])]
    public async Task A_table_loses_only_its_faulty_rows(string table, string[] linesAndRules)
    {
        var items = await ReadAsync(table);

        var rejected = items.Where(item => item.Record is null).SelectMany(item => item.Findings, (item, finding) => $"{item.Line} {finding.Rule}");
        Assert.That(rejected, Is.EqualTo(linesAndRules));
    }

    [TestCase("trademarks", new[] { "24 VALUE-CODE" })]
    [TestCase("patents", new string[0])]
    [TestCase("utility-models", new string[0])]
    [TestCase("designs", new string[0])]
    public async Task A_good_row_has_no_finding_but_those_meant(string table, string[] linesAndRules)
    {
        var items = await ReadAsync(table);

        var odd = items.Where(item => item.Record is not null).SelectMany(item => item.Findings, (item, finding) => $"{item.Line} {finding.Rule}");
        Assert.That(odd, Is.EqualTo(linesAndRules));
    }

    [TestCase("trademarks")]
    [TestCase("patents")]
    [TestCase("utility-models")]
    [TestCase("designs")]
    public async Task Every_value_of_a_table_has_a_place(string table)
    {
        var items = await ReadAsync(table);

        Assert.That(items.SelectMany(item => item.Unmapped), Is.Empty);
    }

    [Test]
    public async Task One_number_stands_twice_among_the_trademarks()
    {
        var items = await ReadAsync("trademarks");

        var twice = items.Where(item => item.Record is not null).CountBy(item => item.Record!.ApplicationNumber!.AsPrinted).Where(count => count.Value > 1);   // every row has a number
        Assert.That(twice, Is.EqualTo(new[] { KeyValuePair.Create("2019/0004", 2) }));
    }

    [Test]
    public async Task The_utility_models_bring_their_acts()
    {
        var items = await ReadAsync("utility-models");

        var acts = items.Select(item => item.Act is { } act ? $"{act.Kind} {act.Date:yyyy-MM-dd}" : "none");
        Assert.That(acts, Is.EqualTo(new[] { "Registration 2018-10-22", "Registration 2020-03-16", "Registration 2022-01-17", "none", "Gazette 2099-01-01" }));
    }

    [Test]
    public async Task Every_picture_but_one_is_there()
    {
        var pictures = new List<SourceImage>();
        foreach (var table in new[] { "trademarks", "designs" })
        {
            pictures.AddRange((await ReadAsync(table)).SelectMany(item => item.Images));
        }

        var missing = pictures.Select(picture => picture.File).Where(file => !File.Exists(Corpus.Office(file)));

        Assert.That(missing, Is.EqualTo(new[] { "marks/not-there.png" }));
    }

    [Test]
    public async Task Every_page_and_act_belongs_to_a_dossier()
    {
        var known = new HashSet<string>();
        foreach (var source in new[] { "trademarks", "patents", "utility-models", "designs" })
        {
            known.UnionWith((await ReadAsync(source)).Where(item => item.Record is not null).Select(item => NameOf(item.Record!)));   // asked for just before
        }

        known.UnionWith(["P-2021-301", "P-2022-302", "T-2025-2025/0003", "T-2025-2025/0010"]);   // from the XML documents

        var named = Corpus.Pages().Select(pages => pages.Dossier).Concat(Corpus.Acts().Select(act => act["dossier"]));

        Assert.That(named.Except(known), Is.Empty);
    }

    [Test]
    public async Task A_table_in_another_encoding_than_its_mapping_says_loses_every_row()
    {
        var items = await ReadAsync(Corpus.Faulty("wrong-encoding.csv"), Corpus.Faulty("wrong-encoding.map.json"));

        Assert.That(items.SelectMany(item => item.Findings).Select(finding => finding.Rule), Is.EqualTo(new[] { "CSV-ENCODING-BYTES", "CSV-ENCODING-BYTES" }));
    }

    private static string NameOf(Record record) => DossierName.Of(record.Right, record.IdentifyingNumber!).ToString();   // a record is never read without a number

    private static Task<List<SourceItem>> ReadAsync(string table) => ReadAsync(Corpus.Office(table + ".csv"), Corpus.Office(table + ".map.json"));

    private static async Task<List<SourceItem>> ReadAsync(string csv, string map)
    {
        var mapping = Mapping.Read(await File.ReadAllBytesAsync(map), map).Mapping!;   // a null ends the test
        await using var table = File.OpenRead(csv);
        var items = new List<SourceItem>();
        await foreach (var item in new CsvRegisterReader(mapping).ReadAsync(table, new() { Office = Office, File = csv }, CancellationToken.None))
        {
            items.Add(item);
        }

        return items;
    }
}
