using NUnit.Framework;
using OfficeNode.Host.Texts;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Texts;

public sealed class LanguageFolderTests
{
    private const string Swahili = "\"language\":\"sw\",\"name\":\"Kiswahili\",\"direction\":\"ltr\"";

    private TemporaryFolder _folder;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void Without_a_folder_there_is_what_the_program_brings()
    {
        var languages = new LanguageFolder(_folder.PathOf("none")).Read();

        Assert.That(languages.All.Select(language => language.Tag.Value), Is.EqualTo(new[] { "ar", "en", "es", "fr", "pt", "ru" }));
    }

    [Test]
    public void An_office_adds_a_language()
    {
        Write("sw.json", $$"""{ {{Swahili}}, "texts": { "page.now": "Sasa" } }""");

        var languages = Read();

        Assert.Multiple(() =>
        {
            Assert.That(languages.Findings, Is.Empty);
            Assert.That(languages.Find("sw")?.Find("page.now"), Is.EqualTo("Sasa"));
            Assert.That(languages.Find("sw")?.Find("page.tonight"), Is.EqualTo("Tonight"), "What it leaves out is English.");
        });
    }

    [Test]
    public void An_office_corrects_single_texts_of_a_language()
    {
        Write("fr.json", """{ "language": "fr", "texts": { "page.now": "À l'instant" } }""");

        var french = Read().Find("fr");

        Assert.Multiple(() =>
        {
            Assert.That(french?.Find("page.now"), Is.EqualTo("À l'instant"));
            Assert.That(french?.Find("right.Patent"), Is.EqualTo("Brevets"));
            Assert.That(french?.Name, Is.EqualTo("Français"));
        });
    }

    [Test]
    public void An_office_corrects_English_too()
    {
        Write("en.json", """{ "language": "en", "texts": { "page.verdict.look": "{count} matters." } }""");

        var english = Read().Preferred("en");

        Assert.Multiple(() =>
        {
            Assert.That(english.Find("page.verdict.look", 2), Is.EqualTo("{count} matters."));
            Assert.That(english.Find("page.verdict.look", 1), Is.EqualTo("One thing to look at."));
        });
    }

    [Test]
    public void A_kind_of_a_language_takes_what_it_leaves_out_from_the_language()
    {
        Write("pt-PT.json", """{ "language": "pt-PT", "name": "Português (Portugal)", "texts": { "page.now": "De momento" } }""");

        var language = Read().Find("pt-PT");

        Assert.Multiple(() =>
        {
            Assert.That(language?.Find("right.Patent"), Is.EqualTo("Patentes"));
            Assert.That(language?.Plural.Name, Is.EqualTo("es"));
        });
    }

    [Test]
    public void The_English_text_may_stand_beside_the_translation()
    {
        Write("sw.json", $$"""{ {{Swahili}}, "texts": { "page.now": { "english": "Now", "text": "Sasa" }, "page.tonight": { "english": "Tonight", "text": "" } } }""");

        var languages = Read();

        Assert.Multiple(() =>
        {
            Assert.That(languages.Findings, Is.Empty);
            Assert.That(languages.Find("sw")?.Translated, Is.EqualTo(1));
        });
    }

    [Test]
    public void A_file_is_read_anew_when_it_changed()
    {
        Write("sw.json", $$"""{ {{Swahili}}, "texts": { "page.now": "Sasa" } }""");
        var folder = new LanguageFolder(_folder.Path);
        folder.Read();

        Write("sw.json", $$"""{ {{Swahili}}, "texts": { "page.now": "Kwa sasa" } }""");

        Assert.That(folder.Read().Find("sw")?.Find("page.now"), Is.EqualTo("Kwa sasa"));
    }

    [Test]
    public void What_has_not_changed_is_not_read_again()
    {
        Write("sw.json", $$"""{ {{Swahili}} }""");
        var folder = new LanguageFolder(_folder.Path);

        var first = folder.Read();

        Assert.That(folder.Read(), Is.SameAs(first));
    }

