using NUnit.Framework;
using OfficeNode.Host.Texts;

namespace OfficeNode.Journeys.Texts;

public sealed class LanguageTagTests
{
    [TestCase("FR", "fr")]
    [TestCase("pt-br", "pt-BR")]
    [TestCase("ZH-hANT-tw", "zh-Hant-TW")]
    [TestCase("es-419", "es-419")]
    [TestCase("ca-valencia", "ca-valencia")]
    public void A_tag_is_written_in_the_usual_case(string text, string tag)
    {
        var parsed = LanguageTag.Parse(text);

        Assert.That(parsed.Value.Value, Is.EqualTo(tag));
    }

    [TestCase("")]
    [TestCase("f")]
    [TestCase("french")]
    [TestCase("fr_FR")]
    [TestCase("fr-")]
    [TestCase("../fr")]
    [TestCase("x-office")]
    public void What_is_no_tag_is_refused(string text)
    {
        var parsed = LanguageTag.Parse(text);

        Assert.That(parsed.Success, Is.False);
    }
}
