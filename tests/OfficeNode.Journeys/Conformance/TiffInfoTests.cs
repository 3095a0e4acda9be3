using NUnit.Framework;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Conformance;

/// <summary>The judge of page images notices what it is there for.</summary>
public sealed class TiffInfoTests
{
    [TestCase("200dpi", "not 'Resolution: 300, 300 pixels/inch'")]
    [TestCase("other-maker", "not 'Photometric Interpretation: min-is-white'")]
    [TestCase("other-maker", "not one strip")]
    [TestCase("other-maker", "not little-endian")]
    [TestCase("multipage", "not one page")]
    public void A_fault_of_a_scan_is_named(string form, string fault)
    {
        var file = Corpus.Pages().First(pages => pages.Form == form).Files[0];

        var faults = TiffInfo.Faults([file]);

        Assert.That(faults.Any(said => said.Contains(fault, StringComparison.Ordinal)), Is.True, string.Join('\n', faults));
    }
}
