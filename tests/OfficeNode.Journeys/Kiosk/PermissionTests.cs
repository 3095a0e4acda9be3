using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using OfficeNode.Core.People;
using OfficeNode.Host.Kiosk.Permissions;
using OfficeNode.Journeys.Service;

namespace OfficeNode.Journeys.Kiosk;

/// <summary>Roles times addresses: who may open and send what, asked over HTTP, also by requests that no screen makes.</summary>
[CancelAfter(120_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed partial class PermissionTests : OneNodeTests
{
    /// <summary>What anybody may open: the way in, what says that something is wrong, what scripts watch, and the look of it.</summary>
    private static readonly string[] OpenToAnybody = ["/sign-in", "/first", "/problem/{Code:int}", "/health", "/assets/{file}"];

    /// <summary>What the framework brings along and nothing here uses.</summary>
    private static readonly string[] OpenToNobody = ["/_framework/opaque-redirect"];

    [Test]
    public async Task Every_address_names_one_permission_or_is_meant_for_anybody(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        var endpoints = Endpoints(served).ToList();

        Assert.That(endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(PathOf).Distinct(), Is.EquivalentTo(OpenToAnybody));
        Assert.That(
            endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && PermissionsOf(endpoint).Count != 1).Select(PathOf).Distinct(),
            Is.EquivalentTo(OpenToNobody));
    }

    [Test]
    public async Task Every_role_opens_what_its_permissions_say_and_nothing_else(
        [Values] Role role, CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var visitor = served.As("visitor", role);

        foreach (var (path, permission) in Guarded(served, HttpMethods.Get))
        {
            var answer = await visitor.GetAsync(path, cancellation);

            Assert.That(answer.Status == HttpStatusCode.Forbidden, Is.EqualTo(!RolePermissions.Allow([role], permission)), $"{role} {path}: {answer.Status}");
        }
    }

    [Test]
    public async Task Every_role_sends_what_its_permissions_say_and_nothing_else([Values] Role role, CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var visitor = served.As("visitor", role);

        foreach (var (path, permission) in Guarded(served, HttpMethods.Post))
        {
            var answer = await visitor.SendFormAsync(path, [("_handler", "anything"), ("Given.Name", "intruder")], cancellation);

            // Whoever may send is stopped by the missing protection of the form; nobody else gets that far.
            Assert.That(answer.Status, Is.EqualTo(RolePermissions.Allow([role], permission) ? HttpStatusCode.BadRequest : HttpStatusCode.Forbidden), $"{role} {path}");
        }
    }

    [Test]
    public async Task Whom_nobody_knows_is_sent_to_the_sign_in_and_back(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        TestPeople.Add(Node, Node.Time, "amina", Role.Administrator);

        var answer = await served.Stranger().GetAsync("/people?added=x", cancellation);

        Assert.That((answer.Status, answer.Location), Is.EqualTo((HttpStatusCode.Redirect, "/sign-in?to=%2Fpeople%3Fadded%3Dx")));
    }

    [Test]
    public async Task A_part_of_a_page_that_nobody_may_have_sends_the_whole_page_to_the_sign_in(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/", UriKind.Relative)) { Headers = { { "HX-Request", "true" } } };

        var answer = await served.Stranger().SendAsync(request, cancellation);

        Assert.That((answer.Status, answer.Headers["HX-Redirect"]), Is.EqualTo((HttpStatusCode.Unauthorized, "/sign-in")));
    }

    [Test]
    public async Task What_somebody_typed_is_not_sent_away_with_the_page(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/people/new", UriKind.Relative)) { Headers = { { "HX-Request", "true" } } };

        var answer = await served.Stranger().SendAsync(request, cancellation);

        Assert.That((answer.Status, answer.Headers.ContainsKey("HX-Redirect")), Is.EqualTo((HttpStatusCode.Unauthorized, false)));
    }

    [Test]
    public async Task A_role_that_is_taken_away_counts_from_the_next_request_on(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var administrator = served.As("amina", Role.Administrator);
        var other = served.As("binta", Role.Administrator, Role.Clerk);
        var before = await other.GetAsync("/people", cancellation);

        await administrator.FillAsync("/people/binta", "change", [("Given.FullName", "Binta"), ("Given.Clerk", "true")], cancellation);
        var after = await other.GetAsync("/people", cancellation);

        Assert.That((before.Status, after.Status), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Redirect)));
    }

    private static IEnumerable<(string Path, Permission Permission)> Guarded(ServedNode served, string method) => Endpoints(served)
        .Where(endpoint => PermissionsOf(endpoint).Count == 1)
        .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(method) ?? true)
        .Select(endpoint => (Fill(PathOf(endpoint)), PermissionsOf(endpoint)[0]))
        .Distinct();

    // Numbers as 1, names as a person's.
    private static string Fill(string path) => Placeholder().Replace(path, place => place.Groups["kind"].Value is "int" or "long" ? "1" : "visitor");

    [GeneratedRegex(@"\{\w+(:(?<kind>\w+))?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    private static IEnumerable<RouteEndpoint> Endpoints(ServedNode served) => served.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static string PathOf(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText?.TrimStart('/');

    private static IReadOnlyList<Permission> PermissionsOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null ? [] :
        [.. endpoint.Metadata.GetOrderedMetadata<RequirePermissionAttribute>().Select(required => required.Permission).Distinct()];
}
