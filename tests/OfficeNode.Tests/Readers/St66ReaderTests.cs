using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Standards.Readers;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Readers;

public sealed class St66ReaderTests
{
    [TestCase("standards/st66", "*ST66.xml")]
    [TestCase("samples/biblio/uspto-tsdr-st96-st66", "*ST66.xml")]
    [TestCase("samples/biblio/euipo-tm-xml", "*.xml")]
    public Task Every_transaction_at_hand_gives_records(string folder, string pattern) => CheckAsync(SharedMaterial.Require(folder), pattern);

    [Test]
    public async Task Every_transaction_of_the_pack_gives_records()
    {
        using var folder = new TemporaryFolder();
        var unpacked = Tool.Run("tar", "tar", "-xJf", SharedMaterial.Require("samples/biblio/packs/euipo-tm-xml.tar.xz"), "-C", folder.Path);
        Assume.That(unpacked.ExitCode, Is.Zero, unpacked.Error);

        await CheckAsync(folder.Path, "*.xml");
    }

    [Test]
    public async Task A_mark_of_EUIPO_says_what_its_transaction_says()
    {
        var item = (await Reading.FileAsync(new St66Reader(), SharedMaterial.Require("samples/biblio/euipo-tm-xml/018223370.xml"))).Single();

        var record = item.Record!;
        Assert.Multiple(() =>
        {
            Assert.That(record.Office.Value, Is.EqualTo("EM"));
            Assert.That(record.ApplicationNumber, Is.EqualTo(Number.Of("018223370", 2020)));
            Assert.That(record.FilingDate?.Iso, Is.EqualTo("2020-04-09"));
            Assert.That(record.ExpiryDate?.Iso, Is.EqualTo("2030-04-09"));
            Assert.That(record.Status, Is.EqualTo(new RecordStatus { Code = "Registered", Category = StatusCategory.Registered, Date = PrintedDate.Of(new DateOnly(2020, 7, 28)) }));
            Assert.That(record.Mark?.Words.Single().Text, Is.EqualTo("Señoritas"));
            Assert.That(record.Mark?.Feature, Is.EqualTo(MarkFeature.Figurative));
            Assert.That(record.Vienna.Select(vienna => vienna.Code), Is.EqualTo(new[] { "26.13.99", "27.03.15", "27.05.25", "29.01.98" }));
            Assert.That(record.Nice.Single().Number, Is.EqualTo("31"));
            Assert.That(record.Nice.Single().Goods.Single(goods => goods.Language?.Value == "fr").Text, Is.EqualTo("Plantes à fleurs."));
            Assert.That(item.Images.Single().File, Is.EqualTo("018/223/018223370/000162195633.JPG"));
            Assert.That(item.Act, Is.Null, "a publication in a document is a fact, not this office's act (I13)");
            Assert.That(item.Unmapped, Does.Contain("TradeMark/ApplicantDetails/ApplicantKey/Identifier"));
        });
    }

    [Test]
    public async Task A_mark_of_the_USPTO_has_owners_attorney_and_events()
    {
        var item = (await Reading.FileAsync(new St66Reader(), SharedMaterial.Require("standards/st66/uspto-tsdr/rn2178784-ST66.xml"))).Single();

        var record = item.Record!;
        Assert.Multiple(() =>
        {
            Assert.That(record.RegistrationNumber?.AsPrinted, Is.EqualTo("2178784"));
            Assert.That(record.FilingDate?.Iso, Is.EqualTo("1995-02-07"));
            Assert.That(record.Mark?.Words.Single().Text, Is.EqualTo("JAVA"));
            Assert.That(record.Nice.Select(nice => nice.Number), Does.Contain("009"));
            Assert.That(record.Parties.First(party => party.Role == PartyRole.Holder), Has.Property("Kind").EqualTo(PartyKind.Organization));
            Assert.That(record.Parties.Single(party => party.Role == PartyRole.Holder && party.Names[0].Text == "Oracle America, Inc.").Address?.City, Is.EqualTo("REDWOOD SHORES"));
            Assert.That(record.Parties.Count(party => party.Role == PartyRole.Representative), Is.Positive);
            Assert.That(record.Events, Has.Count.GreaterThan(20));
            Assert.That(record.Status, Has.Property("Code").EqualTo("800").And.Property("Category").EqualTo(StatusCategory.Registered));
        });
    }

