using System.Net;
using NUnit.Framework;
using OfficeNode.Journeys.Service;

namespace OfficeNode.Journeys.Kiosk.Batches;

/// <summary>What is refused at a contact sheet changes nothing: one batch serves all tests.</summary>
[CancelAfter(120_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class BatchRefusalTests
{
    private const string Address = "/batches/B-1";

    private TestNode _node = null!;   // set before the tests
    private ServedNode _served = null!;   // set before the tests
    private Visitor _clerk = null!;   // set before the tests

    [OneTimeSetUp]
    public async Task LayPagesAsync()
    {
        _node = await TestNode.CreateAsync();
        await BatchNode.LayPagesAsync(_node, 3);
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

    [TestCase("before", "Given.Cut", "2,99")]
    [TestCase("before", "Given.Cut", "")]
    [TestCase("right", "Given.Pages", "1;2")]
    [TestCase("interleave", "Given.Pages", "1,2,3")]
    [TestCase("interleave", "Given.Pages", "1")]
    [TestCase("burn", "Given.Pages", "1")]
    public async Task What_cannot_be_done_changes_nothing_and_says_so(string act, string field, string value, CancellationToken cancellation)
    {
        var answer = await _clerk.FillAsync(Address, "act", [("Given.Act", act), (field, value), ("Given.Cursor", "1")], cancellation);

        Assert.That((answer.Status, answer.Body.Contains("role=\"alert\"", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.OK, true)));
        Assert.That(_node.Read(session => session.Batches.Edits(BatchNode.First)), Is.Empty);
    }

    [TestCase("P-2026-7", "", "named together")]
    [TestCase("7", "DES", "names no dossier")]
    [TestCase("P-2026-~", "DES", "names no dossier")]
    public async Task A_document_without_a_whole_name_does_not_begin(string dossier, string document, string words, CancellationToken cancellation)
    {
        var answer = await _clerk.FillAsync(Address + "/split?at=2", "split", [("Given.Dossier", dossier), ("Given.Document", document)], cancellation);

        Assert.That(answer.Text, Does.Contain(words));
        Assert.That(_node.Read(session => session.Batches.Edits(BatchNode.First)), Is.Empty);
    }

    [TestCase("/batches/B-9")]
    [TestCase("/batches/nothing")]
    [TestCase("/batches/B-1/pages/9")]
    [TestCase("/batches/B-1/split?at=9")]
    [TestCase("/batches/B-9/events")]
    public async Task What_is_not_there_is_not_found(string address, CancellationToken cancellation)
    {
        var answer = await _clerk.GetAsync(address, cancellation);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }
}
