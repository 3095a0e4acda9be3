using OfficeNode.Core;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>One package on the way, as status shows it.</summary>
public sealed record OutboxEntry(
    PackageName Package, string Destination, DeliveryState State, bool Verified, DateTimeOffset Since, long Bytes, Finding? Reason, DeliveryProof? Proof, DateTimeOffset? NextTry);

/// <summary>What is where in a node: what the status command prints and the status page shows. Numbers and package names only, no content of records.</summary>
public sealed record NodeStatus(IReadOnlyDictionary<Right, long> Records, long Pages, long DamagedMasters, IReadOnlyList<OutboxEntry> Outbox)
{
    public static NodeStatus Read(Node node) => node.Register.Read(session => new NodeStatus(
        session.Dossiers.Counts(),
        session.Pages.Count(),
        session.Masters.CountDamaged(),
        [.. session.Deliveries.All().Select(delivery => new OutboxEntry(
            delivery.Package.Name,
            delivery.Package.Destination,
            delivery.State,
            session.Deliveries.HasReceipt(delivery.Package.Id),
            delivery.Since,
            delivery.Package.Length ?? 0,
            delivery.Reason,
            delivery.Proof,
            delivery.NextTry))]));
}
