using System.Text.Json;
using System.Text.Json.Serialization;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Service;
using OfficeNode.Host.Settings;
using OfficeNode.Host.Texts;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Kiosk.Today;

/// <summary>The addresses of the status page: the page, its look, and <c>/health</c> for scripts.</summary>
internal static class StatusEndpoints
{
    public const string Stylesheet = "/status.css";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static void Map(WebApplication app)
    {
        app.MapRazorComponents<Document>();
        app.MapGet(Stylesheet, ServeStylesheetAsync);
        app.MapGet("/health", ServeHealthAsync);
    }

    private static async Task ServeStylesheetAsync(HttpContext context)
    {
        var assembly = typeof(StatusEndpoints).Assembly;
        await using var sheet = assembly.GetManifestResourceStream("OfficeNode.Host.Kiosk.Today.status.css")
            ?? throw new InvalidOperationException("The stylesheet is not in the program.");
        context.Response.ContentType = "text/css; charset=utf-8";
        context.Response.ContentLength = sheet.Length;
        await sheet.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    /// <summary>200 while the node can be read, whatever it has to say; 503 when it cannot.</summary>
    private static async Task ServeHealthAsync(HttpContext context)
    {
        var nodes = context.RequestServices.GetRequiredService<NodeSource>();
        object answer;
        try
        {
            using var node = nodes.Open();
            answer = Of(node, NodeHealth.Read(node));
        }
        catch (Exception error) when (error is StorageException or SettingsException)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            answer = new { status = Tone.Act, problem = error is StorageException storage ? StorageWords.Of(storage) : error.Message };
        }

        await context.Response.WriteAsJsonAsync(answer, Json, context.RequestAborted);
    }

    private static object Of(Journey.Node node, NodeHealth health) => new
    {
        status = StatusReport.Of(node, health).Tone,
        office = node.Settings.Office.Value,
        time = health.Now,
        records = Enum.GetValues<Right>().ToDictionary(NameOf, right => health.Status.Records.GetValueOrDefault(right)),
        health.Status.Pages,
        health.Status.DamagedMasters,
        reading = new { health.Status.Reading.Waiting, health.Status.Reading.Failed },
        refusedRecords = health.RefusedRecords,
        health.FreeBytes,
        clockBehind = health.IsClockBehind,
        outbox = Enum.GetValues<DeliveryState>().ToDictionary(
            state => JsonNamingPolicy.CamelCase.ConvertName(state.ToString()),
            state => health.Status.Outbox.Count(entry => entry.State == state)),
        waitingSince = health.Status.Outbox.Where(entry => entry.State == DeliveryState.Waiting).Select(entry => (DateTimeOffset?)entry.Since).Min(),
        lastNight = health.LastNight is not { } night ? null : new
        {
            night.Night,
            night.Began,
            night.Ended,
            night.Late,
            night.NextTry,
            night.Packages,
            night.LeftOut,
            night.Delivered,
            night.Accepted,
            night.Refused,
            night.Waiting,
            night.BytesOnWire,
            troubles = night.Troubles.Select(trouble => trouble.Rule),
        },
        nextNight = health.Night is { } next ? new { next.From, next.To } : null,
    };

    private static string NameOf(Right right) => JsonNamingPolicy.CamelCase.ConvertName(right.ToString());
}
