using Microsoft.Extensions.Logging;
using NUnit.Framework;
using OfficeNode.Host.Service;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Service;

public sealed class TurnServiceTests
{
    [Test]
    [CancelAfter(60_000)]
    public async Task A_fault_that_nobody_foresaw_is_logged_and_the_next_turn_comes_after_a_rest(CancellationToken cancellation)
    {
        var time = new ManualTime();
        using var log = new RecordingLog();
        using var work = new StumblingWork(time, log);
        var rests = time.TimerSet(TurnService.FaultRest);
        await work.StartAsync(cancellation);
        await rests.WaitAsync(cancellation);
        var worked = time.TimerSet(StumblingWork.Rest);

        time.Advance(TurnService.FaultRest);
        await worked.WaitAsync(cancellation);
        await work.StopAsync(cancellation);

        var line = log.Rest().Single();
        Assert.That(line.Event, Is.EqualTo(1009));
        Assert.That(line.Text, Does.Contain(nameof(StumblingWork)).And.Contain("a stone"));
    }

    /// <summary>Throws in its first turn what no work should.</summary>
    private sealed class StumblingWork : TurnService
    {
        public static readonly TimeSpan Rest = TimeSpan.FromSeconds(7);

        private bool _hasStumbled;

        public StumblingWork(TimeProvider time, ILogger log)
            : base(time, log)
        {
        }

        protected override Task<TimeSpan> TurnAsync(CancellationToken cancellation)
        {
            if (_hasStumbled)
            {
                return Task.FromResult(Rest);
            }

            _hasStumbled = true;
            throw new InvalidOperationException("a stone");
        }
    }
}