    [TestCase("", LanguageFindings.FileUnreadable)]
    [TestCase("[]", LanguageFindings.FileUnreadable)]
    [TestCase("{ \"language\": \"sw\", }", LanguageFindings.FileUnreadable)]
    [TestCase("{ \"language\": \"sw\" } {}", LanguageFindings.FileUnreadable)]
    [TestCase("{ \"name\": \"Kiswahili\", \"direction\": \"ltr\" }", LanguageFindings.HeadUnusable)]
    [TestCase("{ \"language\": \"kiswahili_\", \"name\": \"Kiswahili\", \"direction\": \"ltr\" }", LanguageFindings.HeadUnusable)]
    [TestCase("{ \"language\": \"sw\", \"direction\": \"ltr\" }", LanguageFindings.HeadUnusable)]
    [TestCase("{ \"language\": \"sw\", \"name\": 7, \"direction\": \"ltr\" }", LanguageFindings.HeadUnusable)]
    [TestCase("{ \"language\": \"sw\", \"name\": \"Kiswahili\" }", LanguageFindings.HeadUnusable)]
    [TestCase("{ \"language\": \"sw\", \"name\": \"Kiswahili\", \"direction\": \"up\" }", LanguageFindings.HeadUnusable)]
    [TestCase("{ \"language\": \"sw\", \"name\": \"\\ud800\", \"direction\": \"ltr\" }", LanguageFindings.HeadUnusable)]
    public void A_language_that_cannot_be_told_is_not_offered(string content, string rule)
    {
        Write("sw.json", content);

        var languages = Read();

        Assert.Multiple(() =>
        {
            Assert.That(languages.Findings.Select(finding => finding.Rule), Does.Contain(rule));
            Assert.That(languages.Find("sw"), Is.Null);
            Assert.That(languages.Find("fr"), Is.Not.Null);
        });
    }

    [TestCase("\"page.now\": 7", LanguageFindings.TextUnusable)]
    [TestCase("\"page.now\": { \"english\": \"Now\" }", LanguageFindings.TextUnusable)]
    [TestCase("\"page.now\": \"a\\u0007b\"", LanguageFindings.TextUnusable)]
    [TestCase("\"page.now\": \"\\udc00\"", LanguageFindings.TextUnusable)]
    [TestCase("\"page.then\": \"Baadaye\"", LanguageFindings.KeyUnknown)]
    [TestCase("\"page.waiting.few\": \"{since} {destination} {count} {size} {next}\"", LanguageFindings.KeyUnknown)]
    [TestCase("\"page.now\": \"Sasa {count}\"", LanguageFindings.PlacesDiffer)]
    [TestCase("\"page.disk\": \"Nafasi ipo\"", LanguageFindings.PlacesDiffer)]
    [TestCase("\"page.disk\": \"{free} {\"", LanguageFindings.PlacesDiffer)]
    [TestCase("\"page.disk\": \"{free}} ipo\"", LanguageFindings.PlacesDiffer)]
    public void A_bad_text_is_left_out_and_its_neighbours_are_used(string text, string rule)
    {
        Write("sw.json", $$"""
            { {{Swahili}}, "texts": {
              {{text}},
              "page.tonight": "Usiku huu"
            } }
            """);

        var languages = Read();

        Assert.Multiple(() =>
        {
            Assert.That(languages.Findings.Select(finding => (finding.Rule, finding.Line)), Is.EqualTo(new[] { (rule, (long?)2) }));
            Assert.That(languages.Find("sw")?.Texts.Keys, Is.EqualTo(new[] { "page.tonight" }));
        });
    }

