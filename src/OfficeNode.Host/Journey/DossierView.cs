using OfficeNode.Core;
using OfficeNode.Host.Settings;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>A dossier as a destination would see it today: its current record, and its pages past the gate.</summary>
internal sealed record DossierView
{
    public required Dossier Dossier { get; init; }

    public required Revision Revision { get; init; }

    public required GateDecision Gate { get; init; }

    /// <summary>Pages of opened document types, in document and page order.</summary>
    public required IReadOnlyList<Page> Pages { get; init; }

    public static DossierView Read(RegisterSession session, NodeSettings settings, string name, DestinationSettings destination, Dossier dossier, DateOnly today)
    {
        var retraction = session.Retractions.Last(dossier.Id, name);
        var gate = PublicationGate.Decide(
            session.Acts.After(dossier.Id, retraction?.LastAct ?? 0),
            session.Holds.Of(dossier.Id),
            settings.Publication[dossier.Right],
            name,
            destination.Documents,
            today,
            isRetracted: retraction is not null);
        return new DossierView
        {
            Dossier = dossier,
            Revision = session.Revisions.Get(dossier.Revision),
            Gate = gate,
            Pages = [.. session.Pages.Of(dossier.Id).Where(page => gate.Opened.Contains(page.Document))],
        };
    }
}
