using NUnit.Framework;
using OfficeNode.Capture;
using OfficeNode.Core;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Looks;

[Parallelizable(ParallelScope.Self)]   // workers of its own, one of which leaves a core free
public sealed class LookTortureTests
{
    [TestCase("samples/image-torture")]
    [TestCase("samples/scans")]
    public async Task Each_sample_is_looked_at_or_refused_with_a_finding(string folder)
    {
        await using var bench = new LookBench();
        var every = FaultPoints.Count(6, 1);
        var files = Directory.GetFiles(SharedMaterial.Require(folder), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where((_, n) => n % every == 0);

        var results = await Task.WhenAll(files.Select(async path => (Path: path, Seen: await bench.Looker.LookAsync(path, 0, CancellationToken.None))));

        Assert.Multiple(() =>
        {
            Assert.That(results.Where(result => result.Seen.Look is null && result.Seen.Findings.All(finding => finding.Severity == Severity.Info)), Is.Empty, "not looked at without a word");
            Assert.That(
                results.Where(result => result.Seen.Findings.Any(finding => finding.Rule is CaptureFindings.WorkerCrashed or CaptureFindings.WorkerTimedOut)).Select(result => result.Path),
                Is.Empty);
        });
    }
}
