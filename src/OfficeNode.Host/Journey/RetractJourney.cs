using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Settings;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>What was done to take one record back.</summary>
/// <param name="Stopped">Packages that waited and do not go any more.</param>
/// <param name="Delivered">Packages that had been delivered with it.</param>
public sealed record RetractedRecord(DossierName Dossier, RetractionWay Way, IReadOnlyList<PackageName> Stopped, IReadOnlyList<PackageName> Delivered);

/// <summary>What became of a retraction.</summary>
/// <param name="Findings">An error among them: nothing was done.</param>
public sealed record RetractionResult(IReadOnlyList<RetractedRecord> Records, IReadOnlyList<Finding> Findings);

/// <summary>Takes back what was sent by mistake or must be taken back by order: never a lapse, which is an update of the status.</summary>
/// <remarks>
/// Packages that wait with such a record stop, and their other records go with the next one (I11). What the destination has is deleted where its schema
/// knows a delete, and is an open point with a letter elsewhere; both are tracked until the destination confirms. From then on the record is closed for the
/// destination until an act recorded later opens it (I13). Safe to repeat.
/// </remarks>
public sealed class RetractJourney
{
    private readonly Node _node;
    private readonly string _author;

    public RetractJourney(Node node, string author)
    {
        _node = node;
        _author = author;
    }

    /// <summary>Takes records back from a destination, all or none.</summary>
    /// <param name="person">Who answers for it, in words.</param>
    /// <exception cref="StorageException">Packages are built or sent just now (<see cref="StorageFault.Held"/>): what is under way could arrive behind its own retraction.</exception>
    public RetractionResult Run(IReadOnlyList<Dossier> dossiers, string destination, DestinationSettings settings, string reason, string person)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return new RetractionResult([], [new Finding(RetractFindings.ReasonMissing, Severity.Error) { Path = "reason" }]);
        }

        using var building = _node.TakeLease("package");
        using var sending = _node.TakeLease("sync");
        var records = new List<RetractedRecord>();
        var findings = _node.Register.TryWrite(new Deed(_author, "retract", Detail(dossiers, destination)), session =>
        {
            var against = dossiers.Select(dossier => Against(session, dossier, destination)).OfType<Finding>().ToList();
            if (against.Count == 0)
            {
                records.AddRange(dossiers.Select(dossier => Retract(session, dossier, destination, settings, (reason.Trim(), person))));
            }

            return against;
        });
        return new RetractionResult(records, findings);
    }

    /// <summary>Enters that a destination confirmed what it was asked for.</summary>
    /// <param name="note">What it wrote, and when.</param>
    public IReadOnlyList<Finding> Settle(long retraction, string note, string person)
    {
        if (string.IsNullOrWhiteSpace(note))
        {
            return [new Finding(RetractFindings.NoteMissing, Severity.Error) { Path = "note" }];
        }

        _node.Register.Write(new Deed(_author, "retraction confirmed", $"{retraction}"), session => session.Retractions.Settle(retraction, person, note.Trim()));
        return [];
    }

    private static Finding? Against(RegisterSession session, Dossier dossier, string destination)
    {
        var last = session.Retractions.Last(dossier.Id, destination);
        var arguments = new Dictionary<string, string> { ["destination"] = destination };
        if (last is { SettledAt: null })
        {
            return new Finding(RetractFindings.Already, Severity.Error) { Dossier = dossier.Name.ToString(), Arguments = arguments };
        }

        return session.Retractions.PackagesOf(dossier.Id, destination).Count > 0
            ? null
            : new Finding(RetractFindings.NeverSent, Severity.Error) { Dossier = dossier.Name.ToString(), Arguments = arguments };
    }

    private static RetractedRecord Retract(RegisterSession session, Dossier dossier, string destination, DestinationSettings settings, (string Reason, string Person) why)
    {
        var deliveries = session.Retractions.PackagesOf(dossier.Id, destination).Select(session.Deliveries.Of).OfType<Delivery>().ToList();
        var stopped = deliveries.Where(delivery => delivery.State is DeliveryState.Waiting or DeliveryState.Stopped).Select(delivery => delivery.Package).ToList();
        foreach (var package in stopped)
        {
            Stop(session, package, dossier);
        }

        var way = WayOf(session, dossier, destination, settings);
        session.Exports.Forget(dossier.Id, destination);
        session.Retractions.Enter(dossier.Id, destination, why.Reason, why.Person, way);
        return new RetractedRecord(
            dossier.Name,
            way,
            [.. stopped.Select(package => package.Name)],
            [.. deliveries.Where(delivery => delivery.Proof is not null).Select(delivery => delivery.Package.Name)]);
    }

    private static void Stop(RegisterSession session, PackageRow package, Dossier dossier)
    {
        session.Deliveries.MarkAnswered(package.Id, DeliveryState.Stopped, new Finding(RetractFindings.Stopped, Severity.Info) { Dossier = dossier.Name.ToString() });
        if (package.Scope != PackageScope.Test)
        {
            session.Exports.ClearQueued(package.Id);
        }
    }

    /// <summary>V6_0 of ST.96 deletes marks and designs; patent publications it does not, nor does ST.36 (facts/patentscope.md).</summary>
    private static RetractionWay WayOf(RegisterSession session, Dossier dossier, string destination, DestinationSettings settings)
    {
        var hasDelete = settings.Standard == "ST.96" && dossier.Right is Right.Trademark or Right.Design;
        return !session.Retractions.WasDelivered(dossier.Id, destination, taken: false) ? RetractionWay.Nothing
            : hasDelete && session.Retractions.WasDelivered(dossier.Id, destination, taken: true) ? RetractionWay.Delete
            : RetractionWay.Letter;
    }

    private static string Detail(IReadOnlyList<Dossier> dossiers, string destination) => dossiers.Count <= 5
        ? $"{destination}: {string.Join(' ', dossiers.Select(dossier => dossier.Name.ToString()))}"
        : $"{destination}: {dossiers[0].Name} and {dossiers.Count - 1} more";
}
