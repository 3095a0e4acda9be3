using NUnit.Framework;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Scanning;

/// <summary>Copiers save scans as PDF: each page of one is a page, and the PDF stays as it came.</summary>
[Parallelizable(ParallelScope.Self)]   // a node of its own, and programs that leave a core free
public sealed class PdfScanTests : OneNodeTests
{
    private protected override Task<TestNode> MakeNodeAsync() => TestNode.CreateAsync("KE", "Office of the Test");

    [Test]
    public async Task Sheets_and_pages_of_one_pdf_part_into_documents_and_are_read()
    {
        var page = await PageAsync();
        var sheets = Node.PathOf("sheets.pdf");
        await Node.DoAsync("separators", "print", "--dossier", "P-2026-7", "--document", "APP:1", "--document", "CLA:1", "--to", sheets);
        var folder = Join(sheets, "1", page, "1", sheets, "2", page, "1");
        var bytes = await File.ReadAllBytesAsync(Path.Combine(folder, "scan.pdf"));

        var scan = await ScanAsync(folder);
        await Node.DoAsync("read", "--languages", "eng");
        var show = await Node.DoAsync("batch", "show", "B-2");
        await Node.DoAsync("batch", "export", "B-2", Node.PathOf("export"));

        Assert.That((scan.Count("pages"), scan.Count("separators")), Is.EqualTo((4L, 2L)), scan.Everything);
        var dossier = show.Json.GetProperty("dossiers").EnumerateArray().Single();
        Assert.That(dossier.GetProperty("dossier").GetString(), Is.EqualTo("P-2026-7"));
        Assert.That(
            dossier.GetProperty("documents").EnumerateArray().Select(document => (document.GetProperty("code").GetString(), document.GetProperty("pages")[0].GetInt32())),
            Is.EqualTo(new[] { ("APP", 2), ("CLA", 4) }));
        Assert.That(await File.ReadAllTextAsync(Node.PathOf("export/004.txt")), Does.Contain("The quick brown dog jumped over the"));
        Assert.That(Tool.Run("pdftotext", "poppler-utils", Directory.GetFiles(Node.PathOf("export"), "*-CLA.pdf").Single(), "-").Output, Does.Contain("quick brown dog"));
        Assert.That(await File.ReadAllBytesAsync(Directory.GetFiles(Node.Folder.Masters, "*.pdf", SearchOption.AllDirectories).Single()), Is.EqualTo(bytes));
    }

    [Test]
    public async Task A_pdf_with_a_password_is_put_aside_and_the_hint_says_what_to_do()
    {
        var folder = Join(await PageAsync(), "1");
        Tool.Run("qpdf", "qpdf", "--replace-input", "--encrypt", "secret", "secret", "256", "--", Path.Combine(folder, "scan.pdf"));
        await File.WriteAllBytesAsync(Path.Combine(folder, "next.png"), Papers.Picture(1));

        var scan = await ScanAsync(folder);

        Assert.That((scan.ExitCode, scan.Count("pages"), scan.Count("refused")), Is.EqualTo((1, 1L, 1L)), scan.Everything);
        Assert.That(scan.Findings.Single(finding => finding.GetProperty("severity").GetString() == "error").GetProperty("hint").GetString(), Does.Contain("without one"));
        Assert.That(File.Exists(Path.Combine(folder, "refused", "scan.pdf")), Is.True);
    }

    [Test]
    public async Task Pages_of_a_pdf_go_into_a_package_as_a_patent_office_takes_them()
    {
        var page = await PageAsync();
        await Node.DoAsync(GeneratedRecords.Write(Node, Core.Right.Patent, 1));
        var dossier = GeneratedRecords.Dossiers(Core.Right.Patent, 1)[0];

        var added = await Node.DoAsync("pages", "add", "--dossier", dossier, "--document", "ABS", Path.Combine(Join(page, "1", page, "1"), "scan.pdf"));
        await Node.DoAsync(GeneratedRecords.Publish([dossier], "--opens", "ABS"));
        await Node.ReceiveInFolderAsync("patentscope", "Patents");
        var package = await Node.DoAsync("package", "--destination", "patentscope", "--scope", "full");

        Assert.That(added.Count("added"), Is.EqualTo(2));
        var members = PackageContents.Of(package.Json.GetProperty("packages")[0].GetProperty("path").GetString() ?? "");
        var pages = members.Where(member => member.Key.EndsWith(".tif", StringComparison.Ordinal)).ToList();
        Assert.That(pages, Has.Count.EqualTo(2), string.Join(' ', members.Keys));
        await File.WriteAllBytesAsync(Node.PathOf("page.tif"), pages[0].Value);
        Assert.That(Tool.Run("tiffinfo", "libtiff-tools", Node.PathOf("page.tif")).Output, Does.Contain("CCITT Group 4").And.Contain("Resolution: 300, 300"));
    }

    /// <summary>A PDF of one page of print, made by this program.</summary>
    private async Task<string> PageAsync()
    {
        var folder = Directory.CreateDirectory(Node.PathOf("print")).FullName;
        File.Copy(SharedMaterial.Require("samples/ocr-gt/tesseract-test/phototest.tif"), Path.Combine(folder, "1.tif"));
        await ScanAsync(folder);
        await Node.DoAsync("batch", "export", "B-1", Node.PathOf("printed"));
        return Directory.GetFiles(Node.PathOf("printed"), "*.pdf").Single();
    }

    /// <summary>A folder with one PDF of pages of others.</summary>
    private string Join(params IReadOnlyList<string> pages)
    {
        var folder = Directory.CreateDirectory(Node.PathOf("papers")).FullName;
        var run = Tool.Run("qpdf", "qpdf", ["--empty", "--pages", .. pages, "--", Path.Combine(folder, "scan.pdf")]);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        return folder;
    }

    private Task<ProgramRun> ScanAsync(string folder) => Node.RunAsync("scan", "--rest", "0", "--source", $"folder:{folder}");
}
