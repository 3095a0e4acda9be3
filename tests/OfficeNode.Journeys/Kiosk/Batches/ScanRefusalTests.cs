using NUnit.Framework;
using OfficeNode.Journeys.Scanning;
using OfficeNode.Journeys.Service;

namespace OfficeNode.Journeys.Kiosk.Batches;

/// <summary>A scan that is refused begins no batch: one node serves all tests.</summary>
[CancelAfter(120_000)]
[Platform("Linux")]   // SANE's pnm device
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class ScanRefusalTests
{
    private TestNode _node = null!;   // set before the tests
    private ServedNode _served = null!;   // set before the tests
    private Visitor _clerk = null!;   // set before the tests
    private string _source = "";

    [OneTimeSetUp]
    public async Task ScanOnceAsync()
    {
        _node = await TestNode.CreateAsync();
        _source = Papers.LayForScanner(_node, 1);
        await _node.DoAsync("scan", "--source", _source);
        _served = await ServedNode.StartAsync(_node, _node.Time, CancellationToken.None);
        _clerk = BatchNode.Clerk(_served);
    }

    [OneTimeTearDown]
    public async Task RemoveNodeAsync()
    {
        _clerk.Dispose();
        await _served.DisposeAsync();
        _node.Dispose();
    }

    [TestCase("folder:/etc", "")]
    [TestCase("", "folder:/etc")]
    [TestCase("sane:pnm:0?filename=/etc/hostname", "")]
    [TestCase("", "sane:pnm:0?filename=/etc/hostname")]
    [TestCase("", "")]
    [TestCase("nonsense", "")]
    public async Task Nobody_at_a_browser_chooses_where_on_this_computer_files_are_taken(string source, string other, CancellationToken cancellation)
    {
        var answer = await ScanForm.SendAsync(_clerk, source, cancellation, ("Given.Other", other));

        Assert.That(answer.Text, Does.Contain("is no source of pages here"));
        Assert.That(_node.Read(session => session.Batches.Newest(9)).Count, Is.EqualTo(1));
    }

    [TestCase("Given.Resolution", "many", "dots per inch")]
    [TestCase("Given.Resolution", "9999", "dots per inch")]
    [TestCase("Given.Paper", "big", "no size of paper")]
    [TestCase("Given.Into", "B-9", "There is no batch B-9")]
    public async Task What_a_form_says_is_judged_before_paper_moves(string field, string value, string words, CancellationToken cancellation)
    {
        var answer = await ScanForm.SendAsync(_clerk, _source, cancellation, (field, value));

        Assert.That(answer.Text, Does.Contain(words));
        Assert.That(_node.Read(session => session.Batches.Newest(9)).Count, Is.EqualTo(1));
    }
}
