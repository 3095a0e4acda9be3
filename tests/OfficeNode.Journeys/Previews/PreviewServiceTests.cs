using Microsoft.Extensions.Logging;
using NUnit.Framework;
using OfficeNode.Capture;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Service;
using OfficeNode.Journeys.Service;
using OfficeNode.Journeys.Settings;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Previews;

/// <summary>The service makes previews before anybody looks, under a clock that the test moves from one rest to the next.</summary>
[CancelAfter(120_000)]
public sealed class PreviewServiceTests : OneNodeTests
{
    private const int Swept = 5001;
    private const int NotMade = 5002;
    private const int Failed = 5003;

    private readonly List<IAsyncDisposable> _open = [];
    private ManualTime _time = null!;   // set before each test, as the next one
    private RecordingLog _log = null!;

    [SetUp]
    public void MakeClock()
    {
        _time = new ManualTime();
        _time.Advance(Node.Time.GetUtcNow() - _time.GetUtcNow());
        _log = new RecordingLog();
    }

    [TearDown]
    public async Task Close()
    {
        foreach (var open in Enumerable.Reverse(_open))
        {
            await open.DisposeAsync();
        }

        _open.Clear();
        _log.Dispose();
    }

    [Test]
    public async Task The_last_pages_are_prepared_for_the_screen(CancellationToken cancellation)
    {
        await PreviewPapers.ScanAsync(Node, 3);

        await (await StartAsync(ThisProgram.ImageWorkers(), cancellation)).WaitAsync(cancellation);

        Assert.That(PreviewPapers.Files(Node).Count(file => file.Contains(".screen-", StringComparison.Ordinal)), Is.EqualTo(3));
    }

    [Test]
    public async Task Pages_that_came_before_the_last_ones_are_left_until_somebody_looks(CancellationToken cancellation)
    {
        var pages = await PreviewPapers.ScanAsync(Node, 3);
        await SettingsFile.SetAsync(Node, "previews", """{ "pagesAhead": 1 }""");

        await (await StartAsync(ThisProgram.ImageWorkers(), cancellation)).WaitAsync(cancellation);

        Assert.That(Screens(), Is.EqualTo(new[] { pages[^1].Master.Digest.Value }));
    }

    [Test]
    public async Task What_a_screen_asks_for_is_prepared_however_old_it_is(CancellationToken cancellation)
    {
        var pages = await PreviewPapers.ScanAsync(Node, 2);
        await SettingsFile.SetAsync(Node, "previews", """{ "pagesAhead": 0 }""");
        var previews = Previews(ThisProgram.ImageWorkers());
        previews.Prepare([new WantedPreview(pages[0].Master, 0, PreviewSize.Screen)]);

        await (await StartAsync(previews, cancellation)).WaitAsync(cancellation);

        Assert.That(Screens(), Is.EqualTo(new[] { pages[0].Master.Digest.Value }));
    }

    [Test]
    public async Task One_page_is_made_in_a_turn_while_somebody_scans(CancellationToken cancellation)
    {
        await PreviewPapers.ScanAsync(Node, 3);
        using var node = Host.Journey.Node.Open(Node.Folder.Root, Node.Disk, Node.Time);
        using var scan = node.TakeLease("scan");

        await (await StartAsync(ThisProgram.ImageWorkers(), cancellation)).WaitAsync(cancellation);
        var first = Screens().Count;
        var rests = _time.TimerSet(PreviewService.Glance);
        _time.Advance(PreviewService.Glance);
        await rests.WaitAsync(cancellation);

        Assert.That((first, Screens().Count), Is.EqualTo((1, 2)));
    }

