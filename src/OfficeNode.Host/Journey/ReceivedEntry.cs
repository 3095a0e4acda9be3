using OfficeNode.Core.Counter;
using OfficeNode.Core.Keying;
using OfficeNode.Storage;

namespace OfficeNode.Host.Journey;

/// <summary>The entry that a filing at the counter becomes, within the transaction that gives its number: its papers find it there when they are scanned.</summary>
internal static class ReceivedEntry
{
    private const string Number = "applicationNumber";
    private const string Applicant = "parties[applicant].name";

    /// <summary>Makes the entry, unless papers of that number were handed over already. The day of receipt is not put into it: it is no filing date.</summary>
    public static void Make(RegisterSession session, Reception reception)
    {
        if (session.Entries.OpenWith(reception.Right, reception.Number.AsPrinted).Count > 0)
        {
            return;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal) { [Number] = reception.Number.AsPrinted, [Applicant] = reception.Facts.Applicant };
        EntryMaker.OfReception(session, reception.Right, values, reception.Author, reception.EnteredAt);
    }

    /// <summary>
    /// Drops the entry of a filing that was taken back, while nobody has keyed anything of it; its pages stay with their batch. What somebody keyed is kept: it goes back to be looked at, with the reason,
    /// and whoever keys it says what becomes of it. One in an open sample stays there; that its filing was taken back is said at its number.
    /// </summary>
    public static void Drop(RegisterSession session, Reception reception, string author, string why)
    {
        if (session.Entries.TakenIn(reception.Right, reception.Number.AsPrinted) is { } entry && session.Samples.OpenWith(entry.Id) is null)
        {
            session.Entries.Move(entry.Id, entry is { IsTouched: false, KeyedBy: null } ? EntryState.Dropped : EntryState.SentBack, entry.Level);
            session.Entries.SetRemark(entry.Id, why, author);
        }
    }
}
