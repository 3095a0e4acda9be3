using System.Net;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.People;
using OfficeNode.Journeys.Service;

namespace OfficeNode.Journeys.Kiosk.Tonight;

/// <summary>Acts, holds and what is shown of records, by requests that no screen makes among others.</summary>
[CancelAfter(120_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class OpeningScreenTests : OneNodeTests
{
    private const string Destination = "brand-database";

    private static readonly (string, string)[] Act =
    [
        ("Given.Dossiers", "1 2"), ("Given.Kind", "Gazette"), ("Given.Date", "2026-11-20"), ("Given.Person", "O. Person"), ("Given.Gazette", "2026-11"), ("Given.Opens", "MRK"),
    ];

    private protected override async Task<TestNode> MakeNodeAsync()
    {
        var node = await TestNode.CreateAsync();
        await node.DoAsync(GeneratedRecords.Write(node, Right.Trademark, 3, pictures: 1));
        await node.ReceiveInFolderAsync(Destination, "Trademarks");
        return node;
    }

    [Test]
    public async Task An_act_is_shown_before_it_is_recorded(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var head = served.As("hana", Role.Head);

        var shown = await head.FillAsync("/publication/act?d=1&d=2", "look", Act.Skip(1), cancellation);

        Assert.That(shown.Text, Does.Contain("This becomes public").And.Contain("representation of the mark"));
        Assert.That(ActsOf(1), Is.Empty);
    }

    [Test]
    public async Task An_act_that_is_confirmed_is_recorded_for_each_dossier_in_the_name_of_who_asks(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        var answer = await RecordAsync(served.As("hana", Role.Head), Act, cancellation);

        Assert.That((answer.Status, answer.Location), Is.EqualTo((HttpStatusCode.Redirect, "/publication?done=2")));
        Assert.That((ActsOf(1).Count, ActsOf(2).Count, ActsOf(3).Count), Is.EqualTo((1, 1, 0)));
    }

    [Test]
    public async Task An_act_sent_by_hand_never_opens_a_closed_document(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        await RecordAsync(served.As("hana", Role.Head), [.. Act, ("Given.Opens", "POA")], cancellation);

        Assert.That(ActsOf(1).Single().Opens.Select(code => code.Value), Is.EqualTo(new[] { "MRK" }));
    }

    [TestCase("Given.Gazette", "")]
    [TestCase("Given.Date", "tomorrow")]
    [TestCase("Given.Kind", "Whim")]
    [TestCase("Given.Opens", "XXX")]
    [TestCase("Given.Dossiers", "999")]
    public async Task An_act_that_lacks_something_is_refused_and_nothing_is_recorded(string field, string value, CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        var answer = await RecordAsync(served.As("hana", Role.Head), [.. Act.Select(given => given.Item1 == field ? (field, value) : given)], cancellation);

        Assert.That(answer.Status, Is.Not.EqualTo(HttpStatusCode.Redirect));
        Assert.That(ActsOf(1), Is.Empty);
    }

    [Test]
    public async Task A_hold_ends_by_itself_on_the_day_it_names(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var head = served.As("hana", Role.Head);

        await head.FillAsync("/publication/hold?d=1", "hold", [("Given.Reason", "deferment"), ("Given.Until", "2027-05-01")], cancellation);

        var hold = Node.Read(session => session.Holds.Of(new DossierId(1))).Single();
        Assert.That((hold.Reason, hold.Until, hold.HoldsOn(new DateOnly(2027, 5, 1))), Is.EqualTo(("deferment", new DateOnly(2027, 5, 1), false)));
    }

    [TestCase("", "2027-05-01")]
    [TestCase("deferment", "2020-05-01")]
    [TestCase("deferment", "never")]
    public async Task A_hold_that_cannot_be_is_refused(string reason, string until, CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        var answer = await served.As("hana", Role.Head).FillAsync("/publication/hold?d=1", "hold", [("Given.Reason", reason), ("Given.Until", until)], cancellation);

        Assert.That(answer.Text, Does.Contain("class=\"summary\""));
        Assert.That(Node.Read(session => session.Holds.Of(new DossierId(1))), Is.Empty);
    }

    [Test]
    public async Task A_hold_is_lifted_after_it_was_shown_what_that_opens(CancellationToken cancellation)
    {
        await Node.DoAsync(GeneratedRecords.Publish(GeneratedRecords.Dossiers(Right.Trademark, 1)));
        await Node.DoAsync("hold", GeneratedRecords.Dossiers(Right.Trademark, 1)[0], "--reason", "secrecy", "--by", "A. Registrar");
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var head = served.As("hana", Role.Head);

        var shown = await head.GetAsync("/publication/lift?d=1", cancellation);
        await head.FillAsync("/publication/lift?d=1", "lift", [], cancellation);

        Assert.That(shown.Text, Does.Contain("open: 1 page"));
        Assert.That(Node.Read(session => session.Holds.Of(new DossierId(1))), Is.Empty);
    }

    [Test]
    public async Task Nothing_of_a_closed_record_is_shown_where_it_is_said_what_leaves(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var record = Node.Read(session => session.Revisions.Current(new DossierId(1)))!.Record;   // imported

        var page = (await served.As("sara", Role.Supervisor).GetAsync($"/tonight/{Destination}/record/1", cancellation)).Text;

        Assert.That(page, Does.Contain("Nothing of it leaves"));
        Assert.That(page, Does.Not.Contain(record.Parties[0].Names[0].Text).And.Not.Contain(record.Mark!.Words[0].Text).And.Not.Contain("/pictures/"));   // a word mark
    }

    [Test]
    public async Task An_open_record_is_shown_past_the_whitelist(CancellationToken cancellation)
    {
        await Node.DoAsync(GeneratedRecords.Publish(GeneratedRecords.Dossiers(Right.Trademark, 1)));
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var record = Node.Read(session => session.Revisions.Current(new DossierId(1)))!.Record;   // imported

        var page = (await served.As("sara", Role.Supervisor).GetAsync($"/tonight/{Destination}/record/1", cancellation)).Text;

        var secrets = record.Parties.SelectMany(party => new[] { party.Email, party.Phone, party.IdentityNumber }).Where(secret => secret is { Length: > 0 });
        Assert.That(page, Does.Contain(record.Parties[0].Names[0].Text).And.Contain("operationCategory=\"Insert\""));
        Assert.That(secrets.Where(secret => page.Contains(secret!, StringComparison.Ordinal)), Is.Empty);   // filtered above
    }

    [Test]
    public async Task A_clerk_finds_no_way_to_what_is_decided(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        var page = (await served.As("carla", Role.Clerk).GetAsync("/", cancellation)).Text;

        Assert.That(page, Does.Not.Contain("/publication").And.Not.Contain("/tonight").And.Not.Contain("/retractions"));
    }

    private static async Task<Answer> RecordAsync(Visitor visitor, IReadOnlyList<(string, string)> act, CancellationToken cancellation)
    {
        var form = await visitor.GetAsync("/publication/act?d=1", cancellation);
        var token = Visitor.HiddenOf(form.Body, "look").Where(field => field.Name is not ("_handler" or "Given.Dossiers"));
        return await visitor.SendFormAsync("/publication/act", [("_handler", "record"), .. token, .. act], cancellation);
    }

    private IReadOnlyList<PublicationAct> ActsOf(long dossier) => Node.Read(session => session.Acts.Of(new DossierId(dossier)));
}
