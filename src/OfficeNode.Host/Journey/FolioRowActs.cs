using OfficeNode.Core;
using OfficeNode.Core.Keying;
using OfficeNode.Core.Ledgers;
using OfficeNode.Storage;

namespace OfficeNode.Host.Journey;

/// <summary>Adds rows to a folio, takes them out and up again, and joins them to other folios; within a transaction that has looked who may.</summary>
internal sealed class FolioRowActs
{
    private readonly string _author;
    private readonly EntryAccess _access;

    public FolioRowActs(string author, EntryAccess access)
    {
        _author = author;
        _access = access;
    }

    /// <summary>Why the record of a row cannot be changed in the grid now; null when it can.</summary>
    public Finding? Against(RegisterSession session, Entry entry) => _access.Against(session, entry) is { } against ? against
        : entry.State is EntryState.Keying or EntryState.SentBack ? null : new Finding(LedgerFindings.RowGone, Severity.Error) { Found = entry.Number ?? entry.Id.Value };

    /// <summary>Adds an empty row before another.</summary>
    /// <returns>The new row, or the other one where nothing was keyed in it yet: that one is empty already.</returns>
    public static int Insert(RegisterSession session, Folio folio, int before)
    {
        if (session.FolioRows.At(folio.Volume, folio.Number, before) is null)
        {
            return before;
        }

        var added = session.FolioRows.NextRow(folio.Volume, folio.Number, LedgerJourney.FirstJoined);
        session.FolioRows.Insert(folio.Volume, folio.Number, added, before);
        return added;
    }

    public IReadOnlyList<Finding> Take(RegisterSession session, Folio folio, int row, string reason)
    {
        if (session.FolioRows.At(folio.Volume, folio.Number, row) is not { } found)
        {
            return [];   // an empty row at the foot
        }

        if (found.Entry is { } id && session.Entries.Get(id) is { } entry)
        {
            if (Against(session, entry) is { } against)
            {
                return [against];
            }

            if (session.FolioRows.PlacesOf(id).Count == 1)
            {
                session.Entries.SetRemark(id, reason, _author);
                session.Entries.Move(id, EntryState.Dropped, entry.Level);
            }
        }

        session.FolioRows.Take(folio.Volume, folio.Number, row);
        return [];
    }

    public (int Row, IReadOnlyList<Finding> Refused) Restore(RegisterSession session, Folio folio)
    {
        if (session.FolioRows.LastTaken(folio.Volume, folio.Number) is not { } found)
        {
            return (0, [new Finding(LedgerFindings.NothingTaken, Severity.Error)]);
        }

        if (found.Entry is { } id && session.Entries.Get(id) is { State: EntryState.Dropped } entry)
        {
            session.Entries.SetRemark(id, null, _author);
            session.Entries.Move(id, EntryState.Keying, entry.Level);
        }

        session.FolioRows.Restore(folio.Volume, folio.Number, found.Row);
        return (found.Row, []);
    }

    public IReadOnlyList<Finding> Continue(RegisterSession session, Folio folio, int row, string label)
    {
        if (session.FolioRows.At(folio.Volume, folio.Number, row)?.Entry is not { } id || session.Entries.Get(id) is not { } entry)
        {
            return [new Finding(LedgerFindings.RowEmpty, Severity.Error)];
        }

        if (Against(session, entry) is { } against)
        {
            return [against];
        }

        var number = label.Trim() is { Length: > 0 } said ? session.Volumes.Labelled(folio.Volume, said) : folio.Number + 1;
        if (number is not { } place || session.Volumes.FolioAt(folio.Volume, place) is not { } other || session.FolioRows.PlacesOf(id).Any(known => known.Folio == place))
        {
            return [new Finding(LedgerFindings.FolioUnknown, Severity.Error) { Path = "label", Found = label }];
        }

        Join(session, other, id);
        return [];
    }

    // Records that go on stand at the head of a folio, behind those that came before them.
    private static void Join(RegisterSession session, Folio folio, EntryId entry)
    {
        var row = Math.Max(LedgerJourney.FirstJoined, session.FolioRows.NextRow(folio.Volume, folio.Number));
        if (session.FolioRows.Of(folio.Volume, folio.Number).FirstOrDefault(known => known.Row < LedgerJourney.FirstJoined) is { } first)
        {
            session.FolioRows.Insert(folio.Volume, folio.Number, row, first.Row);
        }
        else
        {
            session.FolioRows.Append(folio.Volume, folio.Number, row, null);
        }

        FolioWriter.Place(session, folio, row, entry);
        session.Volumes.SetDone(folio.Volume, folio.Number, null);
    }
}
