using OfficeNode.Core;
using OfficeNode.Core.People;
using OfficeNode.Host.Kiosk.Permissions;

namespace OfficeNode.Host.Kiosk.Register;

/// <summary>The way from a dossier's name to its screen: what findings, lists and papers name leads there. Where a name means several or none, to the search for it.</summary>
internal static class NamedDossier
{
    public static string AddressOf(string name) => $"{RegisterAddress.Screen}/by/{Uri.EscapeDataString(name)}";

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapGet(RegisterAddress.Screen + "/by/{**name}", Find)
        .WithMetadata(new RequirePermissionAttribute(Permission.SeeRegister));

    private static IResult Find(string? name, OpenNode open)
    {
        var parsed = DossierName.Parse(name ?? "");
        var found = parsed.Success ? open.Node.Register.Read(session => session.Dossiers.Find(parsed.Value)) : [];
        return Results.LocalRedirect(found.Count == 1 ? RegisterAddress.Of(found[0].Id) : RegisterAddress.Search(name));
    }
}
