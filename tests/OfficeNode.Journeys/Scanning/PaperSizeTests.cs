using NUnit.Framework;
using OfficeNode.Core.Batches;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Scanning;

/// <summary>Paper of a size that is smaller than what the scanner sees, from SANE's own test device.</summary>
[Platform("Linux")]
[Parallelizable(ParallelScope.Self)]   // a node of its own, and programs that leave a core free
public sealed class PaperSizeTests : OneNodeTests
{
    private const string Glass = "sane:test:0?source=Flatbed";

    [SetUp]
    public void AskForScanimage() => Tool.Run("scanimage", "sane-utils", "--version");

    [Test]
    public async Task Paper_of_a_size_becomes_a_page_of_that_size()
    {
        const string TenDotsPerMillimetre = "254";

        var scan = await Node.DoAsync("scan", "--source", Glass, "--dpi", TenDotsPerMillimetre, "--paper", "105x148");

        var batch = BatchId.Parse(scan.Json.GetProperty("batch").GetString() ?? "").Value;
        var page = Node.Read(session => session.Batches.Pages(batch)).Single();
        Assert.That((page.Facts.Width, page.Facts.Height), Is.EqualTo((1050, 1480)));
    }

    [Test]
    public async Task Paper_that_the_scanner_does_not_see_is_refused_and_nothing_is_scanned()
    {
        var scan = await Node.RunAsync("scan", "--source", Glass, "--paper", "a4");

        Assert.That((scan.ExitCode, scan.Count("pages"), scan.Json.GetProperty("stopped").GetString()), Is.EqualTo((3, 0L, "SCANNER-NOT-SUPPORTED")), scan.Everything);
    }

    [TestCase(Glass, "a9", "210x297")]
    [TestCase(Glass, "0x0", "20 to 1600 millimetres")]
    [TestCase("folder:/nowhere", "a4", "leave out --paper")]
    public async Task A_size_that_is_none_or_has_no_use_is_wrong_use(string source, string paper, string expected)
    {
        var scan = await Node.RunPlainAsync("scan", "--source", source, "--paper", paper);

        Assert.That(scan.ExitCode, Is.EqualTo(2), scan.Everything);
        Assert.That(scan.Messages, Does.Contain(expected));
        Assert.That(Node.Read(session => session.Batches.Newest(1)), Is.Empty);
    }
}
