using NUnit.Framework;
using OfficeNode.Capture.Scanners;
using OfficeNode.Core.Disk;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Scanners;

public sealed class FolderScannerTests
{
    private static readonly ScannerOptions Options = new();

    private TemporaryFolder _temporary = null!;   // made before each test
    private ManualTime _time = null!;             // made before each test
    private string _folder = "";
    private IScanner _scanner = null!;            // made before each test

    [SetUp]
    public void SetUp()
    {
        _temporary = new();
        _time = new();
        _folder = Directory.CreateDirectory(_temporary.PathOf("in")).FullName;
        _scanner = ScannerSource.Open("folder:" + _folder, Options, new PhysicalDisk(), _time).Value;
    }

    [TearDown]
    public void TearDown() => _temporary.Dispose();

    [Test]
    public async Task Files_come_in_the_order_people_count_in_whatever_order_they_arrived()
    {
        string[] arrivals = ["page10.tif", "Page2.tif", "page1.tif", "page3.pdf", "cover.jpg"];

        var names = await NamesAsync(second => Save(second < arrivals.Length ? arrivals[second] : null));

        Assert.That(names, Is.EqualTo(new[] { "cover.jpg", "page1.tif", "Page2.tif", "page3.pdf", "page10.tif" }));
    }

    [Test]
    public async Task A_slow_writer_is_waited_for()
    {
        var sizes = new List<long>();

        await RunAsync(
            side =>
            {
                sizes.Add(new FileInfo(side.Path).Length);
                _scanner.Take(side);
            },
            second => Append(second is 0 or 8 or 16 or 24 ? "slow.tif" : null));

        Assert.That(sizes, Is.EqualTo(new[] { 4L }));
    }

