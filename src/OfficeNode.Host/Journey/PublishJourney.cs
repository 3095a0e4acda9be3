using OfficeNode.Core;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>Works the publication gate: acts that open, holds that close (I13).</summary>
public sealed class PublishJourney
{
    private readonly Node _node;
    private readonly string _author;

    public PublishJourney(Node node, string author)
    {
        _node = node;
        _author = author;
    }

    /// <summary>Records one act for each dossier; document types that it does not name are the policy's.</summary>
    public IReadOnlyList<Finding> Publish(IReadOnlyList<Dossier> dossiers, PublicationAct act) =>
        _node.Register.Write(new Deed(_author, "publish", Detail(dossiers)), session => dossiers
            .SelectMany(dossier => ActRecorder.Record(session, _node.Settings, dossier.Id, dossier.Right, act)
                .Select(finding => finding with { Dossier = dossier.Name.ToString() }))
            .ToList());

    public void Hold(IReadOnlyList<Dossier> dossiers, Hold hold) =>
        _node.Register.Write(new Deed(_author, "hold", Detail(dossiers)), session =>
        {
            foreach (var dossier in dossiers)
            {
                session.Holds.Place(dossier.Id, hold);
            }
        });

    /// <summary>Lifts the holds of each dossier; how many there were in all.</summary>
    public int Unhold(IReadOnlyList<Dossier> dossiers) =>
        _node.Register.Write(new Deed(_author, "unhold", Detail(dossiers)), session => dossiers.Sum(dossier => session.Holds.Lift(dossier.Id, _author)));

    private static string Detail(IReadOnlyList<Dossier> dossiers) => dossiers.Count <= 5
        ? string.Join(' ', dossiers.Select(dossier => dossier.Name.ToString()))
        : $"{dossiers[0].Name} and {dossiers.Count - 1} more";
}
