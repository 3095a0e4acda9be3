using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Core.Keying;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>A batch as a person sees it: its order after all edits, and the drafts it parts into.</summary>
public sealed record BatchView
{
    public required Batch Batch { get; init; }

    public required Arrangement Arrangement { get; init; }

    public required BatchDrafts Drafts { get; init; }

    public required IReadOnlyList<KeptEdit> Edits { get; init; }

    public required IReadOnlyDictionary<int, PageReading> Readings { get; init; }

    /// <summary>The target sheet in it; null when there is none.</summary>
    public BatchTarget? Target { get; init; }

    public required BatchQuality Quality { get; init; }

    /// <summary>As <see cref="ScanJourney.NextSheet"/>.</summary>
    public int? NextSheet { get; init; }
}

/// <summary>Shows batches and keeps what people do to them.</summary>
public sealed class BatchJourney
{
    private const string StillArranged = "a batch that was not handed over to keying";

    private readonly Node _node;

    public BatchJourney(Node node) => _node = node;

    /// <summary>A batch; null when there is none of that name.</summary>
    public BatchView? View(BatchId id) => Look(id) is { } view ? view with { NextSheet = ScanJourney.NextSheet(_node, view.Batch) } : null;

    private BatchView? Look(BatchId id) => _node.Register.Read(session =>
    {
        if (session.Batches.Get(id) is not { } batch)
        {
            return null;
        }

        var arrangement = session.Batches.Arrange(id);
        var drafts = DraftSplitter.Split(_node.Settings.Office, arrangement);
        return new BatchView
        {
            Batch = batch,
            Arrangement = arrangement,
            Drafts = drafts,
            Edits = session.Batches.Edits(id),
            Readings = session.Readings.Of(id),
            Target = BatchTarget.Of(drafts, _node.Settings.Quality),
            Quality = BatchQuality.Of(drafts, _node.Settings.Quality),
        };
    });

    /// <summary>Turns pages by quarters to the right, from how they stand now: as a person gave them, else as they were read, else as they came.</summary>
    /// <returns>As <see cref="Edit"/>.</returns>
    public string? Turn(BatchId id, IReadOnlyList<int> pages, int quarters, string author)
    {
        if (View(id) is not { } view)
        {
            throw new ArgumentException($"There is no batch {id}.", nameof(id));
        }

        var texts = new BatchTexts(_node, view);
        var known = view.Arrangement.Pages.ToDictionary(page => page.Page.Number);
        IReadOnlyList<int> once = [.. pages.Distinct()];
        var shown = once.Select(number => known.TryGetValue(number, out var page) ? page.Turns ?? texts.Of(page.Page)?.Turns ?? 0 : 0);
        return Edit(id, new RotatePages(once, quarters) { Shown = [.. shown] }, author);
    }

    /// <summary>Keeps an edit, and has read again what is to be read otherwise now.</summary>
    /// <returns>What the edit should have said instead, in which case nothing was kept; null when it stands.</returns>
    /// <exception cref="InvalidOperationException">Somebody else changed the batch between looking and keeping.</exception>
    public string? Edit(BatchId id, BatchEdit edit, string author)
    {
        var (last, arrangement, handedOver) = _node.Register.Read(session => (session.Batches.LastEdit(id), session.Batches.Arrange(id), HandedOver(session, id)));
        if ((handedOver is null ? ComplaintOf(edit) ?? arrangement.Complaint(edit) : StillArranged) is { } complaint)
        {
            return complaint;
        }

        var settled = arrangement.Settle(edit);
        _node.Register.Write(new Deed(author, "batch edit", $"{id} {edit.GetType().Name}"), session =>
        {
            // An edit that cannot be replayed would close the batch to everybody. Pages that came meanwhile lie behind all others and change nothing about it.
            if (session.Batches.LastEdit(id) != last || HandedOver(session, id) is not null)
            {
                throw new InvalidOperationException($"{id} was changed meanwhile: look at it, then change it again.");
            }

            session.Batches.Keep(id, settled, author);
            Reread(session, id, settled);
        });
        return null;
    }

    /// <summary>As <see cref="Edit"/>, for what somebody saw on a screen: where other edits stand by now, it is refused and not applied to what they did not see.</summary>
    /// <param name="seen">The key of the last edit that stood when they looked, as <see cref="BatchTable.LastEdit"/> gives it.</param>
    /// <returns>What speaks against it; empty when it stands.</returns>
    public IReadOnlyList<Finding> TryEdit(BatchId id, long seen, BatchEdit edit, string author)
    {
        var (last, arrangement) = _node.Register.Read(session => (session.Batches.LastEdit(id), session.Batches.Arrange(id)));
        if (last != seen)
        {
            return [Changed(id)];
        }

        if (FindingOf(edit) is { } finding)
        {
            return [finding];
        }

        if (arrangement.Complaint(edit) is { } complaint)
        {
            return [new(edit is InterleavePages ? EditFindings.Interleave : EditFindings.Refused, Severity.Error) { Found = id.Value, Expected = complaint }];
        }

        var settled = arrangement.Settle(edit);
        return _node.Register.TryWrite(new Deed(author, "batch edit", $"{id} {edit.GetType().Name}"), session =>
        {
            if (HandedOver(session, id) is { } handed)
            {
                return [handed];
            }

            if (HandedOver(session, id) is { } handedOver)
            {
                return [handedOver];
            }

            if (session.Batches.LastEdit(id) != seen)
            {
                return [Changed(id)];
            }

            session.Batches.Keep(id, settled, author);
            Reread(session, id, settled);
            return [];
        });
    }

