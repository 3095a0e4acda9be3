using NUnit.Framework;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Scanners;

[Platform("Linux")]
public sealed class ScannersCommandTests
{
    [Test]
    public async Task A_scanner_is_shown_with_the_source_to_scan_from()
    {
        Tool.Run("scanimage", "sane-utils", "--version");

        var run = await ProgramRun.OfAsync(["scanners", "test:0", "--json"]);

        var scanner = run.Json.GetProperty("scanners")[0];
        Assert.That(
            (run.ExitCode, scanner.GetProperty("source").GetString(), scanner.GetProperty("feeder").GetBoolean(), scanner.GetProperty("resolutionTo").GetDouble()),
            Is.EqualTo((0, "sane:test:0", true, 1200.0)));
    }

    [Test]
    public async Task A_scanner_that_is_not_there_ends_with_the_reason()
    {
        Tool.Run("scanimage", "sane-utils", "--version");

        var run = await ProgramRun.OfAsync(["scanners", "nosuch", "--json"]);

        var finding = run.Json.GetProperty("scanners")[0].GetProperty("findings")[0];
        Assert.That((run.ExitCode, finding.GetProperty("rule").GetString()), Is.EqualTo((3, "SCANNER-NOT-FOUND")));
    }
}
