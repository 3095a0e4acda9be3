using NUnit.Framework;
using OfficeNode.Sync;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Sync;

[CancelAfter(60_000)]
public sealed class ByteBudgetTests
{
    [Test]
    public void One_second_s_worth_passes_at_once()
    {
        var budget = new ByteBudget(null, 100, new ManualTime());

        Assert.That(budget.TakeAsync(100, CancellationToken.None).IsCompletedSuccessfully, Is.True);
    }

    [Test]
    public async Task What_is_above_the_rate_waits_its_time(CancellationToken cancellationToken)
    {
        var time = new ManualTime();
        var budget = new ByteBudget(null, 100, time);
        await budget.TakeAsync(100, cancellationToken);

        var waiting = budget.TakeAsync(50, cancellationToken);
        await time.TimersSet(1, cancellationToken);
        time.Advance(TimeSpan.FromMilliseconds(499));
        var early = waiting.IsCompleted;
        time.Advance(TimeSpan.FromMilliseconds(1));
        await waiting;

        Assert.That(early, Is.False);
    }

    [Test]
    public async Task What_came_in_is_paid_for_by_what_is_sent_next(CancellationToken cancellationToken)
    {
        var time = new ManualTime();
        var budget = new ByteBudget(null, 100, time);
        budget.Charge(300);

        var waiting = budget.TakeAsync(100, cancellationToken);
        await time.TimersSet(1, cancellationToken);
        time.Advance(TimeSpan.FromSeconds(3));
        await waiting;

        Assert.That(budget.Spent, Is.EqualTo(400));
    }

    [Test]
    public async Task Bytes_beyond_the_allowance_are_not_taken()
    {
        var budget = new ByteBudget(100, null, new ManualTime());

        var error = await Assert.ThrowsAsync<DeliveryException>(() => budget.TakeAsync(101, CancellationToken.None));

        Assert.Multiple(() =>
        {
            Assert.That(error!.Fault, Is.EqualTo(DeliveryFault.BudgetSpent));
            Assert.That(error.IsTransient, Is.False);
            Assert.That(budget.Spent, Is.Zero);
        });
    }
}
