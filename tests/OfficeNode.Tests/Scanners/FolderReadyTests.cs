using NUnit.Framework;
using OfficeNode.Capture.Scanners;
using OfficeNode.Core.Disk;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Scanners;

/// <summary>A folder whose watcher does the waiting itself, with a look in each second.</summary>
public sealed class FolderReadyTests
{
    // Of the operations on the disk: the folder to move to is made first.
    private const int FirstMove = 2;

    private TemporaryFolder _temporary = null!;   // made before each test
    private ManualTime _time = null!;             // made before each test
    private FolderScanner _scanner = null!;       // made before each test

    [SetUp]
    public void SetUp()
    {
        _temporary = new();
        _time = new();
        _scanner = Watch(new PhysicalDisk(), new());
    }

    [TearDown]
    public void TearDown() => _temporary.Dispose();

    [Test]
    public void Nothing_is_ready_before_the_folder_has_rested()
    {
        Save("a.tif");

        var early = ReadyAfter(10);   // the first of these looks sees it come
        var rested = ReadyAfter(1);

        Assert.That((early, rested), Is.EqualTo(("", "a.tif")));
    }

    [Test]
    public async Task A_scan_takes_what_was_ready_and_leaves_what_has_come_since()
    {
        Save("a.tif");
        ReadyAfter(11);
        Save("b.tif");

        var (names, _) = await ScanAsync(_scanner.Take);

        Assert.That((names.Single(), Content("").Single()), Is.EqualTo(("a.tif", "b.tif")));
    }

    [Test]
    public async Task What_came_during_a_scan_is_ready_after_a_rest_of_its_own()
    {
        Save("a.tif");
        ReadyAfter(11);
        await ScanAsync(side =>
        {
            Save("b.tif");
            _scanner.Take(side);
        });

        var early = ReadyAfter(10);
        var rested = ReadyAfter(1);

        Assert.That((early, rested), Is.EqualTo(("", "b.tif")));
    }

    [Test]
    public void A_file_that_always_changes_holds_up_the_others_for_as_long_as_patience_lasts()
    {
        Save("b.tif");

        var early = ReadyAfter(599, () => Save("a.log"));
        var late = ReadyAfter(1, () => Save("a.log"));

        Assert.That((early, late), Is.EqualTo(("", "b.tif")));
    }

    [Test]
    public void What_was_waited_for_in_vain_holds_up_no_later_stack()
    {
        ReadyAfter(600, () => Save("a.log"));
        Save("c.tif");

        var early = ReadyAfter(10, () => Save("a.log"));
        var rested = ReadyAfter(1, () => Save("a.log"));

        Assert.That((early, rested), Is.EqualTo(("", "c.tif")));
    }

    [Test]
    public void What_was_waited_for_in_vain_is_named_once_and_taken_when_it_rests()
    {
        ReadyAfter(600, () => Save("a.log"));
        var first = _scanner.Complaint();
        ReadyAfter(1_200, () => Save("a.log"));
        var second = _scanner.Complaint();

        var rested = ReadyAfter(10);

        Assert.That((first?.Fault, first?.Message), Is.EqualTo(((ScannerFault?)ScannerFault.Busy, $"{PathOf("a.log")}: still being written.")));
        Assert.That((second, rested), Is.EqualTo(((ScannerException?)null, "a.log")));
    }

    [Test]
    public void A_rest_that_is_longer_than_patience_is_waited_for()
    {
        _scanner = Watch(new PhysicalDisk(), new ScannerOptions { RestTime = TimeSpan.FromMinutes(15) });
        Save("a.tif");

        var early = ReadyAfter(900);
        var complaint = _scanner.Complaint();
        var rested = ReadyAfter(1);

        Assert.That((early, complaint, rested), Is.EqualTo(("", (ScannerException?)null, "a.tif")));
    }

    [Test]
    public void Time_in_which_nobody_looked_wears_out_no_patience()
    {
        ReadyAfter(1);
        _time.Advance(TimeSpan.FromMinutes(30));
        Save("a.tif");

        var early = ReadyAfter(10);
        var complaint = _scanner.Complaint();

        Assert.That((early, complaint), Is.EqualTo(("", (ScannerException?)null)));
    }

    [Test]
    public async Task A_file_that_cannot_be_moved_stays_holds_up_no_other_and_is_named()
    {
        WatchWithoutRight("a.tif", "b.tif");

        var (names, fault) = await ScanAsync(_scanner.Refuse);

        Assert.Multiple(() =>
        {
            Assert.That(names, Is.EqualTo(new[] { "a.tif", "b.tif" }));
            Assert.That((Content("").Single(), Content("refused").Single()), Is.EqualTo(("a.tif", "b.tif")));
            Assert.That(fault?.Fault, Is.EqualTo(ScannerFault.Denied));
            Assert.That(fault?.Message, Does.Contain(PathOf("a.tif")));
        });
    }

    [Test]
    public async Task What_could_not_be_moved_is_not_given_again_and_can_be_moved_later()
    {
        WatchWithoutRight("a.tif");
        await ScanAsync(_scanner.Take);
        var ready = ReadyAfter(60);
        var left = Content("").ToList();

        _scanner.MoveStuck();

        Assert.That((ready, left.Single(), Content("taken").Single()), Is.EqualTo(("", "a.tif", "a.tif")));
    }

    [Test]
    public async Task A_file_that_could_not_be_moved_and_changes_then_is_another_page()
    {
        WatchWithoutRight("a.tif");
        await ScanAsync(_scanner.Take);
        Save("a.tif");

        Assert.That(ReadyAfter(11), Is.EqualTo("a.tif"));
    }

    private FolderScanner Watch(IDisk disk, ScannerOptions options) =>
        new(Directory.CreateDirectory(_temporary.PathOf("in")).FullName, options, disk, _time);

    /// <summary>Files that are ready, of which the first to be settled may not be moved, once.</summary>
    private void WatchWithoutRight(params string[] names)
    {
        _scanner = Watch(FailingDisk.FailingOnceAt(new PhysicalDisk(), FirstMove, StorageFault.Denied), new());
        Array.ForEach(names, Save);
        ReadyAfter(11);
    }

    /// <summary>The names of what is ready after so many looks.</summary>
    private string ReadyAfter(int seconds, Action? eachSecond = null)
    {
        var ready = "";
        for (var second = 0; second < seconds; second++)
        {
            eachSecond?.Invoke();
            _time.Advance(TimeSpan.FromSeconds(1));
            ready = _scanner.Ready();
        }

        return string.Join(' ', ready.Split('\n').Select(line => line.Split('|')[0]));
    }

    private async Task<(IReadOnlyList<string?> Names, ScannerException? Fault)> ScanAsync(Action<ScannedSide> settle)
    {
        var names = new List<string?>();
        try
        {
            await foreach (var side in _scanner.ScanAsync(new() { Spool = "" }, CancellationToken.None))
            {
                names.Add(side.File);
                settle(side);
            }

            return (names, null);
        }
        catch (ScannerException error)
        {
            return (names, error);
        }
    }

    /// <summary>Makes a file, or writes on in one.</summary>
    private void Save(string name) => File.AppendAllText(PathOf(name), "x");

    private string PathOf(string name) => Path.Combine(_temporary.PathOf("in"), name);

    private IEnumerable<string> Content(string subfolder) => Directory.EnumerateFiles(PathOf(subfolder)).Select(path => Path.GetFileName(path));
}
