using OfficeNode.Capture;
using OfficeNode.Core;
using OfficeNode.Core.People;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Kiosk.Permissions;

namespace OfficeNode.Host.Kiosk.Pages;

/// <summary>The pictures of pages that screens show. An address names a frame of a master, whose bytes never change (I1): browsers keep its picture.</summary>
internal static class PagePictures
{
    /// <summary>As long as a clerk's day: what is kept by one person's browser is not another's to see for longer.</summary>
    private const string ForTheDay = "private, max-age=43200, immutable";

    /// <summary>The address of a page's picture, turned as its file says.</summary>
    public static string Of(Master master, int frame, PreviewSize size) =>
        FormattableString.Invariant($"/pictures/{master.Digest.Value}/{frame}/{size.ToString().ToLowerInvariant()}");

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/pictures/{digest}/{frame:int}/{size}", SendAsync)
        .WithMetadata(new RequirePermissionAttribute(Permission.SeePages));

    private static async Task<IResult> SendAsync(string digest, int frame, string size, OpenNode open, PagePreviews previews, HttpContext context)
    {
        if (!Digest.Parse(digest).Success || !Enum.TryParse<PreviewSize>(size, ignoreCase: true, out var wanted) || !Enum.IsDefined(wanted))
        {
            return Results.NotFound();
        }

        var master = open.Node.Register.Read(session => session.Masters.Get(Digest.Parse(digest).Value));
        if (master is null || frame < 0)
        {
            return Results.NotFound();
        }

        var answer = await previews.GetAsync(open.Node, new WantedPreview(master, frame, wanted), PreviewUrgency.AtTheScreen, context.RequestAborted);
        if (answer.File is not { } file)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = ForTheDay;
        return Results.File(file.Path, file.ContentType, entityTag: new(file.ETag));
    }
}
