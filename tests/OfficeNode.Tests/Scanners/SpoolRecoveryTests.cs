using System.Diagnostics;
using NUnit.Framework;
using OfficeNode.Capture.Scanners;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Scanners;

/// <summary>What a stop leaves behind, and that the next scan goes on from there: no page lost, doubled or out of order.</summary>
[Platform("Linux")]
public sealed class SpoolRecoveryTests
{
    private const string SlowFeeder = ScanRig.Feeder + "&read-delay=yes&read-delay-duration=5000";

    private ScanRig _rig = null!;   // made before each test

    [SetUp]
    public void SetUp() => _rig = new();

    [TearDown]
    public void TearDown() => _rig.Dispose();

    [Test]
    public async Task Sides_that_were_not_settled_come_first_and_numbers_go_on_behind_them()
    {
        await _rig.ScanAsync(ScanRig.Feeder);

        var sides = await _rig.ScanAsync(ScanRig.Feeder, _rig.Order(firstSheet: 4));

        Assert.That(sides.Select(side => side.Sheet), Is.EqualTo(Enumerable.Range(1, 20)));
    }

    [Test]
    public async Task A_part_is_deleted()
    {
        File.WriteAllText(Path.Combine(_rig.Spool, "simplex-000001.tif.part"), "II*");

        await _rig.ScanAsync("sane:test:0?source=Flatbed");

        Assert.That(Directory.EnumerateFiles(_rig.Spool).Select(Path.GetFileName), Is.EqualTo(new[] { "simplex-000001.tif" }));
    }

    [Test]
    public async Task Behind_a_side_without_its_bytes_sides_are_kept_aside_and_scanned_again()
    {
        await _rig.ScanAsync(ScanRig.Feeder);
        File.WriteAllBytes(Path.Combine(_rig.Spool, "simplex-000008.tif"), []);

        var sides = await _rig.ScanAsync("sane:test:0?source=Flatbed");

        Assert.Multiple(() =>
        {
            Assert.That(sides.Select(side => side.Sheet), Is.EqualTo(Enumerable.Range(1, 8)));
            Assert.That(Directory.EnumerateFiles(Path.Combine(_rig.Spool, "unfinished")).Count(), Is.EqualTo(2));
        });
    }

    [Test]
    public async Task Files_of_others_in_the_spool_are_left_alone()
    {
        File.WriteAllText(Path.Combine(_rig.Spool, "notes.txt.part"), "mine");

        await _rig.ScanAsync("sane:test:0?source=Flatbed");

        Assert.That(File.Exists(Path.Combine(_rig.Spool, "notes.txt.part")));
    }

    [Test]
    public async Task A_scanimage_that_outlived_its_caller_is_ended_first()
    {
        using var orphan = Process.Start("scanimage", ["-d", "test:0", "--source=Automatic Document Feeder", "--read-delay=yes", "--read-delay-duration=200000", "--format=tiff",
            new SideSpool(_rig.Spool, new(), new Core.Disk.PhysicalDisk()).BatchArgument(duplex: false)]);

        await _rig.ScanAsync("sane:test:0?source=Flatbed");

        Assert.That(orphan.HasExited);
    }

    [Test]
    public async Task No_sheet_is_lost_or_doubled_when_scanimage_is_killed_anywhere()
    {
        var random = FaultPoints.Random();
        var entered = new List<int>();
        for (var point = 0; point < FaultPoints.Count(20, 200); point++)
        {
            await ScanUntilKilledAsync(entered, random.Next(1, 9), random.Next(3));
        }

        Assert.That(entered, Is.EqualTo(Enumerable.Range(1, entered.Count)));
    }

    [Test]
    public void No_sheet_is_lost_or_doubled_when_the_caller_is_killed_anywhere()
    {
        var random = FaultPoints.Random();
        var entered = Directory.CreateDirectory(_rig.PathOf("entered")).FullName;
        var points = FaultPoints.Count(20, 200);
        for (var point = 0; point < points; point++)
        {
            RunCallerUntilKilled(entered, random.Next(1, 12));
        }

        var sheets = Directory.EnumerateFiles(entered, "*.tif").Order(StringComparer.Ordinal).ToList();   // the last kill may leave a part of the next
        Assert.Multiple(() =>
        {
            Assert.That(sheets.Select(Path.GetFileName), Is.EqualTo(Enumerable.Range(1, sheets.Count).Select(sheet => $"{sheet:D6}-Front.tif")));
            Assert.That(sheets.Where(sheet => ScanRig.Header(sheet).IsRefused), Is.Empty);
            Assert.That(sheets, Has.Count.GreaterThanOrEqualTo(points));
        });
    }

    private async Task ScanUntilKilledAsync(List<int> entered, int sides, int taken)
    {
        var scanner = _rig.Open(SlowFeeder);
        var order = _rig.Order(entered.Count + 1);
        var yielded = 0;
        try
        {
            await foreach (var side in scanner.ScanAsync(order, CancellationToken.None))
            {
                if (!entered.Contains(side.Sheet))
                {
                    entered.Add(side.Sheet);
                }

                // Some stay unsettled, as after a stop between entering and settling.
                if (++yielded <= sides - taken)
                {
                    scanner.Take(side);
                }

                if (yielded == sides)
                {
                    KillAll();
                }
            }
        }
        catch (ScannerException error)
        {
            Assert.That(error.Fault, Is.EqualTo(ScannerFault.Other), error.Message);
        }
    }

    private void KillAll()
    {
        foreach (var id in _rig.ScanimageIds())
        {
            ProcessTree.Kill(id);
        }
    }

    private void RunCallerUntilKilled(string entered, int lines)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "OfficeNode.TestWorker.dll");
        var start = new ProcessStartInfo("dotnet", [program, "scan", SlowFeeder, _rig.Spool, entered]) { RedirectStandardOutput = true };
        using var caller = Process.Start(start)!;   // it replaces nothing
        for (var line = 0; line < lines && caller.StandardOutput.ReadLine() is not null; line++)
        {
            // Each line is a sheet taken from the spool, entered, or settled.
        }

        caller.Kill();
        caller.WaitForExit();
    }
}
