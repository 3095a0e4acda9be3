using NUnit.Framework;
using OfficeNode.Host.Texts;

namespace OfficeNode.Journeys.Texts;

public sealed class LanguagesCommandTests
{
    private TestNode _node;

    [SetUp]
    public void MakeNode() => _node = new TestNode();

    [TearDown]
    public void DeleteNode() => _node.Dispose();

    [Test]
    public async Task The_list_names_languages_with_their_direction()
    {
        var run = await _node.DoAsync("languages", "list");

        var arabic = run.Json.GetProperty("languages").EnumerateArray().Single(language => language.GetProperty("language").GetString() == "ar");
        Assert.That((arabic.GetProperty("name").GetString(), arabic.GetProperty("direction").GetString()), Is.EqualTo(("العربية", "rtl")));
    }

    [Test]
    public async Task The_list_says_what_is_wrong_with_a_file_of_the_office()
    {
        Directory.CreateDirectory(_node.Folder.Languages);
        await File.WriteAllTextAsync(Path.Combine(_node.Folder.Languages, "sw.json"), "{");

        var run = await _node.RunAsync("languages", "list");

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(1));
            Assert.That(run.Rules, Is.EqualTo(new[] { LanguageFindings.FileUnreadable }));
        });
    }

    [Test]
    public async Task A_template_holds_every_text_in_English()
    {
        var file = _node.PathOf("sw.json");

        var run = await _node.DoAsync("languages", "template", "sw", "--to", file);

        Assert.Multiple(() =>
        {
            Assert.That(run.Count("texts"), Is.EqualTo(EnglishTexts.Keys.Count));
            Assert.That(File.ReadAllText(file), Does.Contain("\"page.waiting.one\"").And.Contain("Waiting for {destination} since {since}"));
        });
    }

    [Test]
    public async Task A_template_of_a_language_has_its_forms_and_what_is_translated()
    {
        var file = _node.PathOf("ru.json");

        await _node.DoAsync("languages", "template", "ru", "--to", file);

        var check = await _node.DoAsync("languages", "check", file);
        Assert.Multiple(() =>
        {
            Assert.That(File.ReadAllText(file), Does.Contain("\"page.waiting.few\"").And.Contain("\"text\": \"Патенты\""));
            Assert.That(check.Count("translated"), Is.EqualTo(Languages.Shipped.Find("ru")?.Translated));
        });
    }

    [Test]
    public async Task A_template_keeps_what_is_translated_in_the_file()
    {
        var file = _node.PathOf("sw.json");
        await File.WriteAllTextAsync(file, """{ "language": "sw", "name": "Kiswahili", "direction": "ltr", "texts": { "page.now": "Sasa" } }""");

        var run = await _node.DoAsync("languages", "template", "sw", "--to", file);

        Assert.Multiple(() =>
        {
            Assert.That(run.Count("translated"), Is.EqualTo(1));
            Assert.That(File.ReadAllText(file), Does.Contain("Kiswahili").And.Contain("\"text\": \"Sasa\""));
        });
    }

    [TestCase("{ half")]
    [TestCase("""{ "language": "fr", "name": "Français", "direction": "ltr" }""")]
    [TestCase("""{ "language": "sw", "name": "Kiswahili", "direction": "ltr", "texts": { "page.disk": "Nafasi" } }""")]
    public async Task A_template_replaces_no_file_of_which_something_would_be_lost(string content)
    {
        var file = _node.PathOf("sw.json");
        await File.WriteAllTextAsync(file, content);

        var run = await _node.RunAsync("languages", "template", "sw", "--to", file);

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(2));
            Assert.That(File.ReadAllText(file), Is.EqualTo(content));
        });
    }

    [Test]
    public async Task A_check_says_what_is_missing()
    {
        var file = _node.PathOf("uk.json");
        await File.WriteAllTextAsync(file, """{ "language": "uk", "name": "Українська", "direction": "ltr", "plural": "like ru", "texts": { "page.verdict.look": "{count}" } }""");

        var run = await _node.DoAsync("languages", "check", file);

        Assert.That(run.Rules, Is.EqualTo(new[] { LanguageFindings.FormMissing, LanguageFindings.Untranslated }));
    }

    [Test]
    public async Task A_check_of_a_bad_file_fails()
    {
        var file = _node.PathOf("sw.json");
        await File.WriteAllTextAsync(file, """{ "language": "sw", "direction": "ltr" }""");

        var run = await _node.RunAsync("languages", "check", file);

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(1));
            Assert.That(run.Rules, Does.Contain(LanguageFindings.HeadUnusable));
        });
    }

    [Test]
    public async Task The_doctor_names_a_bad_file()
    {
        using var node = await TestNode.CreateAsync();
        Directory.CreateDirectory(node.Folder.Languages);
        await File.WriteAllTextAsync(Path.Combine(node.Folder.Languages, "sw.json"), "{");

        var run = await node.RunAsync("doctor");

        Assert.That(run.Rules, Does.Contain(LanguageFindings.FileUnreadable));
    }

    [Test]
    public async Task The_program_itself_gives_its_languages()
    {
        var run = await _node.ProcessAsync("languages", "list");

        Assert.That(run.Json.GetProperty("languages").GetArrayLength(), Is.EqualTo(6));
    }
}
