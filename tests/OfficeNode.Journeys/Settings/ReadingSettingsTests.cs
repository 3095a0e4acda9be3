using System.Reflection;
using NUnit.Framework;
using OfficeNode.Capture.Looks;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Settings;

/// <summary>What an office may set of reading and of the quality of pages: what cannot be meant is refused before anything runs on it.</summary>
public sealed class ReadingSettingsTests : OneNodeTests
{
    [TestCase("""{ "workers": 0 }""", "reading.workers is 0, expected 1 to 64")]
    [TestCase("""{ "workers": 100000 }""", "reading.workers is 100000, expected 1 to 64")]
    [TestCase("""{ "languages": ["fra", "en"] }""", "reading.languages is en, expected a language as Tesseract names it, for example eng")]
    [TestCase("""{ "languages": ["eng\n"] }""", "for example eng")]
    [TestCase("""{ "languages": ["../eng"] }""", "reading.languages is ../eng")]
    [TestCase("""{ "languages": [null] }""", "reading.languages is null")]
    [TestCase("""{ "languages": null }""", "null")]
    [TestCase("null", "null")]
    public async Task Reading_that_cannot_be_meant_is_refused(string reading, string said)
    {
        await SetAsync("reading", reading);

        await IsRefusedAsync(said);
    }

    [TestCase("""{ "leastDpi": -1 }""", "quality.leastDpi is -1, expected 0 to 1200")]
    [TestCase("""{ "darkestPaper": 256 }""", "quality.darkestPaper is 256, expected 0 to 255")]
    [TestCase("""{ "mostInk": 35 }""", "quality.mostInk is 35, expected 0 to 1")]
    [TestCase("""{ "leastContrast": 1000 }""", "quality.leastContrast")]
    [TestCase("""{ "widestEdge": 0 }""", "quality.widestEdge is 0, expected 0.05 to 5")]
    [TestCase("""{ "mostSkew": 90 }""", "quality.mostSkew is 90, expected 0 to 45")]
    [TestCase("""{ "mostStreaks": -1 }""", "quality.mostStreaks is -1")]
    [TestCase("""{ "mostSpecks": -0.5 }""", "quality.mostSpecks is -0.5")]
    [TestCase("""{ "target": { "black": { "good": 110, "fair": 80 } } }""", "quality.target.black is good 110, fair 80, expected both, 0 to 255, and good no more than fair")]
    [TestCase("""{ "target": { "white": { "good": 180, "fair": 210 } } }""", "good no less than fair")]
    [TestCase("""{ "target": { "steps": { "good": 12, "fair": 6 } } }""", "quality.target.steps")]
    [TestCase("""{ "target": null }""", "null")]
    public async Task Thresholds_that_cannot_be_meant_are_refused(string quality, string said)
    {
        await SetAsync("quality", quality);

        await IsRefusedAsync(said);
    }

    [TestCase("reading", """{ "languages": ["chi_sim", "aze_cyrl", "fra"], "workers": 64 }""")]
    [TestCase("quality", """{ "leastDpi": 200, "mostStreaks": 2, "target": { "evenness": { "good": 0.8, "fair": 0.8 } } }""")]
    public async Task What_an_office_may_want_is_taken(string part, string value)
    {
        await SetAsync(part, value);

        await Node.DoAsync("status");
    }

    [Test]
    public void Each_setting_stands_in_the_manual()
    {
        var manual = File.ReadAllText(Repository.PathOf("docs/scanning.md"));

        var settings = new[] { "reading.languages", "reading.workers", "previews.mostMegabytes", "previews.pagesAhead" }
            .Concat(NamesOf<QualityThresholds>("quality.").Where(name => name != "quality.target"))
            .Concat(NamesOf<TargetThresholds>("quality.target."));
        Assert.That(settings.Where(name => !manual.Contains($"| `{name}` |", StringComparison.Ordinal)), Is.Empty);
    }

    private static IEnumerable<string> NamesOf<T>(string part) => typeof(T)
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Select(property => part + char.ToLowerInvariant(property.Name[0]) + property.Name[1..]);

    private Task SetAsync(string part, string value) => SettingsFile.SetAsync(Node, part, value);

    private async Task IsRefusedAsync(string said)
    {
        var run = await Node.RunPlainAsync("status");

        Assert.That((run.ExitCode, run.Messages.Contains(said, StringComparison.Ordinal)), Is.EqualTo((2, true)), run.Everything);
        Assert.That(run.Messages, Does.Contain("settings.json").And.Not.Contain("   at OfficeNode"));
    }
}
