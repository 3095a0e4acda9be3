using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>One package on the way, as status shows it.</summary>
public sealed record OutboxEntry(
    PackageName Package, string Destination, DeliveryState State, bool Verified, DateTimeOffset Since, long Bytes, Finding? Reason, DeliveryProof? Proof, DateTimeOffset? NextTry);

/// <summary>What is where in a node: what the status command prints and the Today screen shows. Numbers and package names only, no content of records.</summary>
public sealed record NodeStatus(IReadOnlyDictionary<Right, long> Records, long Pages, long DamagedMasters, IReadOnlyList<OutboxEntry> Outbox)
{
    // So many names fit into one line; who mends these sees the next.
    private const int MostBatches = 10;

    /// <summary>Scanned pages by what reading made of them.</summary>
    public required ReadingCounts Reading { get; init; }

    /// <summary>Some of the batches with pages that could not be read.</summary>
    public required IReadOnlyList<BatchId> UnreadIn { get; init; }

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
            delivery.NextTry))])
    {
        Reading = session.Readings.Counts(),
        UnreadIn = session.Readings.FailedIn(MostBatches),
    });
}
