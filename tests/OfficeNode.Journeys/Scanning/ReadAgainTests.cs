using NUnit.Framework;
using OfficeNode.Capture.Reading;
using OfficeNode.Core;
using OfficeNode.Host.Kiosk.Today;
using OfficeNode.Host.Service;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Scanning;

/// <summary>What could not be read is counted and shown, and is read again when somebody asks for it.</summary>
public sealed class ReadAgainTests : OneNodeTests
{
    private const int Pages = 3;

    private static string Scan => SharedMaterial.Require("samples/ocr-gt/tesseract-test/phototest.tif");

    [OneTimeSetUp]
    public void RequireScan() => _ = Scan;

    private protected override async Task<TestNode> MakeNodeAsync()
    {
        var node = await TestNode.CreateAsync();
        await Papers.ScanCopiesAsync(node, Scan, Pages);
        return node;
    }

    [Test]
    public async Task All_pages_of_a_batch_that_could_not_be_read_wait_again()
    {
        Fail(1, 3);

        var asked = await Node.DoAsync("batch", "read", "B-1");
        var again = await Node.DoAsync("batch", "read", "B-1");

        Assert.That((asked.Count("pages"), again.Count("pages")), Is.EqualTo((2L, 0L)));
        Assert.That(Counts(), Is.EqualTo(new ReadingCounts(Pages, 0)));
    }

    [Test]
    public async Task Pages_that_were_read_wrongly_are_named_and_wait_again()
    {
        Settle(1, 2, 3);

        var asked = await Node.DoAsync("batch", "read", "B-1", "--pages", "2-3,2");

        Assert.That(asked.Count("pages"), Is.EqualTo(2));
        Assert.That(Node.Read(session => session.Readings.Waiting(Pages, [])).Select(page => page.Number), Is.EqualTo(new[] { 2, 3 }));
    }

    [TestCase("2,4", "--pages is \"4\", expected pages of B-1, which has 3.")]
    [TestCase("first", "page numbers as 3,7-9")]
    public async Task Pages_that_the_batch_has_not_are_wrong_use_and_none_is_read_again(string pages, string said)
    {
        Fail(1, 2, 3);

        var run = await Node.RunPlainAsync("batch", "read", "B-1", "--pages", pages);

        Assert.That((run.ExitCode, Counts()), Is.EqualTo((2, new ReadingCounts(0, Pages))), run.Everything);
        Assert.That(run.Messages, Does.Contain(said));
    }

    [Test]
    public async Task Status_says_how_many_pages_wait_and_how_many_could_not_be_read()
    {
        Fail(2);

        var counted = (await Node.DoAsync("status")).Json.GetProperty("reading");
        var said = await Node.RunPlainAsync("status");

        Assert.That(counted.ToString(), Is.EqualTo("""{"waiting":2,"failed":1,"failedIn":["B-1"]}"""));
        Assert.That(said.Output, Does.Contain("2 pages wait to be read.").And.Contain("1 pages could not be read, in B-1.").And.Contain("officenode batch read"));
    }

    [Test]
    public void The_status_page_says_how_many_pages_wait_and_how_many_could_not_be_read()
    {
        Fail(2);
        using var node = new NodeSource(Node.Folder.Root, Node.Disk, Node.Time).Open();

        var sentences = StatusReport.Of(node, NodeHealth.Read(node)).Sentences;

        Assert.That(sentences, Has.One.EqualTo(new Sentence(Tone.Good, "Pages that wait to be read: 2.")));
        Assert.That(sentences.Single(sentence => sentence.Text == "Pages that could not be read: 1, in B-1."), Has.Property("Tone").EqualTo(Tone.Look).And.Property("Hint").Contains("officenode batch read"));
    }

    [Test]
    public void The_status_page_says_nothing_of_reading_when_there_is_nothing_to_say()
    {
        Settle(1, 2, 3);
        using var node = new NodeSource(Node.Folder.Root, Node.Disk, Node.Time).Open();

        var sentences = StatusReport.Of(node, NodeHealth.Read(node)).Sentences;

        Assert.That(sentences.Select(sentence => sentence.Text), Has.None.Contains("read:").And.None.Contains("not be read"));
    }

    private ReadingCounts Counts() => Node.Read(session => session.Readings.Counts());

    private void Fail(params int[] pages) => Change(
        (session, page) => session.Readings.Fail(page, [new Finding(ReadingFindings.Crashed, Severity.Error)]), pages);

    private void Settle(params int[] pages) => Change((session, page) => session.Readings.Done(page, Digest.Of("text"u8), []), pages);

    private void Change(Action<RegisterSession, WaitingPage> work, int[] pages)
    {
        using var register = Register.Open(Node.Folder, Node.Time);
        foreach (var page in register.Read(session => session.Readings.Waiting(Pages, [])).Where(page => pages.Contains(page.Number)))
        {
            register.Note(session => work(session, page));
        }
    }
}
