using OfficeNode.Core;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Kiosk.Tonight;

/// <summary>The addresses of what leaves: lists, single records, packages.</summary>
internal static class TonightAddress
{
    public static string OfList(string destination, string reason) => $"/tonight/{Uri.EscapeDataString(destination)}/{Uri.EscapeDataString(reason)}";

    public static string OfRecord(string destination, DossierId dossier) => FormattableString.Invariant($"/tonight/{Uri.EscapeDataString(destination)}/record/{dossier.Value}");

    public static string OfPackage(PackageName name) => "/packages/" + Uri.EscapeDataString(name.Value);

    public static string OfPackages(string destination, DeliveryState state) => $"/packages?destination={Uri.EscapeDataString(destination)}&state={state}";

    public static string OfDossier(DossierId dossier) => FormattableString.Invariant($"/register/{dossier.Value}");

    public static string OfOpening(DossierId dossier) => FormattableString.Invariant($"/publication/{dossier.Value}");

    public static string OfDestination(string destination) => "/destinations/" + Uri.EscapeDataString(destination);

    public static string OfRetraction(DossierId dossier, string destination) =>
        FormattableString.Invariant($"/retractions/new?d={dossier.Value}&destination={Uri.EscapeDataString(destination)}");
}
