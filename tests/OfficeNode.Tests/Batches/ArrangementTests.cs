using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using OfficeNode.Core.Batches;

namespace OfficeNode.Tests.Batches;

public sealed class ArrangementTests
{
    [Test]
    public void Moved_pages_stand_before_the_page_named_in_the_order_given() =>
        Assert.That(Order(6, new MovePages([6, 2], Before: 1)), Is.EqualTo(new[] { 6, 2, 1, 3, 4, 5 }));

    [Test]
    public void Pages_moved_nowhere_in_particular_go_to_the_end() =>
        Assert.That(Order(4, new MovePages([2], Before: null)), Is.EqualTo(new[] { 1, 3, 4, 2 }));

    [Test]
    public void Pages_moved_to_the_end_stay_before_those_that_come_later() =>
        Assert.That(OrderOnceGrown(4, 6, new MovePages([2], Before: null)), Is.EqualTo(new[] { 1, 3, 4, 2, 5, 6 }));

    [Test]
    public void All_pages_put_in_another_order_stay_before_those_that_come_later() =>
        Assert.That(OrderOnceGrown(3, 5, new MovePages([3, 2, 1], Before: null)), Is.EqualTo(new[] { 3, 2, 1, 4, 5 }));

    [Test]
    public void Backs_stay_between_their_fronts_when_a_page_comes_later() =>
        Assert.That(OrderOnceGrown(6, 7, new MovePages([2], Before: null), new InterleavePages(1, 2, BacksReversed: false)), Is.EqualTo(new[] { 1, 5, 3, 6, 4, 2, 7 }));

    [Test]
    public void Pages_moved_behind_a_page_stand_there_in_the_order_given() =>
        Assert.That(Order(6, new MovePages([6, 1], Before: null) { After = 3 }), Is.EqualTo(new[] { 2, 3, 6, 1, 4, 5 }));

    [Test]
    public void A_page_scanned_anew_takes_the_place_of_the_old_one_which_is_kept()
    {
        var arrangement = Arrangement.Of(Piles.Of(4), [new ReplacePage(2, By: 4)]);

        Assert.That(Numbers(arrangement), Is.EqualTo(new[] { 1, 4, 3 }));
        Assert.That(arrangement.Replaced.Select(page => page.Number), Is.EqualTo(new[] { 2 }));
    }

    [TestCase(false, new[] { 1, 2, 6, 3, 7, 4, 8, 5, 9 })]
    [TestCase(true, new[] { 1, 2, 9, 3, 8, 4, 7, 5, 6 })]
    public void Backs_go_between_their_fronts(bool reversed, int[] expected) =>
        Assert.That(Order(9, new InterleavePages(2, 9, reversed)), Is.EqualTo(expected));

    [Test]
    public void Turns_add_up_to_a_full_circle()
    {
        var arrangement = Arrangement.Of(Piles.Of(1), [new RotatePages([1], 3), new RotatePages([1], 2)]);

        Assert.That(arrangement.Pages[0].Turns, Is.EqualTo(1));
    }

    [Test]
    public void A_page_is_turned_from_how_it_was_shown()
    {
        var arrangement = Arrangement.Of(Piles.Of(2), [new RotatePages([1, 2], 1) { Shown = [2, 0] }, new RotatePages([1], 3) { Shown = [3] }]);

        Assert.That(arrangement.Pages.Select(page => page.Turns), Is.EqualTo(new int?[] { 2, 1 }));
    }

    [Test]
    public void What_a_person_says_of_blank_pages_goes_before_what_the_machine_sees()
    {
        var arrangement = Arrangement.Of(Piles.Showing("blank", "text"), [new MarkPages([1], Blank: false), new MarkPages([2], Blank: true)]);

        Assert.That(arrangement.Pages.Select(page => page.IsBlank), Is.EqualTo(new[] { false, true }));
    }

    [Test]
    public void Edits_that_cannot_be_done_are_refused_with_what_was_expected()
    {
        var arrangement = Arrangement.Of(Piles.Of(3), []);
        BatchEdit[] edits =
        [
            new MovePages([], null), new MovePages([1, 1], null), new MovePages([9], null), new MovePages([1], Before: 1), new MovePages([1], null) { After = 1 }, new MovePages([1], null) { After = 9 }, new MovePages([1], 2) { After = 3 }, new ReplacePage(1, 1), new ReplacePage(1, 8),
            new RotatePages([1], 4), new RotatePages([1], 1) { Shown = [0, 1] }, new RotatePages([1], 1) { Shown = [4] }, new InterleavePages(1, 3, false), new InterleavePages(3, 1, false), new SplitBatch(7, null), new MergeBatch(0), new MarkPages([4], true),
        ];

        Assert.That(edits.Select(arrangement.Complaint), Has.All.Not.Null);
    }

    [Test]
    public void Whatever_is_done_each_page_stands_once_or_was_replaced() => Check.QuickThrowOnFailure(Prop.ForAll<ushort[]>(ArbMap.Default.ArbFor<ushort[]>(), seeds =>
    {
        var pages = Piles.Of(8);

        var arrangement = Arrangement.Of(pages, Possible(pages, seeds));

        return Numbers(arrangement).Concat(arrangement.Replaced.Select(page => page.Number)).Order().SequenceEqual(Enumerable.Range(1, 8));
    }));

