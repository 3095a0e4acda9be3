namespace OfficeNode.Tests.Capture;

/// <summary>A clock that stands still until a test moves it, and can wait until somebody sets a timer.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Timer> _timers = [];
    private readonly List<(TimeSpan Due, TaskCompletionSource Set)> _awaited = [];
    private long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddTicks(GetTimestamp());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state), period);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Ends when a timer of that length is set.</summary>
    public Task TimerSetAsync(TimeSpan due)
    {
        lock (_gate)
        {
            var set = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((due, set));
            return set.Task;
        }
    }

    public void Advance(TimeSpan by)
    {
        List<Timer> due;
        lock (_gate)
        {
            _now += by.Ticks;
            due = [.. _timers.Where(timer => timer.DueAt <= _now)];
            due.ForEach(timer => timer.MoveOn_NeedsLock());
        }

        due.ForEach(timer => timer.Call());
    }

    private sealed class Timer(ManualTime time, Action call, TimeSpan period) : ITimer
    {
        public long DueAt { get; private set; } = long.MaxValue;

        public Action Call => call;

        public void MoveOn_NeedsLock() => DueAt = period > TimeSpan.Zero ? DueAt + period.Ticks : long.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan newPeriod)
        {
            lock (time._gate)
            {
                time._timers.Remove(this);
                DueAt = dueTime < TimeSpan.Zero ? long.MaxValue : time._now + dueTime.Ticks;
                time._timers.Add(this);
                time._awaited.FindAll(wanted => wanted.Due == dueTime).ForEach(wanted => wanted.Set.TrySetResult());
                time._awaited.RemoveAll(wanted => wanted.Due == dueTime);
                return true;
            }
        }

        public void Dispose()
        {
            lock (time._gate)
            {
                time._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
