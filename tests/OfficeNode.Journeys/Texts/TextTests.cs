using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Host.Texts;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Texts;

public sealed partial class TextTests
{
    private static readonly string TextFolder = Repository.PathOf("src/OfficeNode.Host/Texts");

    public static IEnumerable<string> FindingIds => Directory
        .EnumerateFiles(AppContext.BaseDirectory, "OfficeNode.*.dll")
        .Append(Path.Combine(AppContext.BaseDirectory, "officenode.dll"))
        .Select(Assembly.LoadFrom)
        .SelectMany(assembly => assembly.GetExportedTypes())
        .Where(type => type is { IsAbstract: true, IsSealed: true } && type.Name.EndsWith("Findings", StringComparison.Ordinal))
        .SelectMany(type => type.GetFields().Where(id => id.IsLiteral).Select(id => (string)id.GetRawConstantValue()!))   // a literal string has a value
        .Distinct();

    [TestCaseSource(nameof(FindingIds))]
    public void Every_finding_has_a_message_and_a_hint(string id)
    {
        var finding = new Finding(id, Severity.Error);

        Assert.Multiple(() =>
        {
            Assert.That(FindingTexts.Message(finding), Is.Not.EqualTo(id));
            Assert.That(FindingTexts.Hint(finding), id.EndsWith("-OK", StringComparison.Ordinal) ? Is.Null : Is.Not.Null, "What is in order leaves nothing to do.");
        });
    }

    // What a doctor found in order asks for nothing.
    public static IEnumerable<string> FindingsToActOn => FindingIds
        .Where(id => !id.EndsWith("-OK", StringComparison.Ordinal) && id != "DOCTOR-DESTINATION-DRAFT");

    [Test]
    public void No_text_is_without_its_finding()
    {
        var texts = Directory.EnumerateFiles(TextFolder, "*Findings.resx")
            .Where(file => Path.GetFileName(file) != "RuleFindings.resx")
            .SelectMany(KeysOf)
            .Select(key => key[..key.LastIndexOf('.')])
            .Distinct();

        Assert.That(texts.Except(FindingIds), Is.Empty);
    }

    [Test]
    public void Every_word_asked_for_has_a_text()
    {
        var asked = Sources().SelectMany(source => Asked().Matches(source)).Select(match => match.Groups[1].Value).Distinct();

        Assert.That(asked.Except(WordKeys), Is.Empty);
    }

    [Test]
    public void Every_word_that_is_counted_has_a_form_for_one_and_one_for_all_others()
    {
        var counted = Sources().SelectMany(source => Counted().Matches(source)).Select(match => match.Groups[1].Value).Distinct();

        var forms = counted.SelectMany(key => new[] { key, key + ".one" });
        Assert.That(forms.Except(WordKeys), Is.Empty);
    }

    // What no screen does yet: setting a line up, listing damaged pages, having pages read again.
    private static readonly string[] HintsOfCommands = ["page.no-line.hint", "page.damaged.hint", "page.not-read.hint"];

    [Test]
    public void Today_sends_nobody_to_a_command_for_what_a_screen_does()
    {
        var named = WordKeys.Where(key => key.StartsWith("page.", StringComparison.Ordinal) && Words.Of(key).Contains("officenode ", StringComparison.Ordinal));

        Assert.That(named, Is.EquivalentTo(HintsOfCommands));
    }

    [Test]
    public void No_key_stands_in_two_resources()
    {
        var keys = Directory.EnumerateFiles(TextFolder, "*.resx").SelectMany(KeysOf);

        Assert.That(keys, Is.Unique);
    }

    [Test]
    public void No_word_is_asked_for_by_nobody()
    {
        var sources = string.Concat(Sources());
        var prefixes = Prefixes().Matches(sources).Select(match => match.Groups[1].Value).Distinct().ToList();

        var unused = WordKeys
            .Where(key => !sources.Contains($"\"{WithoutOne(key)}\"", StringComparison.Ordinal) && !prefixes.Exists(prefix => key.StartsWith(prefix, StringComparison.Ordinal)));
        Assert.That(unused, Is.Empty);
    }

    private static IEnumerable<string> Sources() => Directory
        .EnumerateFiles(Repository.PathOf("src/OfficeNode.Host"), "*.*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".cs" or ".razor" && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Select(File.ReadAllText);

    private static IEnumerable<string> WordKeys => Directory.EnumerateFiles(TextFolder, "*Words.resx").SelectMany(KeysOf);

    private static string WithoutOne(string key) => key.EndsWith(".one", StringComparison.Ordinal) ? key[..^".one".Length] : key;

    private static IEnumerable<string> KeysOf(string file) => XDocument.Load(file).Descendants("data").Select(data => data.Attribute("name")!.Value);   // resx demands a name

    [GeneratedRegex(@"Words\.Of\(\s*""([^""]+)""\s*[,)]")]
    private static partial Regex Asked();

    [GeneratedRegex(@"Words\.OfCount\(\s*""([^""]+)""\s*[,)]")]
    private static partial Regex Counted();

    // A key that is put together: "state." + state, or $"state.{state}".
    [GeneratedRegex(@"""([a-zA-Z.-]+\.)(?:""\s*\+|\{)")]
    private static partial Regex Prefixes();
}
