using System.Text.Json;
using System.Text.Json.Serialization;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Service;
using OfficeNode.Host.Settings;
using OfficeNode.Host.Texts;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Kiosk.Today;

/// <summary><c>/health</c>, for scripts that watch over nodes: counts, times and states only, so that it is open to anybody who reaches the service.</summary>
internal static class HealthEndpoint
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static void Map(WebApplication app) => app.MapGet("/health", ServeAsync).AllowAnonymous();

    /// <summary>200 while the node can be read, whatever it has to say; 503 when it cannot.</summary>
    private static async Task ServeAsync(HttpContext context)
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
            state => health.Status.Sums.Where(sum => sum.State == state).Sum(sum => sum.Count)),
        waitingSince = health.Status.Sums.Where(sum => sum.State == DeliveryState.Waiting).Select(sum => (DateTimeOffset?)sum.Since).Min(),
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
