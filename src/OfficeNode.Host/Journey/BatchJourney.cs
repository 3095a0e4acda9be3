using OfficeNode.Core.Batches;
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
}

/// <summary>Shows batches and keeps what people do to them.</summary>
public sealed class BatchJourney
{
    private readonly Node _node;

    public BatchJourney(Node node) => _node = node;

    /// <summary>A batch; null when there is none of that name.</summary>
    public BatchView? View(BatchId id) => _node.Register.Read(session =>
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

    /// <summary>Keeps an edit.</summary>
    /// <returns>What the edit should have said instead, in which case nothing was kept; null when it stands.</returns>
    /// <exception cref="InvalidOperationException">Somebody changed the batch between looking and keeping.</exception>
    public string? Edit(BatchId id, BatchEdit edit, string author)
    {
        if (_node.Register.Read(session => session.Batches.Arrange(id).Complaint(edit)) is { } complaint)
        {
            return complaint;
        }

        _node.Register.Write(new Deed(author, "batch edit", $"{id} {edit.GetType().Name}"), session =>
        {
            // An edit that cannot be replayed would close the batch to everybody.
            if (session.Batches.Arrange(id).Complaint(edit) is { } late)
            {
                throw new InvalidOperationException($"{id} was changed meanwhile: expected {late}.");
            }

            session.Batches.Keep(id, edit, author);
        });
        return null;
    }

    /// <summary>Takes the last edit that stands back; null when none stands.</summary>
    public KeptEdit? Undo(BatchId id, string author) =>
        _node.Register.Write(new Deed(author, "batch undo", id.Value), session => session.Batches.Undo(id, author));
}
