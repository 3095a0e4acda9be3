using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using OfficeNode.Core;
using OfficeNode.Core.People;
using OfficeNode.Host.Kiosk.Keying;
using OfficeNode.Host.Kiosk.Permissions;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Kiosk.Register;

/// <summary>The way from a dossier of the register to the entry that corrects it: the one that is open, else a new one, in the field that somebody asks for.</summary>
internal static class DossierCorrection
{
    /// <summary>The name under which the place is posted that something is said of.</summary>
    public const string PlaceName = "field";

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapPost(RegisterAddress.Screen + "/{id:long}/correct", CorrectAsync)
        .WithMetadata(new RequirePermissionAttribute(Permission.Key), new RequireAntiforgeryTokenAttribute());

    private static async Task<IResult> CorrectAsync(long id, [FromServices] OpenNode open, [FromServices] KioskJourneys journeys, HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (DossierOf(open, new DossierId(id)) is not { } dossier || journeys.Keying.Correct(dossier).Entry is not { } entry)
        {
            return Results.NotFound();
        }

        var field = form[PlaceName].ToString() is { Length: > 0 } place ? journeys.Keying.FieldOf(entry, place) : null;
        return Results.LocalRedirect(field is { } found ? EntryAddress.Of(entry, new FieldName(found.Path, found.Item)) : EntryAddress.Of(entry));
    }

    private static Dossier? DossierOf(OpenNode open, DossierId id) =>
        open.Node.Register.Read(session => session.Revisions.Current(id) is null ? null : session.Dossiers.Get(id));
}
