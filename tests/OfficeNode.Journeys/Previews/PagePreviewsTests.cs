using NUnit.Framework;
using OfficeNode.Capture;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Texts;
using OfficeNode.Storage.Tables;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Previews;

/// <summary>Previews of a node's pages by real worker processes: made once, made again where they are missing or torn, and never a fault at the edge.</summary>
[CancelAfter(120_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own, and programs that leave a core free
public sealed class PagePreviewsTests : OneNodeTests
{
    private static readonly ImageWorkerOptions NoWorkers = new() { FileName = "no-such-program", Arguments = [] };

    private Host.Journey.Node _node = null!;   // set before each test, as the next one
    private PagePreviews _previews = null!;

    [SetUp]
    public void Open()
    {
        _node = Reopen(Node.Disk);
        _previews = new PagePreviews(ThisProgram.ImageWorkers(), TimeProvider.System);
    }

    [TearDown]
    public async Task Close()
    {
        await _previews.DisposeAsync();
        _node.Dispose();
    }

    [Test]
    public async Task A_scan_makes_thumbnails_of_its_pages_which_need_no_worker(CancellationToken cancellation)
    {
        var pages = await PreviewPapers.ScanAsync(Node, 3);
        await using var previews = new PagePreviews(NoWorkers, TimeProvider.System);

        var answers = await Task.WhenAll(pages.Select(page => previews.GetAsync(_node, Of(page, PreviewSize.Thumbnail), PreviewUrgency.AtTheScreen, cancellation)));

        Assert.That(answers.Select(answer => answer.File?.ContentType), Is.All.EqualTo("image/jpeg"));
        Assert.That(answers.Select(answer => HeightOf(answer.File!)), Is.All.EqualTo(240));   // each has one
        Assert.That(answers.Select(answer => answer.File!.ETag).Distinct().Count(), Is.EqualTo(3));
    }

    [Test]
    public async Task A_scan_goes_on_when_its_thumbnails_cannot_be_kept()
    {
        await File.WriteAllTextAsync(Node.Folder.Previews, "a file where the folder should be");

        var pages = await PreviewPapers.ScanAsync(Node, 2);

        Assert.That(pages, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_preview_is_made_once_and_served_again(CancellationToken cancellation)
    {
        var page = (await PreviewPapers.ScanAsync(Node, 1))[0];
        var first = await GetAsync(page, cancellation);
        await using var others = new PagePreviews(NoWorkers, TimeProvider.System);

        var again = await _previews.GetAsync(_node, Of(page), PreviewUrgency.AtTheScreen, cancellation);
        var after = await others.GetAsync(_node, Of(page), PreviewUrgency.AtTheScreen, cancellation);

        Assert.That((again.File, after.File), Is.EqualTo((first, first)));
    }

    [Test]
    public async Task A_preview_that_is_gone_is_made_again_and_is_the_same(CancellationToken cancellation)
    {
        var page = (await PreviewPapers.ScanAsync(Node, 1))[0];
        var first = await GetAsync(page, cancellation);
        var bytes = await File.ReadAllBytesAsync(first.Path, cancellation);
        PreviewPapers.Clear(Node);

        var again = await GetAsync(page, cancellation);

        Assert.That(again, Is.EqualTo(first));
        Assert.That(await File.ReadAllBytesAsync(again.Path, cancellation), Is.EqualTo(bytes));
    }

    [TestCase("empty")]
    [TestCase("cut")]
    [TestCase("zeros")]
    [TestCase("zeros in the middle")]
    public async Task A_preview_that_a_power_cut_tore_is_made_again(string torn, CancellationToken cancellation)
    {
        var page = (await PreviewPapers.ScanAsync(Node, 1))[0];
        var whole = await GetAsync(page, cancellation);
        var bytes = await File.ReadAllBytesAsync(whole.Path, cancellation);
        await File.WriteAllBytesAsync(whole.Path, Torn(bytes, torn), cancellation);
        await using var restarted = new PagePreviews(ThisProgram.ImageWorkers(), TimeProvider.System);

        var again = await restarted.GetAsync(_node, Of(page), PreviewUrgency.AtTheScreen, cancellation);

        Assert.That(again.File, Is.EqualTo(whole));
        Assert.That(await File.ReadAllBytesAsync(whole.Path, cancellation), Is.EqualTo(bytes));
    }

    [Test]
    public async Task Two_requests_at_once_make_one(CancellationToken cancellation)
    {
        var page = (await PreviewPapers.ScanAsync(Node, 1))[0];
        var disk = FailingDisk.Counting(new PhysicalDisk());
        using var node = Reopen(disk);
        await _previews.GetAsync(node, Of(page), PreviewUrgency.AtTheScreen, cancellation);
        var one = disk.Operations;
        PreviewPapers.Clear(Node);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _previews.GetAsync(node, Of(page), PreviewUrgency.AtTheScreen, cancellation)));

        Assert.That(answers.Select(answer => answer.File).Distinct().Count(), Is.EqualTo(1));
        Assert.That(disk.Operations, Is.EqualTo(2 * one));
    }

    [Test]
    public async Task Whoever_goes_away_leaves_the_preview_to_who_stays(CancellationToken cancellation)
    {
        var page = (await PreviewPapers.ScanAsync(Node, 1))[0];
        using var gone = new CancellationTokenSource();
        var leaving = LeaveAsync(page, gone.Token);
        var staying = _previews.GetAsync(_node, Of(page), PreviewUrgency.AtTheScreen, cancellation);

        await gone.CancelAsync();

        Assert.That(async () => await leaving, Throws.InstanceOf<OperationCanceledException>());
        Assert.That((await staying).File, Is.Not.Null);
    }

    [Test]
    public async Task Each_page_of_a_pdf_has_its_own(CancellationToken cancellation)
    {
        var folder = Directory.CreateDirectory(Node.PathOf("papers")).FullName;
        File.Copy(SharedMaterial.Require("samples/scans/leptonica/2_column_crop_input.pdf"), Path.Combine(folder, "scan.pdf"));
        var pages = await PreviewPapers.ScanAsync(Node, folder);

        var files = await Task.WhenAll(pages.Select(page => GetAsync(page, cancellation)));

        Assert.That(files, Is.Not.Empty);
        Assert.That(files.Select(file => file.Path).Distinct().Count(), Is.EqualTo(pages.Count));
        Assert.That(files.Select(HeightOf), Is.All.LessThanOrEqualTo(1_600).And.All.GreaterThan(240));
    }

    [Test]
    public async Task A_damaged_master_is_a_finding_that_marks_it_and_the_next_page_is_shown(CancellationToken cancellation)
    {
        var pages = await PreviewPapers.ScanAsync(Node, 2);
        var path = _node.Pages.PathOf(pages[0].Master);
        var bytes = await File.ReadAllBytesAsync(path, cancellation);
        bytes[^200] ^= 0x10;
        await File.WriteAllBytesAsync(path, bytes, cancellation);

        var damaged = await _previews.GetAsync(_node, Of(pages[0]), PreviewUrgency.AtTheScreen, cancellation);
        var next = await _previews.GetAsync(_node, Of(pages[1]), PreviewUrgency.AtTheScreen, cancellation);

        Assert.That(damaged.File, Is.Null);
        Assert.That(damaged.Findings.Select(finding => finding.Rule), Is.EqualTo(new[] { JourneyFindings.MasterDamaged }));
        Assert.That(Node.Read(session => session.Masters.CountDamaged()), Is.EqualTo(1));
        Assert.That(next.File, Is.Not.Null);
    }

    [Test]
    public async Task Masters_that_are_away_are_not_damaged_and_are_shown_once_they_are_back(CancellationToken cancellation)
    {
        var page = (await PreviewPapers.ScanAsync(Node, 1))[0];
        var away = Node.PathOf("away");
        Directory.Move(Node.Folder.Masters, away);
        var meanwhile = await _previews.GetAsync(_node, Of(page), PreviewUrgency.AtTheScreen, cancellation);

        Directory.Move(away, Node.Folder.Masters);
        var back = await _previews.GetAsync(_node, Of(page), PreviewUrgency.AtTheScreen, cancellation);

        Assert.That(meanwhile.Findings.Select(finding => finding.Rule), Is.EqualTo(new[] { PreviewFindings.Disk }));
        Assert.That(Node.Read(session => session.Masters.CountDamaged()), Is.Zero);
        Assert.That(back.File, Is.Not.Null);
    }

    [Test]
    public async Task A_page_that_cannot_be_drawn_is_a_finding_and_is_tried_once(CancellationToken cancellation)
    {
        var broken = SharedMaterial.Require("samples/image-torture");
        var bytes = await File.ReadAllBytesAsync(Directory.GetFiles(broken, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First(file => new FileInfo(file).Length > 0), cancellation);
        var master = await _node.Pages.AddMasterAsync(new MemoryStream([.. "no picture "u8, .. bytes]), "tif", cancellation);

        var first = await _previews.GetAsync(_node, new WantedPreview(master, 0, PreviewSize.Screen), PreviewUrgency.AtTheScreen, cancellation);
        var again = await _previews.GetAsync(_node, new WantedPreview(master, 0, PreviewSize.Screen), PreviewUrgency.AtTheScreen, cancellation);

        Assert.That((first.File, first.Findings.Select(finding => finding.Severity)), Is.EqualTo(((PreviewFile?)null, new[] { Severity.Error })));
        Assert.That(again, Is.SameAs(first));
    }

    [Test]
    public async Task A_machine_that_can_work_on_no_image_says_so_in_words(CancellationToken cancellation)
    {
        var page = (await PreviewPapers.ScanAsync(Node, 1))[0];
        await using var previews = new PagePreviews(NoWorkers, TimeProvider.System);

        var answer = await previews.GetAsync(_node, Of(page), PreviewUrgency.AtTheScreen, cancellation);

        Assert.That(answer.Findings.Select(finding => finding.Rule), Is.EqualTo(new[] { PreviewFindings.Machine }));
        Assert.That(FindingTexts.Message(answer.Findings[0]), Does.Contain("no-such-program"));
        Assert.That(FindingTexts.Hint(answer.Findings[0]), Does.StartWith("Check that the program is there"));
    }

    [Test]
    public async Task A_full_disk_is_a_finding_and_leaves_nothing_half(CancellationToken cancellation)
    {
        var page = (await PreviewPapers.ScanAsync(Node, 1))[0];
        var before = PreviewPapers.Files(Node);
        using var full = Reopen(FailingDisk.FullAfter(new PhysicalDisk(), 100));

        var answer = await _previews.GetAsync(full, Of(page), PreviewUrgency.AtTheScreen, cancellation);
        var left = PreviewPapers.Files(Node);
        var later = await _previews.GetAsync(_node, Of(page), PreviewUrgency.AtTheScreen, cancellation);

        Assert.That(answer.Findings.Select(finding => finding.Rule), Is.EqualTo(new[] { PreviewFindings.Disk }));
        Assert.That(left, Is.EqualTo(before));
        Assert.That(later.File, Is.Not.Null);
    }

    private static WantedPreview Of(NewestPage page, PreviewSize size = PreviewSize.Screen) => new(page.Master, page.Frame, size);

    private static byte[] Torn(byte[] bytes, string how) => how switch
    {
        "empty" => [],
        "cut" => bytes[..(bytes.Length / 2)],
        "zeros" => new byte[bytes.Length],
        _ => [.. bytes[..100], .. new byte[100], .. bytes[200..]],
    };

    private static int HeightOf(PreviewFile file)
    {
        using var stream = File.OpenRead(file.Path);
        var read = ImageHeaderReader.Read(stream, null, new ImageLimits());
        return read.IsRefused ? 0 : read.Frames[0].Height;
    }

    private Host.Journey.Node Reopen(IDisk disk) => Host.Journey.Node.Open(Node.Folder.Root, disk, Node.Time);

    private async Task<PreviewFile> GetAsync(NewestPage page, CancellationToken cancellation)
    {
        var answer = await _previews.GetAsync(_node, Of(page), PreviewUrgency.AtTheScreen, cancellation);
        return answer.File ?? throw new InvalidOperationException(string.Join(' ', answer.Findings));
    }

    /// <summary>Asks with a node of its own, which is closed when it goes.</summary>
    private async Task LeaveAsync(NewestPage page, CancellationToken gone)
    {
        using var node = Reopen(Node.Disk);
        await _previews.GetAsync(node, Of(page), PreviewUrgency.AtTheScreen, gone);
    }
}
