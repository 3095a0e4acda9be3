using OfficeNode.Host.Journey;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Kiosk.Tonight;

/// <summary>Why records are left out, in words and in the order in which somebody wants to know.</summary>
internal static class Reasons
{
    /// <summary>The list of what would leave, where the others list what would not.</summary>
    public const string None = "leaving";

    // What a person can mend stands first; what is closed as it should be stands last.
    private static readonly string[] Order =
    [
        "errors", "damaged", "refused", "outstanding", "Retracted", "Held", "FutureAct", "BeforeOpeningPoint", "OtherDestination", "NoAct",
    ];

    public static bool IsKnown(string reason) => Order.Contains(reason);

    /// <summary>Whether somebody should act on it.</summary>
    public static bool WantsAction(string reason) => reason is "errors" or "damaged" or "refused";

    public static string Of(string reason) => reason == "errors" ? Words.Of("tonight.errors") : Words.Of("left-out." + reason);

    public static IEnumerable<(string Reason, long Count)> In(Foresight foresight) => Order
        .Where(foresight.LeftOut.ContainsKey)
        .Select(reason => (reason, foresight.LeftOut[reason]));
}