    [Test]
    public async Task Each_of_several_marks_is_an_entry_and_reading_goes_on_behind_any()
    {
        var xml = Transaction(Mark("1"), Mark("2"), Mark("3"));

        var items = await Reading.AllAsync(new St66Reader(), xml);
        var rest = await Reading.AllAsync(new St66Reader(), xml, after: 2);

        Assert.That(items.Numbers(), Is.EqualTo(new[] { "1", "2", "3" }));
        Assert.That(items.Select(item => item.Line), Is.EqualTo(new long?[] { 2, 3, 4 }));
        Assert.That(rest.Numbers(), Is.EqualTo(new[] { "3" }));
        Assert.That(rest.Single().Ordinal, Is.EqualTo(3));
    }

    [Test]
    public async Task A_mark_without_a_number_is_rejected_and_its_neighbours_go_through()
    {
        var items = await Reading.AllAsync(new St66Reader(), Transaction(Mark("1"), "<TradeMark><MarkFeature>Word</MarkFeature></TradeMark>", Mark("3")));

        Assert.That(items.Numbers(), Is.EqualTo(new[] { "1", "3" }));
        Assert.That(items[1].Raw, Does.Contain("<MarkFeature>Word"));
    }

    [Test]
    public async Task What_stands_before_a_break_goes_through()
    {
        var whole = System.Text.Encoding.UTF8.GetString(Transaction(Mark("1"), Mark("2"), Mark("3")));

        var items = await Reading.AllAsync(new St66Reader(), System.Text.Encoding.UTF8.GetBytes(whole[..(whole.LastIndexOf("<TradeMark>", StringComparison.Ordinal) + 30)]));

        Assert.That(items.Numbers(), Is.EqualTo(new[] { "1", "2" }));
        Assert.That(items[^1].Ordinal, Is.Zero);
        Assert.That(items[^1].Findings.Single(), Has.Property("Rule").EqualTo(ReaderFindings.XmlNotWellFormed).And.Property("Line").EqualTo(4));
    }

    [Test]
    public async Task A_file_without_marks_says_so()
    {
        var items = await Reading.AllAsync(new St66Reader(), Transaction());

        Assert.That(items.Rules(), Is.EqualTo(new[] { ReaderFindings.XmlNoEntry }));
    }

    private static string Mark(string number) => $"<TradeMark><ApplicationNumber>{number}</ApplicationNumber></TradeMark>";

    private static byte[] Transaction(params string[] marks) => System.Text.Encoding.UTF8.GetBytes(
        "<Transaction><TradeMarkTransactionBody><TransactionContentDetails><TransactionData><TradeMarkDetails>\n" + string.Join('\n', marks)
        + "</TradeMarkDetails></TransactionData></TransactionContentDetails></TradeMarkTransactionBody></Transaction>");

    private static async Task CheckAsync(string folder, string pattern)
    {
        foreach (var file in Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories))
        {
            var item = (await Reading.FileAsync(new St66Reader(), file)).Single();

            Assert.Multiple(() =>
            {
                Assert.That(item.Record?.ApplicationNumber, Is.Not.Null, () => $"{file}: {string.Join("; ", item.Findings)}");
                Assert.That(item.Record?.Mark?.Feature, Is.Not.Null, file);
                Assert.That(item.Record?.Nice.SelectMany(nice => nice.Goods), Is.Not.Empty, file);
                Assert.That(item.Record?.Status?.Code, Is.Not.Empty, file);
                Assert.That(item.Findings.Where(finding => finding.Severity == Severity.Error), Is.Empty, file);
            });
        }
    }
}
