using System.Runtime.Versioning;
using NUnit.Framework;
using OfficeNode.Journeys.Service;

namespace OfficeNode.Journeys.Scanning;

/// <summary>Files and folders to which the program has no right.</summary>
[Platform("Linux")]
[SupportedOSPlatform("linux")]
[Parallelizable(ParallelScope.Self)]   // a node of its own, and programs that leave a core free
public sealed class ScanRightsTests : OneNodeTests
{
    private const UnixFileMode ReadOnly = UnixFileMode.UserRead | UnixFileMode.UserExecute;

    private string _folder = "";   // laid before each test: three pages, of which the second may not be read

    [SetUp]
    public void LayPapers()
    {
        _folder = Papers.Lay(Node, 3);
        File.SetUnixFileMode(Path.Combine(_folder, "page2.png"), UnixFileMode.None);
    }

    [TearDown]
    public void GiveRightsBack() => File.SetUnixFileMode(_folder, ReadOnly | UnixFileMode.UserWrite);   // else nobody but root can remove it

    [Test]
    public async Task A_file_that_may_not_be_read_is_put_aside_by_name_and_its_neighbours_go_through()
    {
        var scan = await ScanAsync();

        Assert.That((scan.ExitCode, scan.Count("pages"), scan.Count("refused")), Is.EqualTo((1, 2L, 1L)), scan.Everything);
        Assert.That(Errors(scan), Is.EqualTo(new[] { ("IMAGE-FILE-UNREADABLE", "page2.png") }));
        Assert.That(File.Exists(Path.Combine(_folder, "refused", "page2.png")), Is.True);
    }

    [Test]
    public async Task Files_that_may_not_be_moved_stay_and_become_pages_once()
    {
        File.SetUnixFileMode(_folder, ReadOnly);

        var scan = await ScanAsync();
        var again = await ScanAsync();

        Assert.That((scan.ExitCode, scan.Count("pages"), scan.Json.GetProperty("stopped").GetString()), Is.EqualTo((3, 2L, "SCANNER-DENIED")), scan.Everything);
        Assert.That(Errors(scan), Does.Contain(("IMAGE-FILE-UNREADABLE", "page2.png")));
        Assert.That(again.Count("pages"), Is.Zero, again.Everything);
        Assert.That(Directory.GetFiles(_folder).Select(Path.GetFileName), Is.EquivalentTo(Papers.Names(3)));
    }

    [Test]
    [CancelAfter(120_000)]
    public async Task The_service_outlives_a_file_that_it_may_not_read(CancellationToken cancellation)
    {
        await Node.DoAsync("scanners", "watch", _folder, "--rest", "0");
        using var service = await RunningService.StartAsync(ProgramRun.WithOrdinaryRights(Node.Line(["serve", "--urls", "http://127.0.0.1:0", "--json"])), cancellation);
        var first = await service.SaidAsync("pages from", cancellation);
        var refused = await service.SaidAsync("page2.png", cancellation);

        await File.WriteAllBytesAsync(Path.Combine(_folder, "later.part"), Papers.Picture(4), cancellation);
        File.Move(Path.Combine(_folder, "later.part"), Path.Combine(_folder, "later.png"));
        var second = await service.SaidAsync("pages from", cancellation);

        Assert.That(first, Does.Contain("B-1: 2 pages").And.Contain("1 files refused"));
        Assert.That(refused, Does.Contain("IMAGE-FILE-UNREADABLE"));
        Assert.That(second, Does.Contain("B-2: 1 pages"));
    }

    private Task<ProgramRun> ScanAsync() => ProgramRun.WithOrdinaryRightsAsync(Node.Line(["scan", "--rest", "0", "--source", $"folder:{_folder}", "--json"]));

    private static IEnumerable<(string? Rule, string? File)> Errors(ProgramRun scan) => scan.Findings
        .Where(finding => finding.GetProperty("severity").GetString() == "error")
        .Select(finding => (finding.GetProperty("rule").GetString(), finding.GetProperty("file").GetString()));
}
