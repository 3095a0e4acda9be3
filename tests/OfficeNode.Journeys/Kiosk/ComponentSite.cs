using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OfficeNode.Host.Kiosk;
using OfficeNode.Journeys.Kiosk.Keying;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Kiosk;

/// <summary>A site of one page that shows every component, with the real script and style sheet, and that can go away and come back at its address.</summary>
internal sealed class ComponentSite : IAsyncDisposable
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'";

    private WebApplication? _app;

    private ComponentSite(Uri address) => Address = address;

    public Uri Address { get; private set; }

    /// <summary>What every answer is while it is set: as of a service that is starting.</summary>
    public int? AnswersOnly { get; set; }

    /// <summary>What every answer waits for: as of a service that has much to do.</summary>
    public Task Begin { get; set; } = Task.CompletedTask;

    /// <summary>The names of requests that came for <c>/save</c>, with the value of the title they brought.</summary>
    public ConcurrentQueue<(string Id, string Title)> Saves { get; } = [];

    /// <summary>What the form of the keying page saves to.</summary>
    public KeyedForm KeyedForm { get; } = new();

    public static async Task<ComponentSite> StartAsync(CancellationToken cancellation)
    {
        var site = new ComponentSite(new Uri("http://127.0.0.1:0"));
        await site.ComeAsync(cancellation);
        return site;
    }

    /// <summary>Begins to listen, at the same address as before.</summary>
    public async Task ComeAsync(CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add(Address.ToString());
        _app.Use((context, next) => AnswerAsync(context, next));
        KioskAssets.Map(_app);
        _app.MapGet("/", () => Page("components.en"));
        _app.MapGet("/ar", () => Page("components.ar"));
        _app.MapGet("/keying", () => Page("keying.en"));
        KeyedForm.Map(_app);
        _app.MapGet("/today", () => Small("en", "ltr", "Today"));
        _app.MapGet("/register", () => Small("en", "ltr", "Not yours to see", StatusCodes.Status403Forbidden));
        _app.MapGet("/batches", () => Small("ar", "rtl", "الدفعات"));
        _app.MapPost("/acts/refused", () => Results.StatusCode(StatusCodes.Status500InternalServerError));
        _app.MapPost("/acts/{act}", (string act) => Results.Content(act, "text/html"));
        _app.MapPost("/save", (HttpRequest request, CancellationToken stop) => SavedAsync(request, stop));
        await _app.StartAsync(cancellation);
        Address = new Uri(_app.Urls.First());
    }

    /// <summary>Stops listening, as a service that is restarted.</summary>
    public async Task GoAwayAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
            _app = null;
        }
    }

    public ValueTask DisposeAsync() => new(GoAwayAsync());

    private async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.CacheControl = "no-store";
        if (context.Request.Path == "/save")
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            Saves.Enqueue((context.Request.Headers["Kiosk-Request"].ToString(), form["title"].ToString()));
        }

        await Begin.WaitAsync(context.RequestAborted);
        if (AnswersOnly is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }

        await next(context);
    }

    private static IResult Page(string name) => Html(File.ReadAllText(Repository.PathOf($"tests/OfficeNode.Journeys/Kiosk/Pages/{name}.html")));

    private static IResult Small(string language, string direction, string heading, int status = StatusCodes.Status200OK) => Html(
        $$"""
        <!DOCTYPE html>
        <html lang="{{language}}" dir="{{direction}}">
        <head><title>{{heading}}</title><link rel="icon" href="{icon}"><script src="{script}" defer></script></head>
        <body hx-boost="true" hx-inherit="hx-boost"><main><h1>{{heading}}</h1></main></body>
        </html>
        """,
        status);

    private static IResult Html(string page, int status = StatusCodes.Status200OK) => Results.Content(
        page.Replace("{icon}", KioskAssets.Of("kiosk.svg"), StringComparison.Ordinal)
            .Replace("{style}", KioskAssets.Of("kiosk.css"), StringComparison.Ordinal)
            .Replace("{script}", KioskAssets.Of("kiosk.js"), StringComparison.Ordinal),
        "text/html; charset=utf-8",
        statusCode: status);

    private static async Task<IResult> SavedAsync(HttpRequest request, CancellationToken cancellation)
    {
        var form = await request.ReadFormAsync(cancellation);
        return Html("saved: " + WebUtility.HtmlEncode(form["title"]));
    }
}