    /// <summary>As <see cref="Turn"/>, for what somebody saw on a screen.</summary>
    /// <param name="seen">As for <see cref="TryEdit"/>.</param>
    /// <param name="shown">The turns by which each page was shown; empty for what is known of them now.</param>
    public IReadOnlyList<Finding> TryTurn(BatchId id, long seen, IReadOnlyList<int> pages, int quarters, IReadOnlyList<int> shown, string author) =>
        TryEdit(id, seen, new RotatePages(pages, quarters) { Shown = shown.Count == pages.Count ? shown : Shown(id, pages) }, author);

    /// <summary>As <see cref="Undo(BatchId, string)"/>, for what somebody saw on a screen.</summary>
    /// <param name="seen">As for <see cref="TryEdit"/>.</param>
    public IReadOnlyList<Finding> TryUndo(BatchId id, long seen, string author) => _node.Register.TryWrite(new Deed(author, "batch undo", id.Value), session =>
    {
        if (HandedOver(session, id) is { } handed)
        {
            return [handed];
        }

        if (HandedOver(session, id) is { } handedOver)
        {
            return [handedOver];
        }

        if (session.Batches.LastEdit(id) is var last && (last != seen || last == 0))
        {
            return [last == seen ? new(EditFindings.NothingToUndo, Severity.Error) { Found = id.Value } : Changed(id)];
        }

        if (session.Batches.Undo(id, author) is { } undone)
        {
            Reread(session, id, undone.Edit);
        }

        return [];
    });

    /// <summary>Has the pages of a batch that wait read before all others; how many they are.</summary>
    public int Hurry(BatchId id) => _node.Register.Note(session => session.Readings.Hurry(id, ReadingTable.AtTheScreen));

    /// <summary>Takes the last edit that stands back; null when none stands, or the batch was handed over.</summary>
    public KeptEdit? Undo(BatchId id, string author) => _node.Register.Write(new Deed(author, "batch undo", id.Value), session =>
    {
        var undone = HandedOver(session, id) is null ? session.Batches.Undo(id, author) : null;
        if (undone is not null)
        {
            Reread(session, id, undone.Edit);
        }

        return undone;
    });

    /// <summary>The turns of pages as they stand now: as a person gave them, else as they were read, else as they came.</summary>
    private IReadOnlyList<int> Shown(BatchId id, IReadOnlyList<int> pages)
    {
        var (arrangement, readings) = _node.Register.Read(session => (session.Batches.Arrange(id), session.Readings.Of(id)));
        var turns = arrangement.Pages.ToDictionary(page => page.Page.Number, page => page.Turns);
        return [.. pages.Select(page => turns.GetValueOrDefault(page) ?? (readings.GetValueOrDefault(page)?.Text is { } text ? _node.Pages.ReadTurns(text) : null) ?? 0)];
    }

    private static Finding Changed(BatchId id) => new(EditFindings.Changed, Severity.Error) { Found = id.Value };

    private Finding? FindingOf(BatchEdit edit) => edit is SplitBatch { Code: { } code } && code.Office != _node.Settings.Office
        ? new(EditFindings.OtherOffice, Severity.Error) { Found = code.Office.Value, Expected = _node.Settings.Office.Value }
        : null;

    /// <summary>What speaks against arranging a batch: its drafts are entries, whose pages are fixed. Null while it may be arranged.</summary>
    internal static Finding? HandedOver(RegisterSession session, BatchId id) =>
        session.Batches.Get(id) is { HandedOver: not null } ? new Finding(KeyingFindings.BatchHandedOver, Severity.Error) { Found = id.Value } : null;

    /// <summary>As the sheets of another office name no dossier of this one, its codes do not.</summary>
    private string? ComplaintOf(BatchEdit edit) => edit is SplitBatch { Code: { } code } && code.Office != _node.Settings.Office
        ? $"a code of office {_node.Settings.Office} (not {code.Office})"
        : null;

    /// <summary>A page that was turned is read anew; one that is not blank or no separator sheet after all for the first time. Somebody looks at it right now.</summary>
    private static void Reread(RegisterSession session, BatchId id, BatchEdit edit)
    {
        foreach (var page in edit is RotatePages rotate ? rotate.Pages : [])
        {
            session.Readings.Again(id, page, ReadingTable.AtTheScreen);
        }

        IReadOnlyList<int> first = edit switch
        {
            MarkPages { Blank: false } mark => mark.Pages,
            SplitBatch split => [split.At],
            MergeBatch merge => [merge.At],
            _ => [],
        };
        foreach (var page in first)
        {
            session.Readings.Queue(id, page, ReadingTable.AtTheScreen);
        }
    }
}
