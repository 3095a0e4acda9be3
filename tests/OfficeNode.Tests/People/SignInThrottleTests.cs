using NUnit.Framework;
using OfficeNode.Core.People;

namespace OfficeNode.Tests.People;

public sealed class SignInThrottleTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly SignInThrottle Throttle = SignInThrottle.Standard;

    [TestCase(0, 0)]
    [TestCase(1, 0)]
    [TestCase(2, 0)]
    [TestCase(3, 1)]
    [TestCase(4, 2)]
    [TestCase(5, 4)]
    [TestCase(9, 64)]
    [TestCase(10, 15 * 60)]
    [TestCase(11, 15 * 60)]
    [TestCase(int.MaxValue, 15 * 60)]
    public void After_so_many_failures_the_next_try_waits_so_many_seconds(int failures, int seconds)
    {
        var until = Throttle.WaitsUntil(new FailedTries(failures, Noon), Noon);

        Assert.That(until, Is.EqualTo(seconds == 0 ? null : (DateTimeOffset?)Noon.AddSeconds(seconds)));
    }

    [Test]
    public void Who_never_failed_waits_for_nothing()
    {
        Assert.That(Throttle.WaitsUntil(default, Noon), Is.Null);
    }

    [Test]
    public void The_wait_ends_when_it_said()
    {
        var tries = new FailedTries(10, Noon);

        var waits = new[] { 0, 899, 900 }.Select(seconds => Throttle.WaitsUntil(tries, Noon.AddSeconds(seconds)));

        Assert.That(waits, Is.EqualTo(new DateTimeOffset?[] { Noon.AddMinutes(15), Noon.AddMinutes(15), null }));
    }

    [Test]
    public void Each_failure_beyond_the_tenth_locks_anew()
    {
        var tries = new FailedTries(10, Noon).And(Noon.AddHours(1));

        Assert.That(Throttle.WaitsUntil(tries, Noon.AddHours(1)), Is.EqualTo(Noon.AddMinutes(75)));
    }

    [TestCase(11, 256)]
    [TestCase(12, 300)]
    [TestCase(60, 300)]
    [TestCase(1_000_000, 300)]
    public void Where_locks_come_later_no_wait_is_longer_than_five_minutes(int failures, int seconds)
    {
        var patient = new SignInThrottle { LocksFrom = int.MaxValue };

        Assert.That(patient.WaitsUntil(new FailedTries(failures, Noon), Noon), Is.EqualTo(Noon.AddSeconds(seconds)));
    }

    [Test]
    public void A_failure_that_a_wrong_clock_put_into_the_future_keeps_nobody_out()
    {
        Assert.That(Throttle.WaitsUntil(new FailedTries(10, Noon.AddYears(1)), Noon), Is.Null);
    }

    [Test]
    public void The_tenth_failure_locks_and_the_ninth_does_not()
    {
        Assert.That((Throttle.Locks(new FailedTries(9, Noon)), Throttle.Locks(new FailedTries(10, Noon))), Is.EqualTo((false, true)));
    }
}