    [Test]
    public async Task A_machine_that_can_work_on_no_image_is_said_once(CancellationToken cancellation)
    {
        await PreviewPapers.ScanAsync(Node, 3);
        var rests = _time.TimerSet(PreviewService.Rest);
        await StartAsync(new ImageWorkerOptions { FileName = "no-such-program", Arguments = [] }, cancellation);
        await rests.WaitAsync(cancellation);
        rests = _time.TimerSet(PreviewService.Rest);
        _time.Advance(PreviewService.Rest);
        await rests.WaitAsync(cancellation);

        Assert.That(_log.Rest().Select(line => line.Event), Is.EqualTo(new[] { NotMade }));
    }

    [Test]
    public async Task Settings_that_cannot_be_meant_are_said_and_the_work_goes_on_once_they_are_mended(CancellationToken cancellation)
    {
        await PreviewPapers.ScanAsync(Node, 1);
        await SettingsFile.SetAsync(Node, "previews", """{ "mostMegabytes": 1 }""");
        var rests = _time.TimerSet(PreviewService.Rest);
        var glances = await StartAsync(ThisProgram.ImageWorkers(), cancellation);
        await rests.WaitAsync(cancellation);

        await SettingsFile.SetAsync(Node, "previews", "{}");
        _time.Advance(PreviewService.Rest);
        await glances.WaitAsync(cancellation);

        Assert.That(_log.Rest().Select(line => line.Event), Is.EqualTo(new[] { Failed }));
        Assert.That(Screens(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_is_too_much_is_swept(CancellationToken cancellation)
    {
        await SettingsFile.SetAsync(Node, "previews", """{ "mostMegabytes": 100 }""");
        var folder = Directory.CreateDirectory(Path.Combine(Node.Folder.Previews, "ab")).FullName;
        await using (var large = File.Create(Path.Combine(folder, "old.png")))
        {
            large.SetLength(101_000_000);
        }

        await (await StartAsync(ThisProgram.ImageWorkers(), cancellation)).WaitAsync(cancellation);

        Assert.That(_log.Rest().Select(line => line.Event), Is.EqualTo(new[] { Swept }));
        Assert.That(PreviewPapers.Files(Node), Is.Empty);
    }

    [TestCase("""{ "mostMegabytes": 99 }""", "previews.mostMegabytes is 99, expected 100 to 10000000")]
    [TestCase("""{ "pagesAhead": -1 }""", "previews.pagesAhead is -1, expected 0 to 100000")]
    public async Task Settings_that_cannot_be_meant_are_refused(string previews, string said)
    {
        await SettingsFile.SetAsync(Node, "previews", previews);

        var run = await Node.RunAsync("status");

        Assert.That(run.ExitCode, Is.Not.Zero);
        Assert.That(run.Everything, Does.Contain(said));
    }

    /// <summary>Digests of the pages that are prepared for the screen.</summary>
    private List<string> Screens() =>
        [.. PreviewPapers.Files(Node).Select(Path.GetFileName).OfType<string>().Where(name => name.Contains(".screen-", StringComparison.Ordinal)).Select(name => name.Split('.')[0])];

    private PagePreviews Previews(ImageWorkerOptions workers)
    {
        var previews = new PagePreviews(workers, _time);
        _open.Add(previews);
        return previews;
    }

    private Task<Task> StartAsync(ImageWorkerOptions workers, CancellationToken cancellation) => StartAsync(Previews(workers), cancellation);

    /// <summary>Starts the service; what comes back ends when it rests with nothing to do.</summary>
    private async Task<Task> StartAsync(PagePreviews previews, CancellationToken cancellation)
    {
        var log = LoggerFactory.Create(logging => logging.AddProvider(_log)).CreateLogger<PreviewService>();
        var service = new PreviewService(new NodeSource(Node.Folder.Root, new PhysicalDisk(), _time), previews, log);
        _open.Add(new Stopping(service));
        var rests = _time.TimerSet(PreviewService.Glance);
        await service.StartAsync(cancellation);
        return rests;
    }

    private sealed class Stopping(PreviewService service) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await service.StopAsync(CancellationToken.None);
            service.Dispose();
        }
    }
}
