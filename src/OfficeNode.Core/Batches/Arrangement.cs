namespace OfficeNode.Core.Batches;

/// <summary>A page in its place after all edits.</summary>
public sealed record ArrangedPage
{
    public required BatchPage Page { get; init; }

    /// <summary>Quarter turns to the right, 0 to 3, that make its frame upright because a person said so; null leaves it to the machine.</summary>
    public int? Turns { get; init; }

    /// <summary>What a person said of it; null leaves it to the machine.</summary>
    public bool? SaidBlank { get; init; }

    /// <summary>A document begins here because a person said so.</summary>
    public SplitBatch? Split { get; init; }

    /// <summary>No document begins here, whatever the page shows.</summary>
    public bool IsMerged { get; init; }

    /// <summary>Blank pages are folded away, never deleted (I10).</summary>
    public bool IsBlank => SaidBlank ?? Page.Look?.IsBlank ?? false;

    /// <summary>The codes that count: none where a person took the separation away.</summary>
    public IReadOnlyList<FoundCode> Codes => IsMerged ? [] : Page.Look?.Codes ?? [];

    /// <summary>Whether it is a target sheet; a page of which a person said something else is none.</summary>
    public bool IsTarget => Split is null && TargetCode.On(Codes) is not null;
}

/// <summary>The order of a batch: its pages as they came, with all edits that stand replayed over them. Pure; equal input, equal order.</summary>
public sealed class Arrangement
{
    private readonly List<ArrangedPage> _pages;
    private readonly List<BatchPage> _replaced = [];

    // The place in _pages of every number in it, after each edit: a back-file is one batch of a hundred thousand pages.
    private readonly Dictionary<int, int> _places = [];

    private Arrangement(IEnumerable<BatchPage> pages)
    {
        _pages = [.. pages.Select(page => new ArrangedPage { Page = page })];
        Place(from: 0);
    }

    /// <summary>The pages in order; replaced ones are not among them.</summary>
    public IReadOnlyList<ArrangedPage> Pages => _pages;

    /// <summary>Pages that were replaced by better ones; they are kept.</summary>
    public IReadOnlyList<BatchPage> Replaced => _replaced;

    /// <summary>Replays edits.</summary>
    /// <exception cref="ArgumentException">An edit names a page that is not there: it was checked with <see cref="Complaint"/> before it was kept.</exception>
    public static Arrangement Of(IEnumerable<BatchPage> pages, IEnumerable<BatchEdit> edits)
    {
        var arrangement = new Arrangement(pages);
        foreach (var edit in edits)
        {
            if (arrangement.Complaint(edit) is { } complaint)
            {
                throw new ArgumentException($"{edit}: expected {complaint}.", nameof(edits));
            }

            arrangement.Apply(edit);
        }

        return arrangement;
    }

    /// <summary>What an edit should say instead; null when it can be done.</summary>
    public string? Complaint(BatchEdit edit) => edit switch
    {
        MovePages move when move.Pages.Count == 0 || move.Pages.Distinct().Count() != move.Pages.Count => "pages, each once",
        MovePages { Before: not null, After: not null } => "a page to stand before or one to stand behind, not both",
        MovePages move when (move.Before ?? move.After) is { } fixedPage && move.Pages.Contains(fixedPage) => "a page that is not moved itself",
        RotatePages { Quarters: < 1 or > 3 } => "1 to 3 quarters",
        RotatePages { Shown.Count: > 0 } rotate when rotate.Shown.Count != rotate.Pages.Count || rotate.Shown.Any(turns => turns is < 0 or > 3) => "0 to 3 quarters for each page",
        ReplacePage replace when replace.Page == replace.By => "another page",
        InterleavePages interleave => ComplaintOf(interleave),
        _ => PagesOf(edit).Where(page => PlaceOf(page) < 0).Select(page => $"pages of this batch (not {page})").FirstOrDefault(),
    };

    /// <summary>An edit that can be done, as it is to be kept: what it says of the end is said of the page that is the last now.</summary>
    /// <remarks>Pages that come later lie behind all others; no kept edit then moves anything behind them or finds other pages in its range.</remarks>
    public BatchEdit Settle(BatchEdit edit)
    {
        if (edit is not MovePages { Before: null, After: null } move)
        {
            return edit;
        }

        var moved = move.Pages.ToHashSet();
        return move with { After = _pages.FindLast(page => !moved.Contains(page.Page.Number))?.Page.Number ?? MovePages.Nothing };
    }

