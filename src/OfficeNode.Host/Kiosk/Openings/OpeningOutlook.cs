using OfficeNode.Core;
using OfficeNode.Host.Journey;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Kiosk.Openings;

/// <summary>What the gate says, or would say, of a dossier for one destination.</summary>
/// <param name="Pages">How many of its pages would be open there.</param>
public sealed record OpeningAt(string Destination, GateDecision Gate, int Pages);

/// <summary>What the gate would say of a dossier after something was recorded: shown before it is, because what has left cannot be called back.</summary>
public sealed record OpeningOutlook(Dossier Dossier, string Title, IReadOnlyList<OpeningAt> Destinations)
{
    /// <summary>As the gate stands now.</summary>
    public static IReadOnlyList<OpeningOutlook> Of(Node node, IReadOnlyList<Dossier> dossiers) => Of(node, dossiers, null, holdsEnd: false);

    /// <summary>As it would stand on the day on which an act takes effect.</summary>
    public static IReadOnlyList<OpeningOutlook> After(Node node, IReadOnlyList<Dossier> dossiers, PublicationAct act) => Of(node, dossiers, act, holdsEnd: false);

    /// <summary>As it would stand without holds.</summary>
    public static IReadOnlyList<OpeningOutlook> WithoutHolds(Node node, IReadOnlyList<Dossier> dossiers) => Of(node, dossiers, null, holdsEnd: true);

    private static List<OpeningOutlook> Of(Node node, IReadOnlyList<Dossier> dossiers, PublicationAct? act, bool holdsEnd) => node.Register.Read(session =>
        dossiers.Select(dossier =>
        {
            var holds = holdsEnd ? [] : session.Holds.Of(dossier.Id);
            var pages = session.Pages.Of(dossier.Id);
            var record = session.Revisions.Get(dossier.Revision).Record;
            var day = act is { Date: var date } && date > node.Today ? date : node.Today;
            var there = node.Settings.Destinations
                .Where(pair => pair.Value.Rights.Contains(dossier.Right))
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair =>
                {
                    var retraction = session.Retractions.Last(dossier.Id, pair.Key);
                    IReadOnlyList<PublicationAct> acts = [.. session.Acts.After(dossier.Id, retraction?.LastAct ?? 0), .. act is null ? [] : new[] { act }];
                    var gate = PublicationGate.Decide(acts, holds, node.Settings.Publication[dossier.Right], pair.Key, pair.Value.Documents, day, retraction is not null);
                    return new OpeningAt(pair.Key, gate, pages.Count(page => gate.Opened.Contains(page.Document)));
                });
            return new OpeningOutlook(dossier, DossierTitle.Of(record), [.. there]);
        }).ToList());
}
