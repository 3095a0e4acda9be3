using System.Text;
using NUnit.Framework;
using OfficeNode.Host.Commands;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Scanning;

/// <summary>An office lays a <c>fields.json</c> into its data directory: its own words and shapes fill the draft, and a wrong one stops nothing.</summary>
[Parallelizable(ParallelScope.Self)]   // a node of its own, and programs that leave a core free
public sealed class FieldRulesTests : OneNodeTests
{
    private const string Form = "Acta: P-26-00123\n\n(22) Filing date: 12.03.2026\n\n(54) Title: Kiln for bricks\n\n(71) Applicant: Highland Pump Works";

    private const string Rules = """{ "rules": [ { "field": "application_number", "labels": ["Acta"], "cut": true, "patterns": ["P-[0-9]{2}-[0-9]{5}"] } ] }""";

    private string RulesFile => Node.Folder.FieldRulesFile;

    private protected override Task<TestNode> MakeNodeAsync() => TestNode.CreateAsync("KE", "Office of the Test");

    [Test]
    public async Task Rules_of_the_office_find_what_the_built_in_ones_do_not_know()
    {
        await ReadFormAsync();
        var before = await Node.DoAsync("batch", "show", "B-1");

        await File.WriteAllTextAsync(RulesFile, Rules, Encoding.UTF8);   // with a byte order mark, as editors of Windows have it
        var after = await Node.DoAsync("batch", "show", "B-1");

        Assert.That((NumberOf(before), NumberOf(after)), Is.EqualTo(((string?)null, "P-26-00123")));
    }

    [TestCase("Dépôt", "[0-9]+", "FIELDS-ENCODING", 1)]
    [TestCase("Acta", "[0-9]*", "FIELDS-PATTERN", null)]
    [TestCase("Acta", "a)|(b", "FIELDS-PATTERN", null)]
    public async Task Wrong_rules_are_told_and_the_built_in_ones_serve_alone(string label, string pattern, string rule, int? line)
    {
        await ReadFormAsync();
        await File.WriteAllTextAsync(RulesFile, Rules.Replace("Acta", label, StringComparison.Ordinal).Replace("P-[0-9]{2}-[0-9]{5}", pattern, StringComparison.Ordinal), Encoding.Latin1);

        var show = await Node.RunAsync("batch", "show", "B-1");
        var told = await Node.RunPlainAsync("batch", "show", "B-1");
        var export = await Node.DoAsync("batch", "export", "B-1", Node.PathOf("out"));

        Assert.Multiple(() =>
        {
            Assert.That((show.ExitCode, NumberOf(show), ValueOf(show, "title")), Is.EqualTo((ExitCode.DataErrors, (string?)null, "Kiln for bricks")), show.Everything);
            Assert.That(show.Rules, Does.Contain(rule));
            Assert.That(told.Everything, Does.Contain(RulesFile + (line is null ? "" : $":{line}")));
            Assert.That(export.Count("documents"), Is.EqualTo(1));
        });
    }

    /// <summary>Scans and reads a separator sheet of an application and its form.</summary>
    private async Task ReadFormAsync()
    {
        var folder = Directory.CreateDirectory(Node.PathOf("papers")).FullName;
        await Node.DoAsync("separators", "print", "--dossier", "P-2026-17", "--document", "APP", "--to", Node.PathOf("separator.pdf"));
        Tool.Run("pdftoppm", "poppler-utils", "-r", "300", "-gray", "-png", "-singlefile", Node.PathOf("separator.pdf"), Path.Combine(folder, "1"));
        Tool.Run("pango-view", "pango1.0-tools", "--no-display", "--dpi=300", "--font=DejaVu Sans 12", "--margin=150", "--text=" + Form, "--output=" + Path.Combine(folder, "2.png"));
        await Node.DoAsync("scan", "--rest", "0", "--source", $"folder:{folder}");
        await Node.DoAsync("read", "--languages", "eng");
    }

    private static string? NumberOf(ProgramRun show) => ValueOf(show, "application_number");

    private static string? ValueOf(ProgramRun show, string field) => show.Json.GetProperty("dossiers").EnumerateArray().Single().GetProperty("fields").EnumerateArray()
        .Where(one => one.GetProperty("field").GetString() == field)
        .Select(one => one.GetProperty("value").GetString())
        .SingleOrDefault();
}
