using NUnit.Framework;
using OfficeNode.Host.Texts;

namespace OfficeNode.Journeys.Texts;

public sealed class ShippedLanguageTests
{
    /// <summary>What is English in all languages until it is decided otherwise: beginnings of keys. This list only ever gets shorter.</summary>
    private static readonly string[] NotYetTranslated =
    [
        "acknowledge.", "batch.", "command.", "destination.", "doctor-line.", "doctor.", "dossier.", "file.", "hold.", "image-worker.", "import.",
        "init.", "intake-taken.", "intake.", "keys.", "languages.", "officenode.", "option.", "package.", "pages.", "progress.", "publish.", "read.",
        "rejects.", "scan.", "scanners.", "separators.", "serve.", "standards.", "status.", "sync.", "target.", "trust.", "unhold.", "users.", "validate.",
        "value.", "verify-kind.", "verify.",
    ];

    public static IEnumerable<string> Tags => Languages.Shipped.All.Select(language => language.Tag.Value).Where(tag => tag != "en");

    [Test]
    public void The_program_brings_the_languages_it_promises()
    {
        Assert.That(Tags, Is.EqualTo(new[] { "ar", "es", "fr", "pt", "ru" }));
    }

    [Test]
    public void Nothing_is_wrong_with_the_files_of_the_program()
    {
        Assert.That(Languages.Shipped.Findings, Is.Empty);
    }

    [TestCaseSource(nameof(Tags))]
    public void No_text_is_untranslated(string tag)
    {
        var untranslated = LanguageGaps.Untranslated(Of(tag)).Where(IsWanted);

        Assert.That(untranslated, Is.Empty);
    }

    [TestCaseSource(nameof(Tags))]
    public void Counted_texts_have_all_forms_of_the_language(string tag)
    {
        Assert.That(LanguageGaps.MissingForms(Of(tag)), Is.Empty);
    }

    [Test]
    public void What_is_said_to_be_not_translated_yet_is_in_no_language()
    {
        var translated = Languages.Shipped.All.Where(language => language.Tag.Value != "en").SelectMany(language => language.Texts.Keys).Distinct();

        Assert.That(translated.Where(key => !IsWanted(key)), Is.Empty);
    }

    [Test]
    public void Every_beginning_that_is_not_translated_yet_is_that_of_a_text()
    {
        Assert.That(NotYetTranslated.Where(prefix => !EnglishTexts.Keys.Any(key => key.StartsWith(prefix, StringComparison.Ordinal))), Is.Empty);
    }

    [TestCaseSource(nameof(Tags))]
    public void No_text_shouts(string tag)
    {
        Assert.That(Of(tag).Texts.Where(text => text.Value.Contains('!', StringComparison.Ordinal)), Is.Empty);
    }

    [TestCaseSource(nameof(Tags))]
    public void A_text_ends_as_the_English_one_does(string tag)
    {
        var odd = Of(tag).Texts.Where(text => EnglishTexts.All.TryGetValue(text.Key, out var english) && EndsSentence(english) != EndsSentence(text.Value));

        Assert.That(odd, Is.Empty);
    }

    [TestCaseSource(nameof(Tags))]
    public void Commands_and_options_are_named_as_in_English(string tag)
    {
        var odd = Of(tag).Texts.Where(text => EnglishTexts.All.TryGetValue(text.Key, out var english) && !CommandsIn(english).SequenceEqual(CommandsIn(text.Value)));

        Assert.That(odd, Is.Empty);
    }

    private static Language Of(string tag) => Languages.Shipped.All.Single(language => language.Tag.Value == tag);

    private static bool IsWanted(string key) => !NotYetTranslated.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal));

    private static bool EndsSentence(string text) => text.EndsWith('.');

    // An option or the name of the program, wherever the language puts it.
    private static IEnumerable<string> CommandsIn(string text) => text
        .Split([' ', ',', '.', ';', ':', '(', ')', '«', '»', '"', '\u00a0', '\u202f', '،', '؛'], StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word == "officenode" || word.StartsWith("--", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);
}
