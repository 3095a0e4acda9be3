using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Storage;
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

    /// <summary>All packages by destination and state, added up.</summary>
    public required IReadOnlyList<DeliverySum> Sums { get; init; }

    /// <summary>With every package that ever was.</summary>
    public static NodeStatus Read(Node node) => node.Register.Read(session => Of(session, session.Deliveries.Sums(), session.Deliveries.All()));

    /// <summary>With the packages that wait, the last one of each destination, and the newest: what a screen shows takes no longer after years of packages.</summary>
    public static NodeStatus ReadCurrent(Node node, int newest) => node.Register.Read(session =>
    {
        var sums = session.Deliveries.Sums();
        return Of(session, sums, session.Deliveries.Current(newest, [.. sums.GroupBy(sum => sum.Destination).Select(group => group.Max(sum => sum.Last))]));
    });

    private static NodeStatus Of(RegisterSession session, IReadOnlyList<DeliverySum> sums, IReadOnlyList<Delivery> deliveries) => new(
        session.Dossiers.Counts(),
        session.Pages.Count(),
        session.Masters.CountDamaged(),
        [.. deliveries.Select(delivery => EntryOf(session, delivery))])
    {
        Sums = sums,
        Reading = session.Readings.Counts(),
        UnreadIn = session.Readings.FailedIn(MostBatches),
    };

    private static OutboxEntry EntryOf(RegisterSession session, Delivery delivery) => new(
        delivery.Package.Name,
        delivery.Package.Destination,
        delivery.State,
        session.Deliveries.HasReceipt(delivery.Package.Id),
        delivery.Since,
        delivery.Package.Length ?? 0,
        delivery.Reason,
        delivery.Proof,
        delivery.NextTry);
}
