using NUnit.Framework;
using OfficeNode.Host.Service;
using OfficeNode.Host.Settings;

namespace OfficeNode.Journeys.Service;

public sealed class NightPlanTests
{
    private static readonly NightPlan TenToFive = new(new NightWindow(), TimeZoneInfo.Utc);

    [TestCase("2026-11-20T22:00:00Z", "2026-11-20")]
    [TestCase("2026-11-21T04:59:59Z", "2026-11-20")]
    [TestCase("2026-11-21T21:59:59Z", "2026-11-20")]
    [TestCase("2026-11-21T22:00:00Z", "2026-11-21")]
    public void A_night_is_named_by_the_day_on_which_it_begins(string now, string day)
    {
        var night = TenToFive.LatestAt(At(now));

        Assert.That(night.Day.ToString("O", null), Is.EqualTo(day));
    }

    [Test]
    public void A_window_over_midnight_ends_on_the_next_day()
    {
        var night = TenToFive.LatestAt(At("2026-11-20T23:00:00Z"));

        Assert.That((night.From, night.To), Is.EqualTo((At("2026-11-20T22:00:00Z"), At("2026-11-21T05:00:00Z"))));
    }

    [Test]
    public void A_window_within_one_day_ends_on_that_day()
    {
        var plan = new NightPlan(new NightWindow { From = new TimeOnly(1, 0), To = new TimeOnly(4, 0) }, TimeZoneInfo.Utc);

        var next = plan.NextAfter(At("2026-11-20T02:00:00Z"));

        Assert.That((next.From, next.To), Is.EqualTo((At("2026-11-21T01:00:00Z"), At("2026-11-21T04:00:00Z"))));
    }

    [Test]
    public void Hours_are_those_of_the_office()
    {
        var eastward = TimeZoneInfo.CreateCustomTimeZone("office", TimeSpan.FromHours(3), "office", "office");
        var plan = new NightPlan(new NightWindow(), eastward);

        var night = plan.LatestAt(At("2026-11-20T19:00:00Z"));

        Assert.That(night.From, Is.EqualTo(At("2026-11-20T19:00:00Z")));
    }

    [Test]
    public void A_window_without_length_means_no_nights()
    {
        var plan = new NightPlan(new NightWindow { From = new TimeOnly(1, 0), To = new TimeOnly(1, 0) }, TimeZoneInfo.Utc);

        Assert.That(plan.HasNights, Is.False);
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
