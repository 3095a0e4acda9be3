using Microsoft.Extensions.Logging;
using NUnit.Framework;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Service;
using OfficeNode.Journeys.Scanning;
using OfficeNode.Journeys.Settings;
using OfficeNode.Storage.Tables;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Service;

/// <summary>The service reads in the background by real Tesseract, under a clock that the test moves from one rest to the next.</summary>
[CancelAfter(120_000)]
public sealed class ReadingServiceTests : OneNodeTests
{
    private const int PagesRead = 3001;
    private const int ReadingFailed = 3002;
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private ManualTime _time = null!;   // set before each test, as the next ones
    private RecordingLog _log = null!;
    private ReadingService _service = null!;

    private static string Scan => SharedMaterial.Require("samples/ocr-gt/tesseract-test/phototest.tif");

    [OneTimeSetUp]
    public void RequireScan() => _ = Scan;

    [SetUp]
    public async Task MakeService()
    {
        await Papers.ScanCopiesAsync(Node, Scan, 1);
        _time = new ManualTime();
        _log = new RecordingLog();
        var log = LoggerFactory.Create(logging => logging.AddProvider(_log)).CreateLogger<ReadingService>();
        _service = new ReadingService(new NodeSource(Node.Folder.Root, new PhysicalDisk(), _time), log);
    }

    [TearDown]
    public async Task StopService()
    {
        await _service.StopAsync(CancellationToken.None);
        _service.Dispose();
        _log.Dispose();
    }

    [Test]
    public async Task Each_turn_says_what_it_read_and_counts_its_workers_anew(CancellationToken cancellation)
    {
        using var node = Host.Journey.Node.Open(Node.Folder.Root, Node.Disk, _time);
        var rest = _time.TimerSet(Glance);
        LogLine first;
        using (node.TakeLease("scan"))
        {
            await _service.StartAsync(cancellation);
            first = await _log.NextAsync(cancellation);
        }

        await rest;
        await Node.DoAsync("batch", "read", "B-1", "--pages", "1");
        _time.Advance(Glance);
        var second = await _log.NextAsync(cancellation);

        var cores = Environment.ProcessorCount;
        Assert.That((first.Event, first.Values["Read"], first.Values["Workers"]), Is.EqualTo((PagesRead, 1, Math.Max(1, cores - 1))), first.Text);
        Assert.That((second.Event, second.Values["Read"], second.Values["Workers"]), Is.EqualTo((PagesRead, 1, cores)), second.Text);
    }

    [TestCase("reading", """{ "workers": 0 }""")]
    [TestCase("reading", """{ "languages": ["en"] }""")]
    [TestCase("reading", """{ "languages": ["xxx"] }""")]
    public async Task What_it_cannot_read_with_stops_nothing_and_is_read_once_the_settings_are_mended(string part, string wrong, CancellationToken cancellation)
    {
        await SettingsFile.SetAsync(Node, part, wrong);
        var rest = _time.TimerSet(Rest);
        await _service.StartAsync(cancellation);
        var complaint = await _log.NextAsync(cancellation);
        await rest;

        await SettingsFile.SetAsync(Node, part, "{}");
        _time.Advance(Rest);
        var read = await _log.NextAsync(cancellation);

        Assert.That((complaint.Event, read.Event, Counts()), Is.EqualTo((ReadingFailed, PagesRead, new ReadingCounts(0, 0))), complaint.Text);
    }

    [Test]
    public async Task Pages_wait_while_the_masters_are_away_which_is_said_once(CancellationToken cancellation)
    {
        var away = Node.PathOf("away");
        Directory.Move(Node.Folder.Masters, away);
        var rest = _time.TimerSet(Rest);
        await _service.StartAsync(cancellation);
        var complaint = await _log.NextAsync(cancellation);
        await rest;
        rest = _time.TimerSet(Rest);
        _time.Advance(Rest);
        await rest;
        var meanwhile = Counts();

        Directory.Move(away, Node.Folder.Masters);
        _time.Advance(Rest);
        var next = await _log.NextAsync(cancellation);

        Assert.That((complaint.Event, next.Event), Is.EqualTo((ReadingFailed, PagesRead)), $"{complaint.Text} {next.Text}");
        Assert.That((meanwhile, Counts()), Is.EqualTo((new ReadingCounts(1, 0), new ReadingCounts(0, 0))));
    }

    private ReadingCounts Counts() => Node.Read(session => session.Readings.Counts());
}
