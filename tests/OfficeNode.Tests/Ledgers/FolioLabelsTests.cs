using NUnit.Framework;
using OfficeNode.Core.Ledgers;

namespace OfficeNode.Tests.Ledgers;

public sealed class FolioLabelsTests
{
    [TestCase("1", "2")]
    [TestCase("0458", "0459")]
    [TestCase("99", "100")]
    [TestCase("12r", "12v")]
    [TestCase("12v", "13r")]
    [TestCase("A 9 b", "A 10 b")]
    [TestCase("١٩", "٢٠")]
    [TestCase("cover", "cover")]
    public void A_folio_counts_on_from_the_one_before(string label, string after)
    {
        Assert.That(FolioLabels.After(label), Is.EqualTo(after));
    }

    [Test]
    public void Folios_count_on_from_what_people_said()
    {
        var labels = FolioLabels.Of([null, null, "10", null]);

        Assert.That(labels, Is.EqualTo(new[] { "1", "2", "10", "11" }));
    }
}
