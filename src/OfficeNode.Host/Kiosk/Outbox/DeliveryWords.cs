using OfficeNode.Host.Texts;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Kiosk.Outbox;

/// <summary>How far a package has come, in words: three verbs, never mixed: sent, delivered, accepted (I7).</summary>
internal static class DeliveryWords
{
    public static string Of(DeliveryState state, bool isVerified) => Words.Of(state == DeliveryState.Accepted && isVerified ? "delivery.Verified" : "delivery." + state);
}