    [Test]
    public async Task A_file_that_somebody_has_open_for_writing_is_waited_for()
    {
        var writer = new FileStream(Path.Combine(_folder, "open.tif"), FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
        var closed = false;
        var takenWhileOpen = false;

        await RunAsync(
            side => takenWhileOpen |= !closed,
            second =>
            {
                if (second == 40)
                {
                    writer.Dispose();
                    closed = true;
                }
            });

        Assert.That((closed, takenWhileOpen), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task A_file_that_is_never_finished_holds_up_no_other_and_is_told_of()
    {
        await using var writer = new FileStream(Path.Combine(_folder, "a.tif"), FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
        Save("b.tif");

        var (names, fault) = await TryNamesAsync();

        Assert.That((names.Single(), fault?.Fault), Is.EqualTo(("b.tif", (ScannerFault?)ScannerFault.Busy)));
    }

    [Test]
    public async Task A_taken_file_is_moved_under_its_name_and_replaces_nothing()
    {
        Save("page.tif");
        Directory.CreateDirectory(Path.Combine(_folder, "taken"));
        File.WriteAllText(Path.Combine(_folder, "taken", "page.tif"), "of yesterday");

        await RunAsync(_scanner.Take);

        Assert.That(Content("taken"), Is.EqualTo(new[] { "page (2).tif", "page.tif" }));
    }

    [Test]
    public async Task A_refused_file_is_kept_aside()
    {
        Save("page.tif");

        await RunAsync(_scanner.Refuse);

        Assert.That((Content("refused").Single(), File.Exists(Path.Combine(_folder, "page.tif"))), Is.EqualTo(("page.tif", false)));
    }

    [Test]
    public async Task A_file_overwritten_before_it_was_settled_is_another_page()
    {
        Save("page.tif");

        var sides = await RunAsync(side =>
        {
            if (new FileInfo(side.Path).Length == 1)
            {
                Append("page.tif");
            }

            _scanner.Take(side);
        });

        Assert.That((sides.Count, Content("taken").Count()), Is.EqualTo((2, 1)));
    }

    [Test]
    public async Task An_unsettled_file_comes_again_with_the_next_scan()
    {
        Save("page.tif");
        await NamesAsync();

        var names = await NamesAsync();

        Assert.That(names, Is.EqualTo(new[] { "page.tif" }));
    }

    [Test]
    public async Task A_file_that_vanishes_is_no_fault()
    {
        Save("a.tif");
        Save("b.tif");

        var names = (await RunAsync(_ => File.Delete(Path.Combine(_folder, "b.tif")))).Select(side => side.File);

        Assert.That(names, Is.EqualTo(new[] { "a.tif" }));
    }

    [Test]
    public async Task A_side_that_vanished_can_be_settled_all_the_same()
    {
        Save("a.tif");

        var sides = await RunAsync(side =>
        {
            File.Delete(side.Path);
            _scanner.Take(side);
        });

        Assert.That(sides, Has.Count.EqualTo(1));
    }

    [TestCase(".page.tif")]
    [TestCase("page.tif.part")]
    [TestCase("page.TMP")]
    [TestCase("page.tif.crdownload")]
    public async Task Unfinished_and_hidden_files_are_left(string name)
    {
        Save(name);

        Assert.That(await NamesAsync(), Is.Empty);
    }

    [Test]
    [Platform("Linux")]
    public async Task Links_and_pipes_are_left()
    {
        File.WriteAllText(_temporary.PathOf("secret.tif"), "not in the folder");
        File.CreateSymbolicLink(Path.Combine(_folder, "link.tif"), _temporary.PathOf("secret.tif"));
        Tool.Run("mkfifo", "coreutils", Path.Combine(_folder, "pipe.tif"));

        Assert.That(await NamesAsync(), Is.Empty);
    }

    [Test]
    [Platform("Linux")]
    public async Task Odd_names_come_like_any_other()
    {
        string[] odd = ["-rf.tif", "a\nb.tif", "$(reboot).tif", "'\".tif", "ünï 图像.tif", "صورة.tif", "noextension", "two  blanks.tif", new string('x', 251) + ".tif"];
        Directory.CreateDirectory(Path.Combine(_folder, "taken"));
        foreach (var name in odd)
        {
            Save(name);
            File.WriteAllText(Path.Combine(_folder, "taken", name), "of yesterday");
        }

        var sides = await RunAsync(_scanner.Take);

        Assert.Multiple(() =>
        {
            Assert.That(sides.Select(side => side.File), Is.EquivalentTo(odd));
            Assert.That(Content("taken").Count(), Is.EqualTo(2 * odd.Length));
        });
    }

    [Test]
    [Platform("Linux")]
    public async Task A_name_that_is_no_text_is_told_of()
    {
        Tool.Run("bash", "bash", "-c", $"touch '{_folder}/'$'caf\\xe9.tif'");

        var (names, fault) = await TryNamesAsync();
        Tool.Run("bash", "bash", "-c", $"rm '{_folder}'/*");   // the framework cannot name it either

        Assert.That((names.Count, fault?.Fault), Is.EqualTo((0, (ScannerFault?)ScannerFault.NotSupported)));
    }

    [Test]
    public async Task A_folder_that_is_not_there_says_so()
    {
        Directory.Delete(_folder);

        Assert.That((await TryNamesAsync()).Fault?.Fault, Is.EqualTo(ScannerFault.NotFound));
    }

    [Test]
    public async Task Sheets_count_on_from_the_first_sheet_of_the_order()
    {
        Save("a.tif");
        Save("b.tif");

        var sides = await RunAsync(_ => { }, firstSheet: 5);

        Assert.That(sides.Select(side => side.Sheet), Is.EqualTo(new[] { 5, 6 }));
    }

    [Test]
    public async Task Every_hostile_picture_is_seen_exactly_once()
    {
        var torture = Directory.EnumerateFiles(SharedMaterial.Require("samples/image-torture"), "*", SearchOption.AllDirectories)
            .Where(file => !Path.GetFileName(file).StartsWith('.'))
            .Select((file, number) => (File: file, Name: $"{number} {Path.GetFileName(file)}"))
            .ToList();
        torture.ForEach(sample => File.Copy(sample.File, Path.Combine(_folder, sample.Name)));

        var sides = await RunAsync(side => (side.Sheet % 2 == 0 ? (Action<ScannedSide>)_scanner.Take : _scanner.Refuse)(side));

        Assert.Multiple(() =>
        {
            Assert.That(sides.Select(side => side.File), Is.EqualTo(torture.Select(sample => sample.Name)));
            Assert.That(Content("taken").Concat(Content("refused")), Is.EquivalentTo(torture.Select(sample => sample.Name)));
        });
    }

    [Test]
    public async Task No_file_is_lost_when_the_disk_fails_anywhere()
    {
        var counting = FailingDisk.Counting(new PhysicalDisk());
        await TakeAllAsync(counting, "count");

        for (var point = 1; point <= counting.Operations; point++)
        {
            var names = await TakeAllAsync(FailingDisk.StoppingAt(new PhysicalDisk(), point), $"point{point}");

            Assert.That(names, Is.EqualTo(new[] { "1.tif", "2.tif", "3.tif" }), $"point {point}");
        }
    }

    /// <summary>Takes three files until the disk fails; gives what is in the folder and in taken afterwards.</summary>
    private async Task<IEnumerable<string>> TakeAllAsync(FailingDisk disk, string folder)
    {
        _folder = Directory.CreateDirectory(_temporary.PathOf(folder)).FullName;
        _scanner = new FolderScanner(_folder, Options, disk, _time);
        foreach (var name in new[] { "1.tif", "2.tif", "3.tif" })
        {
            Save(name);
        }

        try
        {
            await RunAsync(_scanner.Take);
        }
        catch (Exception error) when (error is StorageException or ScannerException)
        {
            // The caller stops, or was told what stays; the next one goes on.
        }

        return Content("").Concat(Content("taken")).Order(StringComparer.Ordinal);
    }

    private async Task<IReadOnlyList<string?>> NamesAsync(Action<int>? eachSecond = null) => [.. (await RunAsync(_ => { }, eachSecond)).Select(side => side.File)];

    private async Task<(IReadOnlyList<string?> Names, ScannerException? Fault)> TryNamesAsync()
    {
        var names = new List<string?>();
        try
        {
            await RunAsync(side => names.Add(side.File));
            return (names, null);
        }
        catch (ScannerException error)
        {
            return (names, error);
        }
    }

    /// <summary>Scans to the end; the clock goes on by the time between two looks whenever the scanner waits.</summary>
    private async Task<List<ScannedSide>> RunAsync(Action<ScannedSide> settle, Action<int>? eachSecond = null, int firstSheet = 1)
    {
        var sides = new List<ScannedSide>();
        var scan = ScanAsync(settle, sides, firstSheet);
        using var ended = new CancellationTokenSource();
        for (var second = 0; await IsWaitingAsync(scan, ended.Token); second++)
        {
            eachSecond?.Invoke(second);
            _time.Advance(Options.LookTime);
        }

        await ended.CancelAsync();
        await scan;
        return sides;
    }

    private async Task ScanAsync(Action<ScannedSide> settle, List<ScannedSide> sides, int firstSheet)
    {
        await foreach (var side in _scanner.ScanAsync(new() { Spool = "", FirstSheet = firstSheet }, CancellationToken.None))
        {
            sides.Add(side);
            settle(side);
        }
    }

    private async Task<bool> IsWaitingAsync(Task scan, CancellationToken cancellation)
    {
        var timer = _time.TimersSet(1, cancellation);
        return await Task.WhenAny(scan, timer) == timer;
    }

    private void Save(string? name)
    {
        if (name is not null)
        {
            File.WriteAllText(Path.Combine(_folder, name), "x");
        }
    }

    private void Append(string? name)
    {
        if (name is not null)
        {
            File.AppendAllText(Path.Combine(_folder, name), "x");
        }
    }

    private IEnumerable<string> Content(string subfolder) => Directory.Exists(Path.Combine(_folder, subfolder))
        ? Directory.EnumerateFiles(Path.Combine(_folder, subfolder)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)
        : [];
}
