using NUnit.Framework;
using OfficeNode.Capture.Scanners;
using OfficeNode.Core.Batches;
using OfficeNode.Core.Disk;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Scanners;

/// <summary>SANE's own test device is a real scanner with all its failures; a script stands in only where it cannot fail in the middle.</summary>
[Platform("Linux")]
public sealed class SaneScannerTests
{
    private ScanRig _rig = null!;   // made before each test

    // Ten seconds are long for a page of a scanner that is none.
    private static readonly ScannerOptions Hurried = new() { PageTime = TimeSpan.FromSeconds(10) };

    [SetUp]
    public void SetUp() => _rig = new();

    [TearDown]
    public void TearDown() => _rig.Dispose();

    [Test]
    public async Task Ten_sheets_of_a_feeder_come_in_order()
    {
        var sides = await _rig.ScanAsync(ScanRig.Feeder);

        Assert.That(sides.Select(side => (side.Sheet, side.Side)), Is.EqualTo(Enumerable.Range(1, 10).Select(sheet => (sheet, Side.Front))));
    }

    [Test]
    public async Task A_feeder_is_taken_where_there_is_one()
    {
        var sides = await _rig.ScanAsync("sane:test:0");

        Assert.That(sides, Has.Count.EqualTo(10));
    }

    [Test]
    public async Task Glass_gives_one_side()
    {
        var sides = await _rig.ScanAsync("sane:test:0?source=Flatbed");

        Assert.That(sides, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Sheet_numbers_go_on_where_the_batch_stands()
    {
        var sides = await _rig.ScanAsync(ScanRig.Feeder, _rig.Order(firstSheet: 8));

        Assert.That(sides.Select(side => side.Sheet), Is.EqualTo(Enumerable.Range(8, 10)));
    }

    [TestCase(ScanColour.Bilevel, 1, 1)]
    [TestCase(ScanColour.Grey, 8, 1)]
    [TestCase(ScanColour.Colour, 8, 3)]
    public async Task The_file_says_colour_and_resolution_as_ordered(ScanColour colour, int bits, int samples)
    {
        var sides = await _rig.ScanAsync("sane:test:0?source=Flatbed", _rig.Order() with { Colour = colour, Resolution = 300 });

        var facts = ScanRig.Header(sides[0].Path).Frames[0];
        Assert.That((facts.BitsPerSample, facts.SamplesPerPixel, facts.DpiX, facts.DpiY), Is.EqualTo((bits, samples, 300.0, 300.0)));
    }

    [Test]
    public async Task Paper_of_a_size_is_scanned_in_that_size()
    {
        var sides = await _rig.ScanAsync("sane:test:0?source=Flatbed", _rig.Order() with { Width = 105, Height = 148, Resolution = 254 });

        var facts = ScanRig.Header(sides[0].Path).Frames[0];
        Assert.That((facts.Width, facts.Height), Is.EqualTo((1050, 1480)));
    }

    [Test]
    public async Task A_page_of_ones_own_keeps_its_pixels_and_gets_the_resolution()
    {
        var page = _rig.Page("page.pgm", 77);

        var sides = await _rig.ScanAsync($"sane:pnm:0?filename={page}", _rig.Order() with { Resolution = 300 });

        var facts = ScanRig.Header(sides[0].Path).Frames[0];
        Assert.Multiple(() =>
        {
            Assert.That((facts.Width, facts.Height, facts.DpiX), Is.EqualTo((40, 30, 300.0)));
            Assert.That(File.ReadAllBytes(sides[0].Path).AsSpan().IndexOf(Enumerable.Repeat((byte)77, 40 * 30).ToArray()), Is.Positive);
        });
    }

    [Test]
    public async Task An_option_that_stands_several_times_is_one_scan_each()
    {
        var pages = Enumerable.Range(1, 3).Select(number => _rig.Page($"page & {number}.pgm", 200, width: 10 * number)).ToList();

        var sides = await _rig.ScanAsync("sane:pnm:0?" + string.Join('&', pages.Select(page => "filename=" + Uri.EscapeDataString(page))));

        Assert.That(sides.Select(side => (side.Sheet, ScanRig.Header(side.Path).Frames[0].Width)), Is.EqualTo(new[] { (1, 10), (2, 20), (3, 30) }));
    }

    [Test]
    public async Task Values_that_brought_their_sheet_before_a_stop_are_not_scanned_again()
    {
        var pages = Enumerable.Range(1, 3).Select(number => _rig.Page($"{number}.pgm", 200, width: 10 * number)).ToList();

        var sides = await _rig.ScanAsync("sane:pnm:0?" + string.Join('&', pages.Select(page => "filename=" + Uri.EscapeDataString(page))), _rig.Order(firstSheet: 7) with { BeganWith = 6 });

        Assert.That(sides.Select(side => (side.Sheet, ScanRig.Header(side.Path).Frames[0].Width)), Is.EqualTo(new[] { (7, 20), (8, 30) }));
    }

    [Test]
    public async Task A_scanner_that_does_not_know_the_length_of_a_sheet_gives_whole_files()
    {
        var sides = await _rig.ScanAsync("sane:test:0?source=Flatbed&hand-scanner=yes", _rig.Order() with { Resolution = 300 });

        Assert.That(ScanRig.Header(sides[0].Path).IsRefused, Is.False);
    }

    [TestCase("SANE_STATUS_JAMMED", ScannerFault.Jam)]
    [TestCase("SANE_STATUS_NO_DOCS", ScannerFault.FeederEmpty)]
    [TestCase("SANE_STATUS_COVER_OPEN", ScannerFault.CoverOpen)]
    [TestCase("SANE_STATUS_DEVICE_BUSY", ScannerFault.Busy)]
    [TestCase("SANE_STATUS_ACCESS_DENIED", ScannerFault.Denied)]
    [TestCase("SANE_STATUS_IO_ERROR", ScannerFault.Gone)]
    [TestCase("SANE_STATUS_UNSUPPORTED", ScannerFault.NotSupported)]
    [TestCase("SANE_STATUS_INVAL", ScannerFault.Other)]
    [TestCase("SANE_STATUS_NO_MEM", ScannerFault.Other)]
    [TestCase("SANE_STATUS_CANCELLED", ScannerFault.Other)]
    public async Task What_the_device_reports_is_a_fault_of_its_kind(string status, ScannerFault expected)
    {
        var (sides, fault) = await ReportAsync(() => _rig.Open($"{ScanRig.Feeder}&read-return-value={status}", Hurried));

        Assert.That((sides, fault?.Fault), Is.EqualTo((0, (ScannerFault?)expected)), fault?.Message);
    }

    [TestCase("sane:nosuch:0", ScannerFault.NotFound)]
    [TestCase("sane:test:0?no-such-option=1", ScannerFault.NotSupported)]
    [TestCase("sane:test:0?batch-count=1", ScannerFault.NotSupported, Description = "an option of scanimage itself")]
    [TestCase("sane:test:0?mode=Infrared", ScannerFault.NotSupported)]
    [TestCase("sane:pnm:0?filename=/nowhere/page.pgm", ScannerFault.Other)]
    public async Task A_source_that_cannot_be_is_refused_with_a_reason(string source, ScannerFault expected)
    {
        var (_, fault) = await ScanRig.TryAsync(_rig.Open(source), _rig.Order());

        Assert.That(fault?.Fault, Is.EqualTo(expected), fault?.Message);
    }

    [Test]
    public async Task A_resolution_that_would_be_rounded_is_refused()
    {
        var (_, fault) = await ScanRig.TryAsync(_rig.Open("sane:test:0"), _rig.Order() with { Resolution = 2400 });

        Assert.That(fault?.Fault, Is.EqualTo(ScannerFault.NotSupported));
    }

    [Test]
    public async Task Both_sides_are_refused_where_the_scanner_sees_one()
    {
        var (_, fault) = await ScanRig.TryAsync(_rig.Open("sane:test:0"), _rig.Order() with { Duplex = true });

        Assert.That(fault?.Fault, Is.EqualTo(ScannerFault.NotSupported));
    }

    [Test]
    public async Task A_missing_program_says_so()
    {
        var (_, fault) = await ScanRig.TryAsync(_rig.Open("sane:test:0", new() { Program = "/nowhere/scanimage" }), _rig.Order());

        Assert.That(fault?.Fault, Is.EqualTo(ScannerFault.ProgramMissing));
    }

    [Test]
    public async Task Sides_before_a_jam_are_yielded()
    {
        var options = _rig.Script("""
            [[ "$*" == *--all-options* ]] && exec scanimage "$@"
            scanimage "$@" --batch-count=3
            exec scanimage "$@" --read-return-value=SANE_STATUS_JAMMED
            """);

        var (sides, fault) = await ReportAsync(() => _rig.Open(ScanRig.Feeder, options with { PageTime = Hurried.PageTime }));

        Assert.That((sides, fault?.Fault), Is.EqualTo((3, (ScannerFault?)ScannerFault.Jam)));
    }

    /// <summary>Scans until the scanner says something. SANE's test device, told to fail a read, locks itself up about once in thirty times; that a locked scanner is timed out is another test's.</summary>
    private async Task<(int Sides, ScannerException? Fault)> ReportAsync(Func<IScanner> open)
    {
        const int Tries = 6;
        for (var tries = 1; ; tries++)
        {
            var (sides, fault) = await ScanRig.TryAsync(open(), _rig.Order());
            if (fault is not { Fault: ScannerFault.TimedOut } || tries == Tries)
            {
                return (sides.Count, fault);
            }

            foreach (var side in Directory.GetFiles(_rig.Order().Spool))
            {
                File.Delete(side);
            }
        }
    }

    [Test]
    public async Task A_side_that_the_full_disk_cut_short_is_not_believed()
    {
        var (sides, fault) = await ScanRig.TryAsync(_rig.Open(ScanRig.Feeder, FullDisk()), _rig.Order());

        Assert.That((sides.Count, fault?.Fault, _rig.Open(ScanRig.Feeder).NextSheet(_rig.Order())), Is.EqualTo((2, (ScannerFault?)ScannerFault.Other, (int?)3)));
    }

    [Test]
    public void A_full_disk_is_called_one()
    {
        var disk = FailingDisk.FullAfter(new PhysicalDisk(), bytes: 0);
        var scanner = ScannerSource.Open(ScanRig.Feeder, FullDisk(), disk, TimeProvider.System).Value;

        Assert.That(
            async () => await ScanRig.TryAsync(scanner, _rig.Order()),
            Throws.TypeOf<StorageException>().With.Property(nameof(StorageException.Fault)).EqualTo(StorageFault.Full));
    }

    [Test]
    public async Task A_scanner_that_gives_nothing_is_stopped_in_time()
    {
        var time = new ManualTime();
        using var rig = new ScanRig { Time = time };
        var options = new ScannerOptions { PageTime = TimeSpan.FromSeconds(77) };
        var waits = time.TimerSet(options.PageTime);
        var scan = ScanRig.TryAsync(rig.Open($"{ScanRig.Feeder}&read-delay=yes&read-delay-duration=200000", options), rig.Order() with { Resolution = 300 });

        await waits;
        time.Advance(options.PageTime);

        Assert.That(((await scan).Fault?.Fault, rig.ScanimageIds().Count), Is.EqualTo(((ScannerFault?)ScannerFault.TimedOut, 0)));
    }

    [Test]
    public async Task Cancelling_lets_the_device_go_and_keeps_what_came()
    {
        using var cancelling = new CancellationTokenSource();
        var scan = _rig.Open(SlowFeeder).ScanAsync(_rig.Order(), cancelling.Token).GetAsyncEnumerator(cancelling.Token);
        await scan.MoveNextAsync();
        var first = scan.Current.Path;
        await cancelling.CancelAsync();

        Assert.That(async () =>
        {
            while (await scan.MoveNextAsync())
            {
                // Sides that were finished before the word came.
            }
        }, Throws.InstanceOf<OperationCanceledException>());
        Assert.That((_rig.ScanimageIds().Count, File.Exists(first)), Is.EqualTo((0, true)));
    }

    [Test]
    public async Task A_caller_that_loses_interest_leaves_no_process()
    {
        await foreach (var _ in _rig.Open(SlowFeeder).ScanAsync(_rig.Order(), CancellationToken.None))
        {
            break;
        }

        Assert.That(_rig.ScanimageIds(), Is.Empty);
    }

    [Test]
    public async Task A_taken_side_is_gone_and_a_refused_one_kept_aside()
    {
        var scanner = _rig.Open(ScanRig.Feeder);
        var (sides, _) = await ScanRig.TryAsync(scanner, _rig.Order());

        scanner.Take(sides[0]);
        scanner.Refuse(sides[1]);

        Assert.That(
            (File.Exists(sides[0].Path), File.Exists(sides[1].Path), File.Exists(Path.Combine(_rig.Spool, "refused", Path.GetFileName(sides[1].Path)))),
            Is.EqualTo((false, false, true)));
    }

    [Test]
    public async Task Fronts_and_backs_come_in_pairs()
    {
        var sides = await _rig.ScanAsync("sane:test:0", _rig.Order(firstSheet: 3) with { Duplex = true }, DuplexFeeder(10));

        Assert.That(sides.Take(4).Select(side => (side.Sheet, side.Side)), Is.EqualTo(new[] { (3, Side.Front), (3, Side.Back), (4, Side.Front), (4, Side.Back) }));
        Assert.That(sides.Select(side => side.BackFollows), Is.EqualTo(sides.Select(side => side.Side == Side.Front)));
    }

    [Test]
    public async Task Fronts_that_a_stop_left_in_the_spool_say_which_have_their_backs()
    {
        await _rig.ScanAsync("sane:test:0", _rig.Order() with { Duplex = true }, DuplexFeeder(3));

        var (sides, _) = await ScanRig.TryAsync(_rig.Open("sane:test:0", DuplexFeeder(1)), _rig.Order() with { Duplex = true });

        Assert.That(sides.Select(side => (side.Sheet, side.BackFollows)).Take(3), Is.EqualTo(new[] { (1, true), (1, false), (2, false) }));
    }

    [Test]
    public async Task A_front_whose_back_jammed_waits_until_its_sheet_is_scanned_again()
    {
        var scanner = _rig.Open("sane:test:0", DuplexFeeder(3, "exit 6"));
        var order = _rig.Order() with { Duplex = true };

        var (sides, fault) = await ScanRig.TryAsync(scanner, order);

        Assert.That((sides.Count, fault is not null, scanner.NextSheet(order)), Is.EqualTo((2, true, (int?)2)));
    }

    [Test]
    public async Task A_last_front_without_a_back_is_yielded_when_the_feeder_ended_well()
    {
        var sides = await _rig.ScanAsync("sane:test:0", _rig.Order() with { Duplex = true }, DuplexFeeder(3));

        Assert.That(sides.Select(side => (side.Sheet, side.Side)), Is.EqualTo(new[] { (1, Side.Front), (1, Side.Back), (2, Side.Front) }));
    }

    private const string SlowFeeder = ScanRig.Feeder + "&read-delay=yes&read-delay-duration=20000";

    /// <summary>What scanimage 1.2.1 does on a full disk: the name is there, the exit code 0, the bytes are not.</summary>
    private ScannerOptions FullDisk() => _rig.Script("""
        [[ "$*" == *--all-options* ]] && exec scanimage "$@"
        scanimage "$@" > names
        truncate -s 1000 "$(sed -n 3p names)"
        cat names
        """.Replace("names", $"'{_rig.PathOf("names")}'", StringComparison.Ordinal));

    /// <summary>The test device with a feeder that says it scans both sides, which SANE's own lacks.</summary>
    private ScannerOptions DuplexFeeder(int sides, string end = "exit 0") => _rig.Script($$"""
        if [[ "$*" == *--all-options* ]]; then
          scanimage "$@" | sed 's/--source Flatbed/--source Flatbed|ADF Duplex/'
          exit
        fi
        scanimage "${@/ADF Duplex/Automatic Document Feeder}" --batch-count={{sides}}
        {{end}}
        """);
}