    [Test]
    public void Pages_that_come_later_stand_behind_all_others_whatever_was_done() => Check.QuickThrowOnFailure(Prop.ForAll<ushort[]>(ArbMap.Default.ArbFor<ushort[]>(), seeds =>
    {
        var edits = Possible(Piles.Of(8), seeds);

        var grown = Arrangement.Of(Piles.Of(11), edits);

        return Numbers(grown).SequenceEqual([.. Numbers(Arrangement.Of(Piles.Of(8), edits)), 9, 10, 11]);
    }));

    [Test]
    public void Edits_after_edits_find_the_pages_where_they_stand_then() => Check.QuickThrowOnFailure(Prop.ForAll<ushort[]>(ArbMap.Default.ArbFor<ushort[]>(), seeds =>
    {
        var edits = Possible(Piles.Of(8), seeds);

        var arrangement = Arrangement.Of(Piles.Of(8), edits);

        return Numbers(arrangement).SequenceEqual(Reckoned(8, edits));
    }));

    // A back-file without separators is one batch of that many; where each page was looked for among all others, this took minutes.
    [Test]
    public void Half_of_a_hundred_thousand_pages_can_be_moved_turned_and_taken_apart()
    {
        const int Half = 50_000;
        int[] back = [.. Enumerable.Range(Half + 1, Half)];

        var arrangement = Arrangement.Of(
            Piles.Of(2 * Half), [new MovePages(back, Before: 1), new RotatePages(back, 1), new MarkPages(back, true), new InterleavePages(Half + 1, Half, BacksReversed: false)]);

        Assert.That(Numbers(arrangement).Take(4), Is.EqualTo(new[] { Half + 1, 1, Half + 2, 2 }));
        Assert.That(arrangement.Pages.Count(page => page is { Turns: 1, IsBlank: true }), Is.EqualTo(Half));
    }

    /// <summary>Edits made of seeds as they would be kept, those that cannot be done at their place left out.</summary>
    private static List<BatchEdit> Possible(IReadOnlyList<BatchPage> pages, ushort[] seeds)
    {
        var edits = new List<BatchEdit>();
        foreach (var seed in seeds)
        {
            var edit = EditOf(seed);
            var arrangement = Arrangement.Of(pages, edits);
            if (arrangement.Complaint(edit) is null)
            {
                edits.Add(arrangement.Settle(edit));
            }
        }

        return edits;
    }

    private static BatchEdit EditOf(ushort seed)
    {
        var (kind, a, b) = (seed % 7, 1 + (seed / 7 % 8), 1 + (seed / 56 % 8));
        return kind switch
        {
            0 => new MovePages([a], b),
            1 => new MovePages([a, b], null),
            2 => new ReplacePage(a, b),
            3 => new InterleavePages(a, b, seed % 2 == 0),
            4 => new RotatePages([a], 1),
            5 => new SplitBatch(a, null),
            _ => new MergeBatch(b),
        };
    }

    /// <summary>The order of numbers after edits, reckoned without any memory of places.</summary>
    private static List<int> Reckoned(int count, IEnumerable<BatchEdit> edits)
    {
        var order = Enumerable.Range(1, count).ToList();
        foreach (var edit in edits)
        {
            switch (edit)
            {
                case MovePages move:
                    order.RemoveAll(move.Pages.Contains);
                    order.InsertRange(move.Before is { } before ? order.IndexOf(before) : order.IndexOf(move.After ?? 0) + 1, move.Pages);
                    break;
                case ReplacePage replace:
                    order.Remove(replace.By);
                    order[order.IndexOf(replace.Page)] = replace.By;
                    break;
                case InterleavePages pile:
                    var (first, half) = (order.IndexOf(pile.First), (order.IndexOf(pile.Last) - order.IndexOf(pile.First) + 1) / 2);
                    var (fronts, backs) = (order.GetRange(first, half), order.GetRange(first + half, half));
                    order.RemoveRange(first, 2 * half);
                    order.InsertRange(first, fronts.Zip(pile.BacksReversed ? backs.AsEnumerable().Reverse() : backs).SelectMany(sheet => new[] { sheet.First, sheet.Second }));
                    break;
            }
        }

        return order;
    }

    /// <summary>The order of more pages, after edits that were kept when there were fewer.</summary>
    private static IEnumerable<int> OrderOnceGrown(int count, int later, params BatchEdit[] edits)
    {
        var kept = new List<BatchEdit>();
        foreach (var edit in edits)
        {
            kept.Add(Arrangement.Of(Piles.Of(count), kept).Settle(edit));
        }

        return Order(later, [.. kept]);
    }

    private static IEnumerable<int> Order(int count, params BatchEdit[] edits) => Numbers(Arrangement.Of(Piles.Of(count), edits));

    private static IEnumerable<int> Numbers(Arrangement arrangement) => arrangement.Pages.Select(page => page.Page.Number);
}