    [TestCase("\"culture\": \"xx-nowhere\"", LanguageFindings.CultureUnknown)]
    [TestCase("\"plural\": \"one: n = 1\"", LanguageFindings.PluralUnknown)]
    [TestCase("\"plural\": \"like xx\"", LanguageFindings.PluralUnknown)]
    [TestCase("\"colour\": \"red\"", LanguageFindings.PropertyUnknown)]
    [TestCase("\"texts\": []", LanguageFindings.PropertyUnknown)]
    [TestCase("\"texts\": { \"page.now\": \"Sasa\", \"page.now\": \"Leo\" }", LanguageFindings.KeyTwice)]
    [TestCase("\"texts\": { \"page.now\": { \"english\": \"At once\", \"text\": \"Sasa\" } }", LanguageFindings.EnglishChanged)]
    public void A_language_is_offered_though_something_in_its_file_is_wrong(string property, string rule)
    {
        Write("sw.json", $$"""{ {{Swahili}}, {{property}} }""");

        var languages = Read();

        Assert.Multiple(() =>
        {
            Assert.That(languages.Findings.Select(finding => finding.Rule), Is.EqualTo(new[] { rule }));
            Assert.That(languages.Find("sw")?.Name, Is.EqualTo("Kiswahili"));
        });
    }

    [Test]
    public void A_bad_file_for_a_language_of_the_program_leaves_that_language_as_it_was()
    {
        Write("fr.json", "{ \"language\": \"fr\"");

        var languages = Read();

        Assert.That(languages.Find("fr")?.Find("right.Patent"), Is.EqualTo("Brevets"));
    }

    [Test]
    public void Bytes_that_are_no_text_are_refused()
    {
        File.WriteAllBytes(_folder.PathOf("sw.json"), [0x7b, 0xff, 0xfe, 0x7d]);

        var languages = Read();

        Assert.That(languages.Findings.Single().Rule, Is.EqualTo(LanguageFindings.FileUnreadable));
    }

    [Test]
    public void Two_files_for_one_language_are_not_mixed()
    {
        Write("a.json", $$"""{ {{Swahili}}, "texts": { "page.now": "Sasa" } }""");
        Write("b.json", $$"""{ {{Swahili}}, "texts": { "page.now": "Leo" } }""");

        var languages = Read();

        Assert.Multiple(() =>
        {
            Assert.That(languages.Findings.Single().Rule, Is.EqualTo(LanguageFindings.Twice));
            Assert.That(languages.Find("sw")?.Find("page.now"), Is.EqualTo("Sasa"));
        });
    }

    public static IEnumerable<TestCaseData> SmallLimits =>
    [
        new(new LanguageLimits { FileBytes = 20 }, LanguageFindings.FileTooLarge),
        new(new LanguageLimits { Files = 1 }, LanguageFindings.FilesTooMany),
        new(new LanguageLimits { Texts = 1 }, LanguageFindings.TextsTooMany),
        new(new LanguageLimits { Key = 8 }, LanguageFindings.TextUnusable),
        new(new LanguageLimits { Text = 4 }, LanguageFindings.TextUnusable),
        new(new LanguageLimits { Head = 3 }, LanguageFindings.HeadUnusable),
        new(new LanguageLimits { Depth = 1 }, LanguageFindings.FileUnreadable),
    ];

    [TestCaseSource(nameof(SmallLimits))]
    public void What_is_beyond_a_limit_is_found_and_not_taken(LanguageLimits limits, string rule)
    {
        Write("sw.json", $$"""{ {{Swahili}}, "texts": { "page.now": "Kwa sasa", "page.tonight": "Usiku huu" } }""");
        Write("tt.json", """{ "language": "tt", "name": "tat", "direction": "ltr" }""");

        var languages = new LanguageFolder(_folder.Path, limits).Read();

        Assert.That(languages.Findings.Select(finding => finding.Rule), Does.Contain(rule));
    }

    [Test]
    public void Findings_beyond_the_limit_are_counted()
    {
        Write("sw.json", $$"""{ {{Swahili}}, "texts": { "a": "1", "b": "2", "c": "3" } }""");

        var languages = new LanguageFolder(_folder.Path, new LanguageLimits { Findings = 1 }).Read();

        Assert.That(languages.Findings.Select(finding => (finding.Rule, finding.Found)), Does.Contain((LanguageFindings.More, "2")));
    }

    private void Write(string name, string content) => File.WriteAllText(_folder.PathOf(name), content);

    private Languages Read() => new LanguageFolder(_folder.Path).Read();
}
