using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Host.Journey;

namespace OfficeNode.Host.Kiosk.Batches;

/// <summary>Does to a batch what its contact sheet posts: each act is one edit, made on the state that the person saw.</summary>
internal sealed class BatchActs
{
    public const string TurnRight = "right";
    public const string TurnLeft = "left";

    /// <summary>Blank, or not blank where all of the pages are blank.</summary>
    public const string Blank = "blank";

    public const string Fold = "fold";
    public const string MoveBefore = "before";
    public const string MoveBehind = "behind";
    public const string Interleave = "interleave";
    public const string InterleaveReversed = "interleave-reversed";
    public const string Merge = "merge";
    public const string Undo = "undo";

    private readonly Node _node;
    private readonly BatchId _batch;
    private readonly string _author;

    public BatchActs(Node node, BatchId batch, string author)
    {
        _node = node;
        _batch = batch;
        _author = author;
    }

    /// <summary>Does what a form says.</summary>
    /// <returns>What speaks against it; empty when it was done.</returns>
    public IReadOnlyList<Finding> Do(BatchActForm form)
    {
        var journey = new BatchJourney(_node);
        var pages = PageNumbers.Read(form.Pages);
        return form.Act switch
        {
            Undo => journey.TryUndo(_batch, form.Version, _author),
            TurnRight when pages.Count > 0 => journey.TryTurn(_batch, form.Version, pages, 1, PageNumbers.Read(form.Shown), _author),
            TurnLeft when pages.Count > 0 => journey.TryTurn(_batch, form.Version, pages, 3, PageNumbers.Read(form.Shown), _author),
            _ when EditOf(form, pages) is { } edit => journey.TryEdit(_batch, form.Version, edit, _author),
            _ => [new(EditFindings.Refused, Severity.Error) { Found = _batch.Value }],
        };
    }

    private BatchEdit? EditOf(BatchActForm form, IReadOnlyList<int> pages) => form.Act switch
    {
        Blank when pages.Count > 0 => new MarkPages(pages, !AreBlank(pages)),
        Fold when pages.Count > 0 => new MarkPages(pages, Blank: true),
        MoveBefore when form.Cursor is { } cursor => new MovePages(PageNumbers.Read(form.Cut), cursor),
        MoveBehind when form.Cursor is { } cursor => new MovePages(PageNumbers.Read(form.Cut), null) { After = cursor },
        Interleave when pages.Count > 0 => new InterleavePages(pages[0], pages[^1], BacksReversed: false),
        InterleaveReversed when pages.Count > 0 => new InterleavePages(pages[0], pages[^1], BacksReversed: true),
        Merge when form.Cursor is { } cursor => new MergeBatch(cursor),
        _ => null,
    };

    private bool AreBlank(IReadOnlyList<int> pages)
    {
        var wanted = pages.ToHashSet();
        return _node.Register.Read(session => session.Batches.Arrange(_batch)).Pages.Where(page => wanted.Contains(page.Page.Number)).All(page => page.IsBlank);
    }
}
