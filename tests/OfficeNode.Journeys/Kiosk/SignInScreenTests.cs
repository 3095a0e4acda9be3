using System.Net;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;
using OfficeNode.Core.People;
using OfficeNode.Host.Kiosk;
using OfficeNode.Journeys.Service;

namespace OfficeNode.Journeys.Kiosk;

/// <summary>The way in, as a browser without script goes it.</summary>
[CancelAfter(120_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class SignInScreenTests : OneNodeTests
{
    [Test]
    public async Task A_node_without_people_asks_for_the_first_one_and_lets_them_in(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var visitor = served.Stranger();

        var asked = await visitor.GetAsync("/sign-in", cancellation);
        var made = await visitor.BeFirstAsync("amina", cancellation);
        var inside = await visitor.GetAsync("/", cancellation);

        Assert.That((asked.Location, made.Location, inside.Status), Is.EqualTo(("/first", "/", HttpStatusCode.OK)), made.Text);
        Assert.That(inside.Text, Does.Contain("Amina Sow"));
    }

    [Test]
    public async Task Nobody_is_first_twice(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var (early, late) = (served.Stranger(), served.Stranger());
        var form = Visitor.HiddenOf((await late.GetAsync("/first", cancellation)).Body, "first");
        await early.BeFirstAsync("amina", cancellation);

        await late.SendFormAsync("/first", [.. form, ("Given.Name", "intruder"), ("Given.FullName", "Intruder"), ("Given.Secret", Visitor.Password)], cancellation);

        Assert.That(Node.Read(session => session.People.All()).Select(person => person.Name.Value), Is.EqualTo(new[] { "amina" }));
    }

    [TestCase("127.0.0.1", true)]
    [TestCase("localhost", true)]
    [TestCase("elsewhere.example", false)]
    public void Who_is_first_asks_at_this_computer_and_for_it(string host, bool isHere)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        context.Request.Host = new HostString(host, 8460);

        Assert.That(ThisComputer.Asks(context), Is.EqualTo(isHere));
    }

    [Test]
    public void Who_reaches_the_node_over_a_network_is_not_at_it()
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse("192.168.1.20");
        context.Request.Host = new HostString("127.0.0.1");

        Assert.That(ThisComputer.Asks(context), Is.False);
    }

    [Test]
    public async Task A_wrong_secret_and_an_unknown_name_are_answered_alike(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        TestPeople.Add(Node, Node.Time, "amina", Role.Administrator);

        var wrong = await served.Stranger().SignInAsync("amina", "something else", cancellation);
        var unknown = await served.Stranger().SignInAsync("nobody", "something else", cancellation);

        Assert.That(wrong.Text, Does.Contain("This name and this secret do not belong together"));
        Assert.That(WithoutForm(unknown.Text.Replace("nobody", "amina", StringComparison.Ordinal)), Is.EqualTo(WithoutForm(wrong.Text)));
    }

    [TestCase("/people", "/people")]
    [TestCase("//elsewhere.example/", "/")]
    [TestCase("/\\elsewhere.example/", "/")]
    [TestCase("https://elsewhere.example/", "/")]
    public async Task After_the_sign_in_the_way_leads_to_this_node_alone(string to, string expected, CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        TestPeople.Add(Node, Node.Time, "amina", Role.Administrator);

        var answer = await served.Stranger().FillAsync(
            "/sign-in?to=" + Uri.EscapeDataString(to), "sign-in", [("Given.Name", "amina"), ("Given.Secret", Visitor.Password)], cancellation);

        Assert.That(answer.Location, Is.EqualTo(expected), answer.Text);
    }

    [Test]
    public async Task The_cookie_is_kept_from_scripts_and_from_other_sites(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        var made = await served.Stranger().BeFirstAsync("amina", cancellation);

        Assert.That(made.Headers["Set-Cookie"], Does.Contain("officenode=").And.Contains("httponly").And.Contains("samesite=strict"));
    }

    [Test]
    public async Task After_the_sign_out_the_old_cookie_opens_nothing(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var visitor = served.As("amina", Role.Administrator);
        var old = visitor.Cookies.GetCookies(served.Address)["officenode"]!.Value;   // the visitor is signed in

        await visitor.FillAsync("/", "sign-out", [], cancellation);
        var thief = served.Stranger();
        thief.Cookies.Add(served.Address, new Cookie("officenode", old));

        Assert.That((await thief.GetAsync("/", cancellation)).Location, Is.EqualTo("/sign-in"));
    }

    [Test]
    public async Task A_form_that_was_open_before_a_restart_is_taken_after_it(CancellationToken cancellation)
    {
        TestPeople.Add(Node, Node.Time, "amina", Role.Administrator);
        string page;
        CookieContainer cookies;
        await using (var before = await ServedNode.StartAsync(Node, Node.Time, cancellation))
        {
            var visitor = before.As("amina", Role.Administrator);
            page = (await visitor.GetAsync("/people/new", cancellation)).Body;
            cookies = visitor.Cookies;
            cookies.SetCookies(new Uri("http://127.0.0.1/"), string.Join(',', cookies.GetCookies(before.Address).Select(cookie => cookie.ToString())));
        }

        await using var after = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var later = after.Stranger();
        later.Cookies.Add(cookies.GetCookies(after.Address));
        var answer = await later.SendFormAsync(
            "/people/new",
            [.. Visitor.HiddenOf(page, "add"), ("Given.Name", "binta"), ("Given.FullName", "Binta Keita"), ("Given.Clerk", "true"), ("Given.Secret", Visitor.Password)],
            cancellation);

        Assert.That(answer.Location, Is.EqualTo("/people?added=binta"), answer.Text);
    }

    [Test]
    public async Task A_form_that_another_person_had_open_is_not_taken(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var page = (await served.As("amina", Role.Administrator).GetAsync("/people/new", cancellation)).Body;

        var answer = await served.As("binta", Role.Administrator).SendFormAsync(
            "/people/new", [.. Visitor.HiddenOf(page, "add"), ("Given.Name", "intruder")], cancellation);

        Assert.That((answer.Status, answer.Text.Contains("no longer valid", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.BadRequest, true)));
    }

    /// <summary>What a person sees: without what protects the form, which is another each time.</summary>
    private static string WithoutForm(string page) => System.Text.RegularExpressions.Regex.Replace(page, "<input type=\"hidden\"[^>]*>", "");
}
