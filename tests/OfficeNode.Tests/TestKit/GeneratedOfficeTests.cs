using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Standards.Readers;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.TestKit;

public sealed class GeneratedOfficeTests
{
    private const int Rows = 300;

    [Test]
    public void No_word_stands_in_two_fields()
    {
        var office = new GeneratedOffice(seed: 7);

        var words = Enum.GetValues<Right>().SelectMany(right => office.Rows(right, Rows)).SelectMany(row => row.Words.Values).ToList();

        Assert.That(words, Is.Unique.And.Count.GreaterThan(Rows * 4 * 10));
    }

    [Test]
    public void The_same_seed_gives_the_same_words()
    {
        var first = new GeneratedOffice(seed: 7).Row(Right.Design, 41);
        var again = new GeneratedOffice(seed: 7).Row(Right.Design, 41);

        Assert.That(again.Words, Is.EqualTo(first.Words));
    }

    [Test]
    public void Another_seed_gives_other_words()
    {
        var first = new GeneratedOffice(seed: 7).Row(Right.Design, 41);
        var other = new GeneratedOffice(seed: 8).Row(Right.Design, 41);

        Assert.That(other.Words.Values.Intersect(first.Words.Values), Is.Empty);
    }

    [TestCase(Right.Patent)]
    [TestCase(Right.UtilityModel)]
    [TestCase(Right.Trademark)]
    [TestCase(Right.Design)]
    public async Task Every_row_is_read_without_a_finding(Right right)
    {
        using var folder = new TemporaryFolder();
        var table = new GeneratedOffice(seed: 7).Write(right, folder.Path, Rows, pictures: 2);

        var items = await ReadAsync(table);

        Assert.That(items.Where(item => item.Record is not null && item.Findings.Count == 0 && item.Unmapped.Count == 0).Count(), Is.EqualTo(Rows));
    }

    [TestCase(Right.Patent)]
    [TestCase(Right.UtilityModel)]
    [TestCase(Right.Trademark)]
    [TestCase(Right.Design)]
    public async Task A_record_holds_every_word_of_its_row(Right right)
    {
        using var folder = new TemporaryFolder();
        var office = new GeneratedOffice(seed: 7);
        var table = office.Write(right, folder.Path, count: 1);

        var items = await ReadAsync(table);

        var json = System.Text.Encoding.UTF8.GetString(OfficeNode.Core.Json.RecordJson.Write(items[0].Record!));   // read without a finding, as the test above says
        Assert.That(office.Row(right, 0).Words.Values.Where(word => !json.Contains(word, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void A_picture_file_holds_its_marker()
    {
        using var folder = new TemporaryFolder();
        var office = new GeneratedOffice(seed: 7);
        office.Write(Right.Design, folder.Path, count: 3, pictures: 3);
        var row = office.Row(Right.Design, 2, hasPicture: true);

        var bytes = File.ReadAllBytes(folder.PathOf(row.Picture!));   // asked for with hasPicture

        Assert.That(bytes.AsSpan().IndexOf(row.PictureMarker), Is.Positive);
    }

    private static async Task<List<SourceItem>> ReadAsync(GeneratedTable table)
    {
        var mapping = Mapping.Read(await File.ReadAllBytesAsync(table.Mapping), table.Mapping).Mapping;
        return await Readers.Reading.FileAsync(new CsvRegisterReader(mapping ?? throw new InvalidOperationException("The generated mapping has errors.")), table.Csv);
    }
}
