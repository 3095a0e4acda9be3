using System.Globalization;
using System.Text.Json;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Scanning;

/// <summary>Every hostile, broken and strange file at hand lies in a folder that is scanned.</summary>
public sealed class ScanTortureTests : OneNodeTests
{
    // Bytes. So small are two hundred of the files, half of them PDFs: half a minute's work.
    private const int LargestOfDay = 1_500;

    // Sorted behind all others.
    private const string GoodPage = "zzz-good.png";

    // MB resident of service, workers and all that they start, at their worst together, what they share counted for each; measured 711 with all files.
    private const long MostMegabytes = 1_000;

    private static readonly string[] Collections = ["image-torture", "pdf-torture", "scans"];
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);

    [Test]
    [Platform("Linux")]
    public async Task Every_file_is_taken_whole_or_put_aside_by_name_and_the_good_page_behind_them_is_taken()
    {
        var folder = Directory.CreateDirectory(Node.PathOf("papers")).FullName;
        var digests = Lay(folder);

        var (scan, peak) = await ProcessTree.PeakOfAsync(
            () => ProgramRun.OfAsync(Node.Line(["scan", "--rest", "0", "--source", $"folder:{folder}", "--json"]), Patience), CancellationToken.None);

        var (taken, refused) = (NamesIn(folder, "taken"), NamesIn(folder, "refused"));
        Report(scan, digests.Count, taken, refused, peak);
        Assert.Multiple(() =>
        {
            Assert.That(scan.ExitCode, Is.EqualTo(1), scan.Messages);
            Assert.That(Directory.GetFiles(folder), Is.Empty, "left");
            Assert.That(taken.Concat(refused), Is.EquivalentTo(digests.Keys), "lost or doubled");
            Assert.That(FilesWithErrors(scan).Intersect(digests.Keys), Is.EquivalentTo(refused), "refused and named");
            Assert.That(Masters(), Is.EquivalentTo(taken.Select(name => (name, digests[name]))), "masters with the bytes that came");
            Assert.That(taken, Does.Contain(GoodPage));
            Assert.That(taken.Select(Path.GetExtension), Has.None.AnyOf(".md", ".tsv", ".txt", ".xml"));
            Assert.That(peak, Is.LessThan(MostMegabytes));
        });
        NodeInvariants.Check(Node);
    }

    /// <summary>Copies the collections flat, each file under a name of its own, and a good page; gives their digests.</summary>
    private static Dictionary<string, Digest> Lay(string folder)
    {
        foreach (var collection in Collections)
        {
            var root = SharedMaterial.Require($"samples/{collection}");
            foreach (var file in new DirectoryInfo(root).EnumerateFiles("*", SearchOption.AllDirectories).Where(file => FaultPoints.IsLong || file.Length <= LargestOfDay))
            {
                file.CopyTo(Path.Combine(folder, $"{collection}__{Path.GetRelativePath(root, file.FullName).Replace('/', '_')}"));
            }
        }

        File.WriteAllBytes(Path.Combine(folder, GoodPage), Papers.Picture(1));
        return Directory.GetFiles(folder).ToDictionary(file => Path.GetFileName(file), file => Digest.Of(File.ReadAllBytes(file)));
    }

    private static List<string> NamesIn(string folder, string aside) => [.. Directory.GetFiles(Path.Combine(folder, aside)).Select(file => Path.GetFileName(file))];

    private static IEnumerable<string> FilesWithErrors(ProgramRun scan) => Errors(scan).Select(FileOf).Distinct();

    private static IEnumerable<JsonElement> Errors(ProgramRun scan) =>
        scan.Findings.Where(finding => finding.GetProperty("severity").GetString() == "error");

    private static string FileOf(JsonElement finding) => finding.GetProperty("file").GetString() ?? "";

    /// <summary>The digest of the master of each file that became pages, by its bytes.</summary>
    private List<(string File, Digest Digest)> Masters() =>
    [
        .. Node.Read(session => session.Batches.Pages(session.Batches.Newest(1)[0].Batch.Id).ToList())
            .DistinctBy(page => page.File)
            .Select(page => (page.File ?? "", Digest.Of(File.ReadAllBytes(Node.Folder.MasterFile(page.Master.Digest, page.Master.Extension))))),
    ];

    private static void Report(ProgramRun scan, int files, List<string> taken, List<string> refused, long peak)
    {
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files} files: {taken.Count} taken, {refused.Count} refused; at most {peak} MB"));
        foreach (var rule in Errors(scan).GroupBy(finding => finding.GetProperty("rule").GetString()).OrderByDescending(rule => rule.Count()))
        {
            TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rule.Key}: {rule.Select(FileOf).Distinct().Count()}"));
        }
    }
}
