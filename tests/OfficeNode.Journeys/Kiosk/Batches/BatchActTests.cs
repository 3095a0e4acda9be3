using System.Net;
using NUnit.Framework;
using OfficeNode.Core.Batches;
using OfficeNode.Core.People;
using OfficeNode.Journeys.Service;

namespace OfficeNode.Journeys.Kiosk.Batches;

/// <summary>What is done to a batch at its contact sheet, over HTTP: by forms, and by requests that no form makes.</summary>
[CancelAfter(120_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class BatchActTests : OneNodeTests
{
    private const string Address = "/batches/B-1";

    [Test]
    public async Task Pages_are_moved_turned_folded_and_each_act_is_taken_back(CancellationToken cancellation)
    {
        await BatchNode.LayPagesAsync(Node, 4);
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var clerk = BatchNode.Clerk(served);

        await ActAsync(clerk, cancellation, ("Act", "before"), ("Cut", "3,4"), ("Cursor", "1"));
        await ActAsync(clerk, cancellation, ("Act", "right"), ("Pages", "3"), ("Shown", "1"));
        await ActAsync(clerk, cancellation, ("Act", "fold"), ("Pages", "2"));
        var arranged = Node.Read(session => session.Batches.Arrange(BatchNode.First)).Pages;
        await ActAsync(clerk, cancellation, ("Act", "undo"));
        await ActAsync(clerk, cancellation, ("Act", "undo"));
        await ActAsync(clerk, cancellation, ("Act", "undo"));

        Assert.That(arranged.Select(page => (page.Page.Number, page.Turns, page.IsBlank)), Is.EqualTo(new (int, int?, bool)[] { (3, 2, false), (4, null, false), (1, null, false), (2, null, true) }));
        Assert.That(BatchNode.OrderOf(Node, BatchNode.First), Is.EqualTo(new[] { 1, 2, 3, 4 }));
    }

    [Test]
    public async Task What_somebody_did_not_see_is_not_changed_by_them(CancellationToken cancellation)
    {
        await BatchNode.LayPagesAsync(Node, 3);
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var (one, other) = (BatchNode.Clerk(served), served.As("dora", Role.Clerk));
        var seen = Fields(await other.GetAsync(Address, cancellation));
        await ActAsync(one, cancellation, ("Act", "before"), ("Cut", "3"), ("Cursor", "1"));

        var answer = await other.SendFormAsync(Address, [.. seen, ("Given.Act", "before"), ("Given.Cut", "2"), ("Given.Cursor", "1")], cancellation);

        Assert.That(answer.Text, Does.Contain("B-1 was changed by somebody else"));
        Assert.That(BatchNode.OrderOf(Node, BatchNode.First), Is.EqualTo(new[] { 3, 1, 2 }));
    }

    [Test]
    public async Task A_document_begins_where_a_clerk_says_and_under_the_name_they_give(CancellationToken cancellation)
    {
        await BatchNode.LayPagesAsync(Node, 3);
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var clerk = BatchNode.Clerk(served);

        var answer = await clerk.FillAsync(Address + "/split?at=2", "split", [("Given.Dossier", "P-2026-7"), ("Given.Document", "DES")], cancellation);

        Assert.That(answer.Location, Is.EqualTo(Address + "?at=2"));
        var edit = (SplitBatch)Node.Read(session => session.Batches.Edits(BatchNode.First)).Single().Edit;
        Assert.That((edit.At, edit.Code?.Dossier.ToString(), edit.Code?.Document.Value), Is.EqualTo((2, "P-2026-7", "DES")));
        Assert.That((await clerk.GetAsync(Address, cancellation)).Text, Does.Contain("P-2026-7").And.Contain("description"));
    }

    [Test]
    public async Task Dossiers_are_looked_up_as_somebody_types(CancellationToken cancellation)
    {
        await BatchNode.LayPagesAsync(Node, 1);
        await Node.RunAsync(SampleOffice.ImportOf("patents"));
        var name = Node.Read(session => session.Dossiers.After(new(0), 1)[0].Name);
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        var answer = await BatchNode.Clerk(served).GetAsync($"{Address}/split?at=1&Given.Dossier={Uri.EscapeDataString(name.ToString())}", cancellation);

        Assert.That(answer.Text, Does.Contain($"<option value=\"{name}\">"));
    }

    [Test]
    public async Task A_batch_is_handed_over_after_what_speaks_against_it_was_seen_and_is_taken_back(CancellationToken cancellation)
    {
        await BatchNode.LayPagesAsync(Node, 2);
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var clerk = BatchNode.Clerk(served);

        var asked = await clerk.FillAsync(Address, "hand-over", [], cancellation);
        var remarks = await clerk.GetAsync(Address + "/hand-over", cancellation);
        var done = await clerk.FillAsync(Address + "/hand-over", "hand-over", [], cancellation);
        var edited = await clerk.FillAsync(Address, "act", [("Given.Act", "fold"), ("Given.Pages", "1")], cancellation);
        var back = await clerk.FillAsync(Address, "take-back", [], cancellation);

        Assert.That((asked.Location, done.Location, back.Location), Is.EqualTo((Address + "/hand-over", Address, Address)));
        Assert.That(remarks.Text, Does.Contain("1 dossier has no number"));
        Assert.That(edited.Text, Does.Contain("B-1 was handed over to keying"));
        Assert.That(Node.Read(session => (session.Batches.Get(BatchNode.First)?.HandedOver, session.Batches.Edits(BatchNode.First).Count)), Is.EqualTo(((DateTimeOffset?)null, 0)));
    }

    private static async Task ActAsync(Visitor clerk, CancellationToken cancellation, params (string Name, string Value)[] fields)
    {
        var answer = await clerk.FillAsync(Address, "act", fields.Select(field => ("Given." + field.Name, field.Value)), cancellation);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Redirect), answer.Text);
    }

    private static IReadOnlyList<(string Name, string Value)> Fields(Answer answer) => Visitor.HiddenOf(answer.Body, "act");
}
