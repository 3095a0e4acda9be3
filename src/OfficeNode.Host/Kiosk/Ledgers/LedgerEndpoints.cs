using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using OfficeNode.Core.Ledgers;
using OfficeNode.Core.People;
using OfficeNode.Host.Kiosk.Permissions;

namespace OfficeNode.Host.Kiosk.Ledgers;

/// <summary>What an open grid asks of the service by itself: to keep what was typed, and to tell what is new.</summary>
internal static class LedgerEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/ledgers/{id:long}/{folio:int}/save", SaveAsync).WithMetadata(new RequirePermissionAttribute(Permission.Key), new RequireAntiforgeryTokenAttribute());
        endpoints.MapGet("/ledgers/{id:long}/{folio:int}/look", Look).WithMetadata(new RequirePermissionAttribute(Permission.Key));
    }

    private static async Task<IResult> SaveAsync(long id, int folio, [FromServices] OpenNode open, [FromServices] KioskJourneys journeys, HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return Saving(open, journeys).Run(new VolumeId(id), folio, form) is { } answer ? Results.Json(answer) : Results.NotFound();
    }

    private static IResult Look(long id, int folio, string? joined, [FromServices] OpenNode open, [FromServices] KioskJourneys journeys) =>
        Saving(open, journeys).Look(new VolumeId(id), folio, joined ?? "") is { } answer ? Results.Json(answer) : Results.NotFound();

    private static GridSave Saving(OpenNode open, KioskJourneys journeys) => new(open.Node, journeys.Ledgers, new LedgerWords(open.Node, journeys));
}
