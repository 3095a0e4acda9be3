using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Import;

/// <summary>What a person says a source is goes before what the source and its mapping say.</summary>
public sealed class ToldFormatTests : OneNodeTests
{
    [TestCase("utility-model")]
    [TestCase("U")]
    public async Task Rows_become_what_the_command_says_and_not_what_the_mapping_says(string right)
    {
        var table = new GeneratedOffice(2).Write(Right.Patent, Node.PathOf(""), 3);

        await Node.DoAsync("import", table.Csv, "--map", table.Mapping, "--right", right);

        Assert.That(Node.Read(session => session.Dossiers.Counts()), Is.EqualTo(new Dictionary<Right, long> { [Right.UtilityModel] = 3 }));
    }

    [Test]
    public async Task The_same_table_as_another_right_is_another_import()
    {
        var table = new GeneratedOffice(2).Write(Right.Patent, Node.PathOf(""), 3);
        await Node.DoAsync("import", table.Csv, "--map", table.Mapping);

        var run = await Node.DoAsync("import", table.Csv, "--map", table.Mapping, "--right", "utility-model");

        Assert.That(run.Count("new"), Is.EqualTo(3));
    }

    [Test]
    public async Task The_format_that_is_asked_for_reads_what_fits_it()
    {
        var run = await Node.DoAsync("import", Corpus.Office("patent-301.xml"), "--format", "ST.36");

        Assert.That(run.Count("new"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_source_that_is_not_what_was_asked_for_is_a_finding()
    {
        var run = await Node.RunAsync("import", Corpus.Office("patent-301.xml"), "--format", "st66");

        Assert.That((run.ExitCode, run.Count("new")), Is.EqualTo((1, 0L)), run.Everything);
        Assert.That(run.Findings.First().GetProperty("file").GetString(), Does.EndWith("patent-301.xml"));
    }

    [TestCase("--format", "st99")]
    [TestCase("--right", "copyright")]
    public async Task What_there_is_not_is_wrong_use_and_says_what_there_is(string option, string value)
    {
        var run = await Node.RunPlainAsync("import", Corpus.Office("patent-301.xml"), option, value);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Messages, Does.Contain(value));
    }
}
