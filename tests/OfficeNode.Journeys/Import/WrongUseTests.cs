using NUnit.Framework;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Import;

/// <summary>Exit code 2: what was asked for cannot be done as asked, and a message says what can.</summary>
public sealed class WrongUseTests
{
    private static readonly string[][] Wrong =
    [
        ["nonsense"],
        ["import"],
        ["import", "--no-such-option", "file.csv"],
        ["pages", "add", "--document", "CLA", "page.tif"],
        ["pages", "add", "--dossier", "P-2026-1", "--document", "XYZ", "page.tif"],
        ["pages", "add", "--dossier", "P-2026-1", "--document", "CLA", "page.tif"],
        ["publish", "P-2026-1", "--act", "gazette", "--date", "31.12.2025", "--by", "A", "--gazette", "1"],
        ["validate"],
        ["package", "--destination", "nowhere", "--scope", "full"],
        ["package", "--destination", "patentscope", "--scope", "full"],
        ["package", "--destination", "patentscope"],
        ["package", "--rebuild", "XX-patents-full-20260101-0001", "--to", "there"],
        ["destination", "set", "patentscope", "--state", "agreed"],
        ["destination", "set", "patentscope", "--max-package-bytes", "10"],
        ["trust", "add", "not-there.cer", "--for", "patentscope"],
        ["init", "--office", "XX", "--name", "Again"],
    ];

    private TestNode _node;

    [OneTimeSetUp]
    public async Task MakeNode() => _node = await TestNode.CreateAsync();

    [OneTimeTearDown]
    public void RemoveNode() => _node.Dispose();

    [TestCaseSource(nameof(Wrong))]
    public async Task Wrong_use_ends_with_2_and_a_message(params string[] arguments)
    {
        var run = await _node.RunAsync(arguments);

        Assert.That((run.ExitCode, run.Messages.Trim().Length > 0), Is.EqualTo((2, true)), run.Everything);
        Assert.That(run.Everything, Does.Not.Contain("   at OfficeNode"));
    }

    [Test]
    public async Task A_command_line_that_does_not_parse_ends_the_program_with_2()
    {
        var run = await _node.ProcessAsync("import");

        Assert.That(run.ExitCode, Is.EqualTo(2), run.Everything);
    }

    [Test]
    public async Task A_folder_that_is_no_node_is_wrong_use()
    {
        var run = await ProgramRun.OfAsync(["status", "--data", _node.PathOf("elsewhere")]);

        Assert.That(run.ExitCode, Is.EqualTo(2), run.Everything);
    }

    [Test]
    public async Task Settings_that_are_no_json_are_wrong_use_with_file_and_line()
    {
        using var node = await TestNode.CreateAsync();
        await File.WriteAllTextAsync(node.Folder.SettingsFile, "{\n  \"office\": \"XX\",\n  oops\n}");

        var run = await node.RunAsync("status");

        Assert.That(run.ExitCode, Is.EqualTo(2), run.Everything);
        Assert.That(run.Messages, Does.Contain("settings.json").And.Contain("line 3"));
    }

    [Test]
    public async Task A_bare_number_that_means_two_dossiers_lists_the_candidates()
    {
        using var node = await TestNode.CreateAsync();
        var office = new GeneratedOffice(1);
        foreach (var right in new[] { Core.Right.Patent, Core.Right.UtilityModel })
        {
            var table = office.Write(right, node.PathOf(""), 1);
            var text = (await File.ReadAllTextAsync(table.Csv)).Replace("P/2015/0000001", "77", StringComparison.Ordinal).Replace("U/2015/0000001", "77", StringComparison.Ordinal);
            await File.WriteAllTextAsync(table.Csv, text);
            await node.DoAsync("import", table.Csv, "--map", table.Mapping);
        }

        var run = await node.RunAsync("validate", "77");

        Assert.That(run.ExitCode, Is.EqualTo(2), run.Everything);
        Assert.That(run.Messages, Does.Contain("P-2015-77").And.Contain("U-2015-77"));
    }
}