    private string? ComplaintOf(InterleavePages edit)
    {
        var (first, last) = (PlaceOf(edit.First), PlaceOf(edit.Last));
        return first >= 0 && last > first && (last - first) % 2 == 1 ? null : "an even number of pages, as many backs as fronts";
    }

    private static IEnumerable<int> PagesOf(BatchEdit edit) => edit switch
    {
        MovePages { Before: { } before } move => [.. move.Pages, before],
        MovePages { After: { } after and not MovePages.Nothing } move => [.. move.Pages, after],
        MovePages move => move.Pages,
        ReplacePage replace => [replace.Page, replace.By],
        RotatePages rotate => rotate.Pages,
        MarkPages mark => mark.Pages,
        SplitBatch split => [split.At],
        MergeBatch merge => [merge.At],
        _ => [],
    };

    private void Apply(BatchEdit edit)
    {
        switch (edit)
        {
            case MovePages move:
                Move(move);
                break;
            case ReplacePage replace:
                Replace(replace);
                break;
            case RotatePages rotate:
                Change(rotate.Pages, (page, place) => page with { Turns = rotate.AfterAt(place, page.Turns) });
                break;
            case MarkPages mark:
                Change(mark.Pages, (page, _) => page with { SaidBlank = mark.Blank });
                break;
            case InterleavePages interleave:
                Interleave(interleave);
                break;
            case SplitBatch split:
                Change([split.At], (page, _) => page with { Split = split, IsMerged = false });
                break;
            case MergeBatch merge:
                Change([merge.At], (page, _) => page with { Split = null, IsMerged = true });
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(edit), edit, null);
        }
    }

    private void Move(MovePages edit)
    {
        var target = edit switch
        {
            { Before: { } before } => PlaceOf(before),
            { After: MovePages.Nothing } => 0,
            { After: { } after } => PlaceOf(after) + 1,
            _ => _pages.Count,
        };
        var places = edit.Pages.Select(PlaceOf).ToHashSet();
        var moved = edit.Pages.Select(number => _pages[PlaceOf(number)]).ToList();
        _pages.RemoveAll(page => places.Contains(PlaceOf(page.Page.Number)));
        _pages.InsertRange(target - places.Count(place => place < target), moved);
        Place(from: Math.Min(target, places.Min()));
    }

    private void Replace(ReplacePage edit)
    {
        var (place, from) = (PlaceOf(edit.Page), PlaceOf(edit.By));
        _replaced.Add(_pages[place].Page);
        _pages[place] = _pages[from] with { Split = _pages[place].Split };
        _pages.RemoveAt(from);
        _places.Remove(edit.Page);
        Place(Math.Min(place, from));
    }

    private void Interleave(InterleavePages edit)
    {
        var (first, count) = (PlaceOf(edit.First), PlaceOf(edit.Last) - PlaceOf(edit.First) + 1);
        var fronts = _pages.GetRange(first, count / 2);
        var backs = _pages.GetRange(first + (count / 2), count / 2);
        if (edit.BacksReversed)
        {
            backs.Reverse();
        }

        _pages.RemoveRange(first, count);
        _pages.InsertRange(first, fronts.Zip(backs).SelectMany(sheet => new[] { sheet.First, sheet.Second }));
        Place(from: first);
    }

    /// <param name="change">Is told which of the numbers it is.</param>
    private void Change(IReadOnlyList<int> numbers, Func<ArrangedPage, int, ArrangedPage> change)
    {
        for (var i = 0; i < numbers.Count; i++)
        {
            var place = PlaceOf(numbers[i]);
            _pages[place] = change(_pages[place], i);
        }
    }

    /// <summary>Notes the places of all pages from one on, after an edit that moved them.</summary>
    private void Place(int from)
    {
        for (var place = from; place < _pages.Count; place++)
        {
            _places[_pages[place].Page.Number] = place;
        }
    }

    private int PlaceOf(int number) => _places.GetValueOrDefault(number, -1);
}
