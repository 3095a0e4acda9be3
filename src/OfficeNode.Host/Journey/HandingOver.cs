using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Core.Keying;
using OfficeNode.Storage;

namespace OfficeNode.Host.Journey;

/// <summary>Ends the arranging of a batch: each of its drafts becomes an entry, with its pages as they stand now.</summary>
/// <remarks>
/// The first transaction ends the arranging, so that the drafts stay the same from then on; the entries of a back-file follow in slices. After a stop between
/// two of them the next one who asks for work goes on. Drafts of blank pages alone stay with the batch (I10).
/// </remarks>
internal sealed class HandingOver
{
    // So many pages take some 100 ms; a draft is never parted.
    private const int PagesOfSlice = 1_500;

    private readonly Node _node;
    private readonly string _author;

    public HandingOver(Node node, string author)
    {
        _node = node;
        _author = author;
    }

    public IReadOnlyList<Finding> Run(BatchId id)
    {
        var (last, drafts) = Look(id);
        var findings = _node.Register.TryWrite(new Deed(_author, "batch hand over", id.Value), session =>
        {
            if (Against(session, id, last, drafts) is { } refused)
            {
                return [refused];
            }

            session.Batches.HandOver(id, drafts.Count);
            return [];
        });
        if (findings.Count == 0)
        {
            GoOn(id, drafts);
        }

        return findings;
    }

    /// <summary>Makes the entries that a stop left out.</summary>
    public void GoOn(BatchId id) => GoOn(id, Look(id).Drafts);

    public IReadOnlyList<Finding> TakeBack(BatchId id) => _node.Register.TryWrite(new Deed(_author, "batch take back", id.Value), session =>
    {
        if (session.Batches.Get(id) is not { } batch)
        {
            return [new Finding(KeyingFindings.BatchUnknown, Severity.Error) { Found = id.Value }];
        }

        if (batch.HandedOver is null)
        {
            return [new Finding(KeyingFindings.BatchNotHandedOver, Severity.Error) { Found = id.Value }];
        }

        if (session.Entries.IsTouched(id))
        {
            return [new Finding(KeyingFindings.BatchTouched, Severity.Error) { Found = id.Value }];
        }

        session.Batches.TakeBack(id);
        return [];
    });

    private (long LastEdit, IReadOnlyList<DraftDossier> Drafts) Look(BatchId id) => _node.Register.Read(session => session.Batches.Get(id) is null
        ? (0L, (IReadOnlyList<DraftDossier>)[])
        : (session.Batches.LastEdit(id), [.. DraftSplitter.Split(_node.Settings.Office, session.Batches.Arrange(id)).Dossiers.Where(HasWriting)]));

    private static bool HasWriting(DraftDossier draft) => draft.Documents.Any(document => document.Pages.Any(page => !page.IsBlank));

    private static Finding? Against(RegisterSession session, BatchId id, long last, IReadOnlyList<DraftDossier> drafts) => session.Batches.Get(id) switch
    {
        null => new Finding(KeyingFindings.BatchUnknown, Severity.Error) { Found = id.Value },
        { HandedOver: not null } => new Finding(KeyingFindings.BatchHandedOver, Severity.Error) { Found = id.Value },
        { Ended: null } => new Finding(KeyingFindings.BatchUnfinished, Severity.Error) { Found = id.Value },
        _ when session.Batches.LastEdit(id) != last => new Finding(KeyingFindings.Changed, Severity.Error) { Found = id.Value },
        _ when drafts.Count == 0 => new Finding(KeyingFindings.BatchEmpty, Severity.Error) { Found = id.Value },
        _ => null,
    };

    private void GoOn(BatchId id, IReadOnlyList<DraftDossier> drafts)
    {
        var done = _node.Register.Read(session => session.Entries.OfBatch(id)).Select(entry => entry.Batch!.Draft).ToHashSet();   // those of a batch name it
        var slice = new List<(int Place, DraftDossier Draft)>();
        var pages = 0;
        foreach (var (draft, place) in drafts.Select((draft, place) => (draft, place + 1)).Where(pair => !done.Contains(pair.Item2)))
        {
            slice.Add((place, draft));
            pages += draft.Documents.Sum(document => document.Pages.Count);
            if (pages >= PagesOfSlice)
            {
                Make(id, slice);
                slice.Clear();
                pages = 0;
            }
        }

        Make(id, slice);
    }

    private void Make(BatchId id, List<(int Place, DraftDossier Draft)> slice) => _node.Register.Note(session =>
    {
        // Somebody else may have gone on with it at the same time, or taken it back.
        if (session.Batches.Get(id)?.HandedOver is null)
        {
            return;
        }

        var made = session.Entries.OfBatch(id).Select(entry => entry.Batch!.Draft).ToHashSet();   // those of a batch name it
        foreach (var (place, draft) in slice.Where(one => !made.Contains(one.Place)))
        {
            EntryMaker.OfDraft(session, new BatchIdentity(id, place), draft, _author, _node.Time.GetUtcNow());
        }

        session.Batches.NoteMade(id);
    });
}
