using System.Text.Json;
using NUnit.Framework;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Import;

/// <summary>The sample office by the real program: counts as its README says, shapes as scripts rely on them.</summary>
[Parallelizable(ParallelScope.Self)]   // nodes of its own, and programs that leave a core free
public sealed class SampleOfficeTests : OneNodeTests
{
    private static readonly string[] FindingFields = ["rule", "severity", "dossier", "file", "path", "line", "message", "found", "expected", "hint"];

    [TestCase("trademarks", 26, 23, 3, 1)]
    [TestCase("patents", 14, 13, 1, 1)]
    [TestCase("utility-models", 5, 5, 0, 0)]
    [TestCase("designs", 11, 11, 0, 0)]
    public async Task Each_table_gives_the_counts_of_the_readme(string table, int read, int taken, int rejected, int code)
    {
        var run = await Node.ProcessAsync(SampleOffice.ImportOf(table));

        Assert.That(
            (run.ExitCode, run.Count("read"), run.Count("new"), run.Count("changed"), run.Count("unchanged"), run.Count("rejected")),
            Is.EqualTo((code, (long)read, (long)taken, 0L, 0L, (long)rejected)));
    }

    [Test]
    public async Task Documents_of_patents_and_marks_need_no_mapping()
    {
        var run = await Node.ProcessAsync(SampleOffice.ImportOfDocuments);

        Assert.That((run.ExitCode, run.Count("read"), run.Count("new"), run.Count("rejected")), Is.EqualTo((0, 4L, 4L, 0L)));
    }

    [Test]
    public async Task Faulty_rows_are_named_by_line_and_rule()
    {
        var run = await Node.RunAsync(SampleOffice.ImportOf("trademarks"));

        Assert.That(
            run.Findings.Select(finding => (finding.GetProperty("line").GetInt32(), finding.GetProperty("rule").GetString())),
            Is.EqualTo(new[] { (23, "VALUE-DATE"), (24, "VALUE-CODE"), (26, "IMPORT-IMAGE-MISSING"), (27, "IMPORT-NUMBER-TWICE"), (28, "CSV-ROW-LENGTH") }));
    }

    [Test]
    public async Task Refused_rows_lie_in_the_file_of_rejects_with_line_and_reason()
    {
        var run = await Node.RunAsync(SampleOffice.ImportOf("trademarks"));

        var lines = await File.ReadAllLinesAsync(run.Json.GetProperty("rejects").GetString()!);   // a run with rejects names their file
        Assert.That(lines.Skip(1).Select(line => line.Split('\t')[0]), Is.EqualTo(new[] { "23", "27", "28" }));
    }

    [Test]
    public async Task A_second_import_of_the_same_source_changes_nothing()
    {
        await Node.RunAsync(SampleOffice.ImportOf("designs"));

        var again = await Node.RunAsync(SampleOffice.ImportOf("designs"));

        Assert.That((again.ExitCode, again.Count("new"), again.Count("changed"), again.Count("unchanged")), Is.EqualTo((0, 0L, 0L, 11L)));
        Assert.That((await Node.RunAsync("status")).Count("pages"), Is.EqualTo(35));
    }

    [Test]
    public async Task Pages_are_kept_or_refused_as_the_list_says()
    {
        foreach (var table in SampleOffice.Tables)
        {
            await Node.RunAsync(SampleOffice.ImportOf(table));
        }

        await Node.RunAsync(SampleOffice.ImportOfDocuments);

        foreach (var pages in Corpus.Pages())
        {
            var run = await Node.RunAsync(["pages", "add", "--dossier", pages.Dossier, "--document", pages.Document, .. pages.Files]);

            var expected = pages.Expected == "refused" ? (1, 0L, (long)pages.Files.Count) : (0, (long)pages.Pages, 0L);
            Assert.That((run.ExitCode, run.Count("added"), run.Count("refused")), Is.EqualTo(expected), $"{pages.Dossier} {pages.Document}");
        }
    }

    [Test]
    public async Task Status_counts_records_by_right_and_pages()
    {
        using var node = await SampleOffice.CreateAsync();

        var status = (await node.ProcessAsync("status")).Json;

        Assert.That(status.GetProperty("records").EnumerateObject().Select(count => (count.Name, count.Value.GetInt32())), Is.EquivalentTo(new[]
        {
            ("Patent", 15), ("UtilityModel", 5), ("Trademark", 25), ("Design", 11),
        }));
        Assert.That(status.GetProperty("pages").GetInt32(), Is.EqualTo(47 + 53));
        Assert.That(status.GetProperty("outbox").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task Validate_tells_records_with_errors_from_good_ones()
    {
        using var node = await SampleOffice.CreateAsync();

        var run = await node.ProcessAsync("validate", "--all", "--destination", "brand-database");

        var faulty = run.Findings.Where(finding => finding.GetProperty("severity").GetString() == "error").Select(finding => finding.GetProperty("dossier").GetString()).Distinct().ToList();
        Assert.That((run.ExitCode, run.Count("records"), run.Count("valid")), Is.EqualTo((1, 25L, 25L - faulty.Count)));
        Assert.That(faulty, Is.SupersetOf(new[] { "T-2022-2022/0040", "T-2023-2023/0031", "T-2024-2024/0020" }));
        Assert.That(run.Findings.SelectMany(Names).Distinct(), Is.SubsetOf(FindingFields));
    }

    [Test]
    public async Task A_finding_has_rule_severity_and_message()
    {
        var run = await Node.ProcessAsync(SampleOffice.ImportOf("trademarks"));

        Assert.That(run.Findings, Has.All.Matches<JsonElement>(finding =>
            finding.GetProperty("rule").GetString() is { Length: > 0 }
            && finding.GetProperty("severity").GetString() is "error" or "warning" or "info"
            && finding.GetProperty("message").GetString() is { Length: > 0 }
            && Names(finding).All(FindingFields.Contains)));
    }

    private static IEnumerable<string> Names(JsonElement finding) => finding.EnumerateObject().Select(field => field.Name);
}
