using NUnit.Framework;
using OfficeNode.Host.Commands;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Capture;

public sealed class SeparatorsCommandTests : OneNodeTests
{
    private protected override Task<TestNode> MakeNodeAsync() => TestNode.CreateAsync("KE", "Office of the Test");

    [Test]
    public async Task Each_document_of_a_dossier_that_is_not_there_yet_gets_a_sheet()
    {
        var file = Node.PathOf("sheets.pdf");

        var run = await Node.DoAsync("separators", "print", "--dossier", "P-2026-12/3-4", "--document", "APP:4", "--document", "des", "--blank", "2", "--to", file);

        var codes = run.Json.GetProperty("sheets").EnumerateArray().Select(sheet => sheet.GetProperty("code").GetString());
        Assert.Multiple(() =>
        {
            Assert.That(codes, Is.EqualTo(new[] { "OFN1-KE-P-2026-12/3~4-APP-4", "OFN1-KE-P-2026-12/3~4-DES" }));
            Assert.That(run.Count("blank"), Is.EqualTo(2));
            Assert.That(Tool.Run("pdfinfo", "poppler-utils", file).Output, Does.Match(@"Pages: +4\n"));
        });
    }

    [Test]
    public async Task Sheet_names_dossier_document_and_pages_in_words()
    {
        var file = Node.PathOf("sheets.pdf");

        await Node.DoAsync("separators", "print", "--dossier", "T-0000-771", "--document", "TMA", "--pages", "3", "--to", file);

        var text = Tool.Run("pdftotext", "poppler-utils", "-layout", file, "-").Output;
        Assert.That(text, Does.Contain("T-0000-771").And.Contain("TMA: trademark application").And.Match(@"Pages that follow\s+3\s").And.Contain("OFN1-KE-T-0000-771-TMA-3"));
    }

    [TestCase("--dossier", "123", "--document", "APP")]
    [TestCase("--dossier", "P-2026-12~3", "--document", "APP")]
    [TestCase("--dossier", "P-2026-123", "--document", "XYZ")]
    [TestCase("--dossier", "P-2026-123", "--document", "APP:0")]
    [TestCase("--dossier", "P-2026-123", "--document", "APP:4", "--pages", "4")]
    [TestCase("--dossier", "P-2026-123")]
    [TestCase("--document", "APP")]
    [TestCase("--blank", "-1")]
    [TestCase("--blank", "1", "--size", "a3")]
    public async Task What_cannot_be_printed_is_wrong_use_and_leaves_no_file(params string[] arguments)
    {
        var file = Node.PathOf("sheets.pdf");

        var run = await Node.RunAsync(["separators", "print", .. arguments, "--to", file]);

        Assert.That((run.ExitCode, File.Exists(file)), Is.EqualTo((ExitCode.WrongUse, false)));
    }
}
