using NUnit.Framework;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Import;

/// <summary>Bad page images: refused with place and hint, exit code 1, neighbours kept.</summary>
public sealed class FaultyPageTests
{
    private TestNode _node;

    [SetUp]
    public async Task MakeNode()
    {
        _node = await TestNode.CreateAsync();
        await _node.RunAsync(SampleOffice.ImportOf("patents"));
    }

    [TearDown]
    public void RemoveNode() => _node.Dispose();

    [TestCase("truncated.tif")]
    [TestCase("no-directory.tif")]
    [TestCase("lying-strip.tif")]
    [TestCase("bomb.png")]
    [TestCase("broken.xml")]
    public async Task A_faulty_image_is_refused_and_its_neighbours_are_kept(string name)
    {
        var run = await AddAsync(Corpus.Office("pages/123-CLA-1.tif"), Corpus.Faulty(name), Corpus.Office("pages/123-FRO-1.tif"));

        Assert.That((run.ExitCode, run.Count("added"), run.Count("refused")), Is.EqualTo((1, 2L, 1L)), run.Everything);
        var errors = run.Findings.Where(finding => finding.GetProperty("severity").GetString() == "error").ToList();
        Assert.That(errors, Is.Not.Empty);
        Assert.That(errors, Has.All.Matches<System.Text.Json.JsonElement>(finding =>
            finding.GetProperty("file").GetString()!.EndsWith(name, StringComparison.Ordinal) && finding.TryGetProperty("hint", out _)));   // the file is part of the finding
        NodeInvariants.Check(_node);
    }

    [Test]
    public async Task A_missing_file_is_refused_by_name()
    {
        var run = await AddAsync(_node.PathOf("not-there.tif"));

        Assert.That((run.ExitCode, run.Rules), Is.EqualTo((1, new[] { "PAGE-FILE-MISSING" })));
    }

    [Test]
    public async Task The_same_file_again_adds_nothing()
    {
        await AddAsync(Corpus.Office("pages/123-CLA-1.tif"));

        var again = await AddAsync(Corpus.Office("pages/123-CLA-1.tif"));

        Assert.That((again.ExitCode, again.Count("added"), again.Count("known")), Is.EqualTo((0, 0L, 1L)));
    }

    [Test]
    public async Task Every_picture_of_the_torture_collection_is_taken_or_refused_with_a_finding()
    {
        var folder = SharedMaterial.Require("samples/image-torture");
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".md", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Where((_, index) => FaultPoints.IsLong || index % 10 == 0)
            .ToArray();

        var run = await AddAsync(files);

        Assert.That(run.ExitCode, Is.AnyOf(0, 1), run.Messages);
        var refused = run.Findings.Where(finding => finding.GetProperty("severity").GetString() == "error").Select(finding => finding.GetProperty("file").GetString()).Distinct();
        Assert.That(refused.Count(), Is.EqualTo(run.Count("refused")), "each refused file is named by a finding");
        NodeInvariants.Check(_node);
    }

    private Task<ProgramRun> AddAsync(params IReadOnlyList<string> files) =>
        _node.RunAsync(["pages", "add", "--dossier", "P-2020-123", "--document", "CLA", .. files]);
}
