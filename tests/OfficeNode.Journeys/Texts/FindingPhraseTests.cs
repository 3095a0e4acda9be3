using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Host.Texts;

namespace OfficeNode.Journeys.Texts;

public sealed class FindingPhraseTests
{
    [TestCase("BATCH-PAGE-COUNT", "page 3", "página 3")]
    [TestCase("LOOK-RESOLUTION", "300 dpi or more", "300 dpi o más")]
    [TestCase("LOOK-CLIPPED", "left top", "izquierda, arriba")]
    [TestCase("LOOK-TOO-DARK", "ink", "tinta")]
    public void A_phrase_of_a_finding_is_said_in_the_language_of_the_reader(string rule, string phrase, string said)
    {
        using var entered = Languages.Shipped.Find("es")!.Enter();

        Assert.That(FindingPhrases.Of(new Finding(rule, Severity.Warning), phrase), Is.EqualTo(said));
    }

    [TestCase("SCAN-SOURCE", "left")]
    [TestCase("LOOK-CLIPPED", "scan 12.tif")]
    [TestCase("BATCH-FILE-KNOWN", "page 3 of 4")]
    public void What_was_typed_or_printed_stays_as_it_is(string rule, string text)
    {
        using var entered = Languages.Shipped.Find("es")!.Enter();

        Assert.That(FindingPhrases.Of(new Finding(rule, Severity.Warning), text), Is.EqualTo(text));
    }
}
