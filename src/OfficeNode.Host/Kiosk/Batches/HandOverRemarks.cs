using OfficeNode.Core;
using OfficeNode.Host.Journey;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Kiosk.Batches;

/// <summary>What somebody should have seen before a batch is handed over. None of it forbids that: entries can be named and kept by hand.</summary>
/// <param name="Unnamed">Dossiers that no code names.</param>
/// <param name="Untyped">Documents of dossiers with a name whose type no code says.</param>
/// <param name="Unread">Pages that wait to be read: their entries are filled when they are.</param>
/// <param name="Failed">Pages that could not be read.</param>
/// <param name="Findings">About separators and counted pages.</param>
internal sealed record HandOverRemarks(int Unnamed, int Untyped, int Unread, int Failed, IReadOnlyList<Finding> Findings)
{
    public bool Any => Unnamed + Untyped + Failed + Findings.Count > 0;

    public static HandOverRemarks Of(BatchView view)
    {
        var drafts = view.Drafts.Dossiers.Where(draft => draft.Documents.Any(document => document.Pages.Any(page => !page.IsBlank))).ToList();
        return new HandOverRemarks(
            drafts.Count(draft => draft.Name is null),
            drafts.Where(draft => draft.Name is not null).Sum(draft => draft.Documents.Count(document => document.Code is null)),
            view.Readings.Values.Count(reading => reading.State == ReadingState.Waiting),
            view.Readings.Values.Count(reading => reading.State == ReadingState.Failed),
            view.Drafts.Findings);
    }
}
