using System.Net;
using NUnit.Framework;
using OfficeNode.Core.People;
using OfficeNode.Journeys.Service;

namespace OfficeNode.Journeys.Kiosk;

[CancelAfter(120_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class DoneRequestTests : OneNodeTests
{
    [Test]
    public async Task An_act_that_is_sent_again_is_answered_as_before_and_done_once(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var administrator = served.As("amina", Role.Administrator);

        var first = await AddAsync(administrator, "one", cancellation);
        var again = await AddAsync(administrator, "one", cancellation);

        Assert.That((first.Status, first.Location), Is.EqualTo((HttpStatusCode.Redirect, "/people?added=binta")));
        Assert.That((again.Status, again.Location), Is.EqualTo((first.Status, first.Location)));
        Assert.That(Node.Read(session => session.People.All()).Count(person => person.Name.Value == "binta"), Is.EqualTo(1));
    }

    [Test]
    public async Task An_act_of_another_name_is_another_act(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var administrator = served.As("amina", Role.Administrator);
        await AddAsync(administrator, "one", cancellation);

        var other = await AddAsync(administrator, "two", cancellation);

        Assert.That((other.Status, other.Text.Contains("belongs to somebody already", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.OK, true)));
    }

    [Test]
    public async Task An_act_that_was_refused_is_judged_anew(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var administrator = served.As("amina", Role.Administrator);
        await AddAsync(administrator, "one", cancellation, secret: "short");

        var again = await AddAsync(administrator, "one", cancellation);

        Assert.That(again.Status, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task Another_person_learns_nothing_from_a_name(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        await AddAsync(served.As("amina", Role.Administrator), "one", cancellation);

        var other = await AddAsync(served.As("omar", Role.Administrator), "one", cancellation);

        Assert.That(other.Status, Is.EqualTo(HttpStatusCode.OK));
    }

    private static async Task<Answer> AddAsync(Visitor visitor, string name, CancellationToken cancellation, string secret = Visitor.Password)
    {
        var page = await visitor.GetAsync("/people/new", cancellation);
        IEnumerable<(string Name, string Value)> fields =
        [
            .. Visitor.HiddenOf(page.Body, "add"), ("Given.Name", "binta"), ("Given.FullName", "Binta Keita"), ("Given.Clerk", "true"), ("Given.Secret", secret),
        ];
        return await visitor.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, new Uri("/people/new", UriKind.Relative))
            {
                Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
                Headers = { { "Kiosk-Request", name } },
            },
            cancellation);
    }
}
