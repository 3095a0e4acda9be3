using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Import;

/// <summary>The language an office named at its init, for sources that name none.</summary>
public sealed class OfficeLanguageTests
{
    private const string Transaction = """
        <Transaction><TransactionData><TradeMark>
          <RegistrationOfficeCode>XX</RegistrationOfficeCode><ApplicationNumber>7</ApplicationNumber><ApplicationDate>2020-01-02</ApplicationDate>
          <WordMarkSpecification><MarkVerbalElementText>OMBELUNE</MarkVerbalElementText></WordMarkSpecification>
          <GoodsServicesDetails><GoodsServices><ClassDescriptionDetails><ClassDescription><ClassNumber>9</ClassNumber>
            <GoodsServicesDescription>lanterns</GoodsServicesDescription><GoodsServicesDescription languageCode="fr">lanternes</GoodsServicesDescription>
          </ClassDescription></ClassDescriptionDetails></GoodsServices></GoodsServicesDetails>
        </TradeMark></TransactionData></Transaction>
        """;

    [Test]
    public async Task Records_and_texts_without_a_language_get_the_offices_and_others_keep_theirs()
    {
        using var node = await TestNode.CreateAsync(Corpus.OfficeCode, "Tamarelle", "--language", "en");

        var record = await ImportAsync(node);

        Assert.Multiple(() =>
        {
            Assert.That(record.Language?.Value, Is.EqualTo("en"));
            Assert.That(record.Nice.Single().Goods.Select(goods => goods.Language?.Value), Is.EqualTo(new[] { "en", "fr" }));
            Assert.That(record.Mark?.Words.Single().Language, Is.Null, "a sign need not be in any language");
        });
    }

    [Test]
    public async Task Without_it_what_the_source_leaves_open_stays_open()
    {
        using var node = await TestNode.CreateAsync();

        var record = await ImportAsync(node);

        Assert.That((record.Language, record.Nice.Single().Goods[0].Language), Is.EqualTo(((LanguageCode?)null, (LanguageCode?)null)));
    }

    [Test]
    public async Task A_language_that_is_no_code_is_wrong_use()
    {
        using var node = await TestNode.CreateAsync();

        var run = await ProgramRun.OfAsync(["init", "--office", "XX", "--name", "X", "--language", "English", "--data", node.PathOf("other")]);

        Assert.That((run.ExitCode, Directory.Exists(node.PathOf("other"))), Is.EqualTo((2, false)), run.Everything);
    }

    private static async Task<Record> ImportAsync(TestNode node)
    {
        var file = node.PathOf("mark.xml");
        await File.WriteAllTextAsync(file, Transaction);
        await node.DoAsync("import", file);
        return node.Read(session => session.Revisions.Get(session.Dossiers.After(new DossierId(0), 1).Single().Revision).Record);
    }
}
