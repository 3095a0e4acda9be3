using System.Text;
using NUnit.Framework;
using OfficeNode.Standards.Readers;

namespace OfficeNode.Tests.Readers;

public sealed class CsvEncodingTests
{
    private const string Columns = """ "No": "applicationNumber", "Mark": "mark.words" """;

    [TestCase(1252, "Crème brûlée d'Été à l'hôtel, garçon naïf")]
    [TestCase(1251, "Общество с ограниченной ответственностью Ромашка")]
    [TestCase(1256, "شركة المياه المعدنية للتجارة والصناعة")]
    public async Task A_code_page_is_guessed_and_said(int codePage, string mark)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(codePage)!.GetBytes($"No;Mark\n1;{mark}\n");

        var items = await Reading.CsvAsync(bytes, Columns);

        Assert.That(items[0].Findings.Single(), Has.Property("Rule").EqualTo(ReaderFindings.CsvEncodingAssumed).And.Property("Found").EqualTo($"windows-{codePage}"));
        Assert.That(items[1].Record?.Mark?.Words[0].Text, Is.EqualTo(mark));
    }

    [TestCase("utf-8", true)]
    [TestCase("utf-8", false)]
    [TestCase("utf-16", true)]
    [TestCase("utf-16", false)]
    [TestCase("utf-16BE", true)]
    public async Task Unicode_is_read_with_and_without_its_mark(string name, bool withMark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. withMark ? encoding.GetPreamble() : [], .. encoding.GetBytes("No;Mark\n1;Ströme καὶ вода\n2;plain\n")];

        var items = await Reading.CsvAsync(bytes, Columns);

        Assert.That(items.Select(item => item.Record?.Mark?.Words[0].Text).OfType<string>(), Is.EqualTo(new[] { "Ströme καὶ вода", "plain" }));
    }

    [Test]
    public async Task Stray_bytes_in_a_UTF8_file_cost_their_row_only()
    {
        var good = string.Concat(Enumerable.Range(1, 20).Select(row => $"{row};Crème\n"));
        byte[] bytes = [.. "No;Mark\n"u8, .. Encoding.UTF8.GetBytes(good), .. "21;Cr"u8, 0xE8, .. "me\n22;Crème\n"u8];

        var items = await Reading.CsvAsync(bytes, Columns);

        var rejected = items.Single(item => item.Ordinal > 0 && item.Record is null);
        Assert.Multiple(() =>
        {
            Assert.That(rejected.Line, Is.EqualTo(22));
            Assert.That(rejected.Findings.Single(), Has.Property("Rule").EqualTo(ReaderFindings.CsvEncodingBytes).And.Property("Expected").EqualTo("utf-8"));
            Assert.That(rejected.Raw, Is.EqualTo("21;Cr\uFFFDme"));
            Assert.That(items.Numbers(), Has.Count.EqualTo(21));
        });
    }

    [Test]
    public async Task Code_points_that_no_text_may_have_cost_their_row()
    {
        var items = await Reading.CsvAsync("No;Mark\n1;A\uFFFE\n2;B\uFFFF\n3;C\n", Columns);

        Assert.That(items.Numbers(), Is.EqualTo(new[] { "3" }));
    }

    [Test]
    public async Task The_mapping_fixes_a_wrong_guess()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(866)!.GetBytes("No;Mark\n1;Ромашка\n");

        var items = await Reading.CsvAsync(bytes, Columns, """ "encoding": "cp866", """);

        Assert.That(items.Single().Record?.Mark?.Words[0].Text, Is.EqualTo("Ромашка"));
    }
}
