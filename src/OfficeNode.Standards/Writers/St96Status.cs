using System.Collections.Frozen;
using OfficeNode.Core;

namespace OfficeNode.Standards.Writers;

/// <summary>What our status categories are called in ST.96 V6_0.</summary>
/// <remarks>
/// <para>
/// Marks: the values of MarkCurrentStatusCategory (facts/brand-design-databases.md [V]). It knows proceedings but not their end, and no lapse: a mark that
/// was revoked or invalidated for good is <c>Registration cancelled</c>; for the two that it cannot say, MarkCurrentStatusCode also takes any word, and
/// <c>Registration lapsed</c> and <c>Registration expired</c> are ours, in the manner of the list, explained on the collection sheet. An unknown status
/// goes out as the office's own code.
/// </para>
/// <para>
/// Designs: DesignCurrentStatusCategory has seven values; everything before a decision is <c>Filed</c>.
/// </para>
/// </remarks>
internal static class St96Status
{
    private static readonly FrozenDictionary<StatusCategory, string> Marks = new Dictionary<StatusCategory, string>
    {
        [StatusCategory.Filed] = "Application Filed",
        [StatusCategory.FilingDateAccorded] = "Filing date accorded",
        [StatusCategory.Classified] = "Classification checked",
        [StatusCategory.Accepted] = "Application accepted",
        [StatusCategory.Published] = "Application published",
        [StatusCategory.Opposed] = "Opposition pending",
        [StatusCategory.Registered] = "Registration published",
        [StatusCategory.Refused] = "Application refused",
        [StatusCategory.Withdrawn] = "Application withdrawn",
        [StatusCategory.Appealed] = "Appeal pending",
        [StatusCategory.Interrupted] = "Interruption of proceeding",
        [StatusCategory.Surrendered] = "Registration surrendered",
        [StatusCategory.Cancelled] = "Registration cancelled",
        [StatusCategory.Revoked] = "Registration cancelled",
        [StatusCategory.Invalidated] = "Registration cancelled",
        [StatusCategory.Lapsed] = "Registration lapsed",
        [StatusCategory.Expired] = "Registration expired",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<StatusCategory, string> Designs = new Dictionary<StatusCategory, string>
    {
        [StatusCategory.Unknown] = "Undefined",
        [StatusCategory.Filed] = "Filed",
        [StatusCategory.FilingDateAccorded] = "Filed",
        [StatusCategory.Classified] = "Filed",
        [StatusCategory.Accepted] = "Filed",
        [StatusCategory.Published] = "Filed",
        [StatusCategory.Opposed] = "Filed",
        [StatusCategory.Appealed] = "Filed",
        [StatusCategory.Interrupted] = "Filed",
        [StatusCategory.Registered] = "Registered",
        [StatusCategory.Refused] = "Rejected",
        [StatusCategory.Withdrawn] = "Withdrawn",
        [StatusCategory.Surrendered] = "Cancelled",
        [StatusCategory.Cancelled] = "Cancelled",
        [StatusCategory.Revoked] = "Cancelled",
        [StatusCategory.Invalidated] = "Cancelled",
        [StatusCategory.Lapsed] = "Expired",
        [StatusCategory.Expired] = "Expired",
    }.ToFrozenDictionary();

    /// <summary>MarkCurrentStatusCode.</summary>
    public static string OfMark(RecordStatus status) => Marks.GetValueOrDefault(status.Category, status.Code);

    /// <summary>DesignCurrentStatusCategory.</summary>
    public static string OfDesign(RecordStatus status) => Designs[status.Category];

    /// <summary>DesignApplicationCurrentStatusCategory, which ends where the registration begins; null beyond.</summary>
    public static string? OfDesignApplication(RecordStatus status) => OfDesign(status) is "Filed" or "Withdrawn" or "Rejected" ? OfDesign(status) : null;
}
