using System.Threading.Channels;

namespace OfficeNode.TestKit;

/// <summary>A clock that stands still until the test moves it; its timers fire inside <see cref="Advance"/>.</summary>
/// <remarks>Thread-safe. Starts at a fixed instant. <see cref="TimersSet"/> lets a test wait until the code under test has begun to wait.</remarks>
public sealed class ManualTime : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly Channel<ManualTimer> _timersSet = Channel.CreateUnbounded<ManualTimer>();
    private readonly List<(TimeSpan Due, TaskCompletionSource Set)> _awaited = [];   // under _lock
    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Comes back once as many timers as asked were started (since the last call).</summary>
    public async Task TimersSet(int count, CancellationToken cancellationToken)
    {
        for (var seen = 0; seen < count; seen++)
        {
            await _timersSet.Reader.ReadAsync(cancellationToken);
        }
    }

    /// <summary>Ends when a timer of this length is set, from now on.</summary>
    public Task TimerSet(TimeSpan due)
    {
        lock (_lock)
        {
            var set = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((due, set));
            return set.Task;
        }
    }

    /// <summary>Moves the clock and fires what falls due, in the order of the instants.</summary>
    public void Advance(TimeSpan by)
    {
        var end = GetUtcNow() + by;
        while (NextDue(end) is { } timer)
        {
            timer.Fire();
        }

        lock (_lock)
        {
            _now = end;
        }
    }

    private ManualTimer? NextDue(DateTimeOffset end)
    {
        lock (_lock)
        {
            var next = _timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
            if (next?.Due is { } due)
            {
                _now = due > _now ? due : _now;
                next.Due = next.Period is { } period ? due + period : null;
                if (next.Due is null)
                {
                    _timers.Remove(next);
                }
            }

            return next;
        }
    }

    private void Set(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            timer.Due = _now + dueTime;
            timer.Period = period > TimeSpan.Zero ? period : null;
            _timers.Add(timer);
            _awaited.FindAll(wanted => wanted.Due == dueTime).ForEach(wanted => wanted.Set.TrySetResult());
            _awaited.RemoveAll(wanted => wanted.Due == dueTime);
        }

        _timersSet.Writer.TryWrite(timer);
    }

    private void Remove(ManualTimer timer)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
        }
    }

    private sealed class ManualTimer(ManualTime owner, Action fire) : ITimer
    {
        public DateTimeOffset? Due { get; set; }

        public TimeSpan? Period { get; set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            owner.Set(this, dueTime, period);
            return true;
        }

        public void Dispose() => owner.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
