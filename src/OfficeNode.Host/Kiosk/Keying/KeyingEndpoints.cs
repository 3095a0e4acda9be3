using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using OfficeNode.Core.Keying;
using OfficeNode.Core.People;
using OfficeNode.Host.Kiosk.Permissions;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Kiosk.Keying;

/// <summary>What an open form asks of the service by itself: to keep what was typed, to tell what is new, and which names and classes the register knows.</summary>
internal static class KeyingEndpoints
{
    private const int MostOffers = 8;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/keying/{id}/save", SaveAsync).WithMetadata(new RequirePermissionAttribute(Permission.Key), new RequireAntiforgeryTokenAttribute());
        endpoints.MapGet("/keying/{id}/look", Look).WithMetadata(new RequirePermissionAttribute(Permission.Key));
        endpoints.MapGet("/keying/classes/{scheme}", Classes).WithMetadata(new RequirePermissionAttribute(Permission.Key));
        endpoints.MapGet("/keying/names", Names).WithMetadata(new RequirePermissionAttribute(Permission.Key));
    }

    private static async Task<IResult> SaveAsync(string id, [FromServices] OpenNode open, [FromServices] KioskJourneys journeys, HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return EntryId.Parse(id) is { Success: true } entry && Saving(open, journeys).Run(entry.Value, new KeyedPost(form)) is { } answer ? Results.Json(answer) : Results.NotFound();
    }

    private static IResult Look(string id, [FromServices] OpenNode open, [FromServices] KioskJourneys journeys) =>
        EntryId.Parse(id) is { Success: true } entry && Saving(open, journeys).Look(entry.Value) is { } answer ? Results.Json(answer) : Results.NotFound();

    private static IResult Classes(string scheme, string? text, [FromServices] KioskJourneys journeys) =>
        Enum.TryParse<ClassScheme>(scheme, ignoreCase: true, out var known) ? Results.Json(journeys.Keying.Classes(known, text ?? "", MostOffers)) : Results.NotFound();

    private static IResult Names(string? text, [FromServices] KioskJourneys journeys) => Results.Json(journeys.Keying.Names(text ?? "", MostOffers));

    private static KeyedSave Saving(OpenNode open, KioskJourneys journeys) => new(open.Node, journeys.Keying, new EntryWords(open.Node, journeys));
}
