using NUnit.Framework;
using OfficeNode.Capture.Reading;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Service;
using OfficeNode.Host.Texts;
using OfficeNode.Storage;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Scanning;

/// <summary>How long one turn of reading in the background lasts, and on how many workers.</summary>
public sealed class ReadTurnTests : OneNodeTests
{
    private const int Pages = 3;

    private readonly ManualTime _time = new();

    [Test]
    public void Fewer_pages_are_read_at_once_while_somebody_scans()
    {
        using var node = Open();
        var alone = ReadJourney.WorkersFor(node);

        using (node.TakeLease("scan"))
        {
            Assert.That(ReadJourney.WorkersFor(node), Is.EqualTo(Math.Max(1, alone - 1)));
        }

        Assert.That((alone, ReadJourney.WorkersFor(node)), Is.EqualTo((Environment.ProcessorCount, Environment.ProcessorCount)));
    }

    [Test]
    public async Task A_turn_ends_when_somebody_begins_to_scan_and_the_next_has_a_worker_less()
    {
        NeedTwoCores();
        await ScanAsync();
        using var node = Open();
        var turn = new ReadingTurn(node);
        Lease? scan = null;

        var first = await JourneyOf(node, turn, new ScriptedReader { Meanwhile = _ => scan ??= node.TakeLease("scan") }).RunAsync(CancellationToken.None);
        using var held = scan;

        Assert.That((first.Read, first.Waiting), Is.EqualTo((1, Pages - 1)));
        Assert.That(new ReadingTurn(node).Workers, Is.EqualTo(turn.Workers - 1));
    }

    [Test]
    public async Task A_turn_ends_when_nobody_scans_any_more()
    {
        NeedTwoCores();
        await ScanAsync();
        using var node = Open();
        using var scan = node.TakeLease("scan");
        var turn = new ReadingTurn(node);

        var result = await JourneyOf(node, turn, new ScriptedReader { Meanwhile = _ => scan.Dispose() }).RunAsync(CancellationToken.None);

        Assert.That((result.Read, result.Waiting), Is.EqualTo((1, Pages - 1)));
    }

    [Test]
    public async Task A_turn_ends_when_its_time_is_up()
    {
        await ScanAsync();
        using var node = Open();
        var reader = new ScriptedReader { Meanwhile = begun => _time.Advance(begun == 2 ? ReadingTurn.Longest : TimeSpan.Zero) };

        var result = await JourneyOf(node, new ReadingTurn(node), reader).RunAsync(CancellationToken.None);

        Assert.That((result.Read, result.Waiting), Is.EqualTo((2, Pages - 2)));
    }

    [TestCase(ReadingFindings.Crashed)]
    [TestCase(ReadingFindings.TimedOut)]
    public async Task A_page_that_cannot_be_read_names_the_command_that_has_it_read_again(string rule)
    {
        await ScanAsync();
        using var node = Open();

        var result = await JourneyOf(node, new ReadingTurn(node), new ScriptedReader { Fault = rule }).RunAsync(CancellationToken.None);

        var hints = result.Findings.Select(FindingTexts.Hint).ToList();
        Assert.That(hints, Has.Exactly(1).Contains("officenode batch read B-1 --pages 2").And.Exactly(1).Contains("officenode batch read B-1 --pages 3"));
        Assert.That((await Node.DoAsync("batch", "read", "B-1", "--pages", "2,3")).Count("pages"), Is.EqualTo(2));
    }

    /// <summary>One page at a time, so that pages can be counted.</summary>
    private static ReadJourney JourneyOf(Host.Journey.Node node, ReadingTurn turn, IOcrEngine reader) => new(node, reader, ["eng"], workers: 1, null) { IsOver = () => turn.IsOver };

    private static void NeedTwoCores()
    {
        if (Environment.ProcessorCount < 2)
        {
            Assert.Ignore("A machine with one core reads on that one, whoever scans.");
        }
    }

    private Host.Journey.Node Open() => Host.Journey.Node.Open(Node.Folder.Root, Node.Disk, _time);

    private Task ScanAsync() => Papers.ScanCopiesAsync(Node, SharedMaterial.Require("samples/ocr-gt/tesseract-test/phototest.tif"), Pages);
}
