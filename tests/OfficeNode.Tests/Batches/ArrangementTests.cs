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
            new MovePages([], null), new MovePages([1, 1], null), new MovePages([9], null), new MovePages([1], Before: 1), new ReplacePage(1, 1), new ReplacePage(1, 8),
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

    /// <summary>Edits made of seeds, those that cannot be done at their place left out.</summary>
    private static List<BatchEdit> Possible(IReadOnlyList<BatchPage> pages, ushort[] seeds)
    {
        var edits = new List<BatchEdit>();
        foreach (var seed in seeds)
        {
            var edit = EditOf(seed);
            if (Arrangement.Of(pages, edits).Complaint(edit) is null)
            {
                edits.Add(edit);
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

    private static IEnumerable<int> Order(int count, params BatchEdit[] edits) => Numbers(Arrangement.Of(Piles.Of(count), edits));

    private static IEnumerable<int> Numbers(Arrangement arrangement) => arrangement.Pages.Select(page => page.Page.Number);
}
