using NUnit.Framework;
using OfficeNode.Core.Keying;

namespace OfficeNode.Tests.Keying;

public sealed class AccuracyEstimateTests
{
    // Worked out apart from this code, to four digits.
    [TestCase(0, 10, 0.0, 0.2775)]
    [TestCase(1, 10, 0.0179, 0.4042)]
    [TestCase(5, 10, 0.2366, 0.7634)]
    [TestCase(10, 10, 0.7225, 1.0)]
    [TestCase(2, 200, 0.0027, 0.0357)]
    public void The_interval_is_wilsons(long found, long of, double low, double high)
    {
        var estimate = new AccuracyEstimate(found, of);

        Assert.That(estimate.Low, Is.EqualTo(low).Within(0.0001));
        Assert.That(estimate.High, Is.EqualTo(high).Within(0.0001));
    }

    [Test]
    public void Nothing_looked_at_says_nothing()
    {
        var estimate = default(AccuracyEstimate);

        Assert.That((estimate.Share, estimate.Low, estimate.High), Is.EqualTo((0.0, 0.0, 1.0)));
    }
}
