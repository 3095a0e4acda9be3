using System.Text;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Standards.Readers;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Readers;

public sealed class MappingProposalTests
{
    [TestCase("Application No;Filing date;Trademark;Owner;Nice classes", "applicationNumber filingDate mark.words parties[holder].name nice")]
    [TestCase("N° de demande;Date de dépôt;Marque;Titulaire;Classes", "applicationNumber filingDate mark.words parties[holder].name nice")]
    [TestCase("Nº de solicitud;Fecha de presentación;Marca;Titular;Clases", "applicationNumber filingDate mark.words parties[holder].name nice")]
    [TestCase("Número do Pedido;Data de Depósito;Marca;Titular;Classe Nice", "applicationNumber filingDate mark.words parties[holder].name nice")]
    [TestCase("رقم الطلب;تاريخ الإيداع;العلامة;اسم المالك;الفئة", "applicationNumber filingDate mark.words parties[holder].name nice")]
    [TestCase("Номер заявки;Дата подачи;Товарный знак;Правообладатель;Классы", "applicationNumber filingDate mark.words parties[holder].name nice")]
    [TestCase("ApplicationNumber;filing_date;MarkName (Arabic);OWNER NAME;Shelf", "applicationNumber filingDate mark.words parties[holder].name")]
    public async Task Headers_of_six_languages_are_placed(string header, string paths)
    {
        var proposal = await ProposeAsync(header + "\n1;01.02.2003;A;B;9\n");

        Assert.That(proposal.Mapping?.Columns.Select(column => column.Path), Is.EqualTo(paths.Split(' ')));
        Assert.That(proposal.Mapping?.Right.Fixed, Is.EqualTo(Right.Trademark));
    }

    [Test]
    public async Task Forms_of_dates_lists_and_codes_are_seen_in_the_values()
    {
        const string Csv = "Application No;Filing date;Registration date;Status;Classes;Shelf\n1;25/12/2001;05.06.2002;Registered;9, 35;x\n2;01/02/2003;NA;Zombie;7;y\n";

        var proposal = await ProposeAsync(Csv);

        var columns = proposal.Mapping!.Columns;
        Assert.Multiple(() =>
        {
            Assert.That(columns[1].Dates, Is.EqualTo(new[] { "dd/MM/yyyy" }));
            Assert.That(columns[2].Dates, Is.EqualTo(new[] { "dd.MM.yyyy" }));
            Assert.That(columns[3].Codes, Is.EqualTo(new Dictionary<string, string> { ["Registered"] = "registered", ["Zombie"] = "unknown" }));
            Assert.That(columns[4].Split, Is.EqualTo(","));
            Assert.That(proposal.Mapping.Empty, Is.EqualTo(new[] { "NA" }));
            Assert.That(proposal.Unplaced, Is.EqualTo(new[] { "Shelf" }));
        });
    }

    [Test]
    public async Task Day_and_month_that_cannot_be_told_apart_are_asked_for()
    {
        var proposal = await ProposeAsync("Application No;Filing date\n1;01/02/2003\n");

        Assert.That(proposal.Findings.Select(finding => finding.Rule), Does.Contain(ReaderFindings.ProposalDateAmbiguous));
    }

    [TestCase("samples/biblio/inpi-fr-marks/inpi_France_Public.csv", null)]
    [TestCase("samples/biblio/inpi-br-rpi/dados_rpi_extraidos.csv", Right.Patent)]
    [TestCase("samples/biblio/patentscope-pizza/pizza_medium.csv", null)]
    public async Task Real_tables_go_through_with_the_mapping_proposed(string path, Right? right)
    {
        var file = SharedMaterial.Require(path);
        await using var source = File.OpenRead(file);
        var proposal = await MappingProposal.MakeAsync(source, right, file, CancellationToken.None);
        var mapping = Mapping.Read(proposal.Mapping!.Write(), "proposed.json");
        Assume.That(mapping.Findings, Is.Empty);

        var items = await Reading.FileAsync(new CsvRegisterReader(mapping.Mapping!), file);

        var entries = items.Where(item => item.Ordinal > 0).ToList();
        var rejected = entries.Where(item => item.Record is null).ToList();
        TestContext.Out.WriteLine($"{path}: {entries.Count} rows, {rejected.Count} rejected, unplaced {string.Join(", ", proposal.Unplaced)}");
        TestContext.Out.WriteLine(string.Join('\n', rejected.SelectMany(item => item.Findings).Take(5)));
        TestContext.Out.WriteLine(Encoding.UTF8.GetString(proposal.Mapping.Write()));
        Assert.That(entries, Has.Count.GreaterThan(100));
        Assert.That(rejected.Count * 100, Is.LessThan(entries.Count), "less than one row in a hundred is rejected");
    }

    private static async Task<MappingProposal> ProposeAsync(string csv)
    {
        using var source = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        return await MappingProposal.MakeAsync(source, null, "table.csv", CancellationToken.None);
    }
}
