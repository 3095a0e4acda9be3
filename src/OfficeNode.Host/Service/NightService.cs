using OfficeNode.Core.Disk;
using OfficeNode.Host.Settings;
using OfficeNode.Sync;

namespace OfficeNode.Host.Service;

/// <summary>Does the work of every night, once: when its window opens, at power-up inside it, or late and throttled when it was missed.</summary>
/// <remarks>
/// <code>
///   idle ── window opens, or a night was missed ──> round ──> all done, or the end is near ──> night dealt with ──> idle
///                                                    ^ └── something is left ──> pause, doubled each time ──┐
///                                                    └─────────────────────────────────────────────────────┘
/// </code>
/// A night counts as dealt with only at its end: a stop in its middle is gone on from at the next power-up.
/// </remarks>
internal sealed class NightService : TurnService
{
    private readonly NodeSource _nodes;
    private readonly NightOptions _options;
    private readonly TimeProvider _time;

    public NightService(NodeSource nodes, NightOptions options, ILogger<NightService> log)
        : base(nodes.Time, log)
    {
        _nodes = nodes;
        _options = options;
        _time = nodes.Time;
    }

    protected override async Task<TimeSpan> TurnAsync(CancellationToken cancellation)
    {
        try
        {
            if (Due() is { } due)
            {
                await NightAsync(due, cancellation);
            }
            else
            {
                await RestAsync(Next(), Log.Idle, cancellation);
            }
        }
        catch (Exception error) when (error is StorageException or SettingsException)
        {
            // The node itself cannot be opened just now: a full disk, settings under repair.
            await RestAsync(_time.GetUtcNow() + _options.FirstPause, next => Log.TurnFailed(next, error), cancellation);
        }

        return TimeSpan.Zero;   // a turn ends with its rest
    }

    private sealed record DueNight(Night Night, DateTimeOffset End, bool IsLate, int? BytesPerSecond);

    /// <summary>The night that is to be dealt with now; null when none is.</summary>
    private DueNight? Due()
    {
        using var node = _nodes.Open();
        var now = _time.GetUtcNow();
        var plan = new NightPlan(node.Settings.Night, _time.LocalTimeZone);
        if (!plan.HasNights)
        {
            return null;
        }

        var night = plan.LatestAt(now);
        var isLate = now >= night.To;
        var dealtWith = node.Register.Read(NightBook.DealtWith);
        if (dealtWith is null && isLate)
        {
            // A new node has missed nothing.
            node.Register.Note(session => NightBook.SetDealtWith(session, night.Day));
            return null;
        }

        // Compared for difference, not order: a clock that once ran ahead must not silence all nights until then.
        return dealtWith == night.Day
            ? null
            : new DueNight(night, isLate ? plan.NextAfter(now).From : night.To, isLate, RateOf(node.Settings.Night, isLate));
    }

    private int? RateOf(NightWindow window, bool isLate) => window.BytesPerSecond ?? (isLate ? _options.BytesPerSecondByDay : null);

    private DateTimeOffset Next()
    {
        using var node = _nodes.Open();
        var now = _time.GetUtcNow();
        var glance = now + _options.Glance;
        var plan = new NightPlan(node.Settings.Night, _time.LocalTimeZone);
        return plan.HasNights && plan.NextAfter(now).From is var next && next < glance ? next : glance;
    }

    private async Task NightAsync(DueNight due, CancellationToken cancellation)
    {
        Log.NightBegins(due.Night.Day, due.End, due.IsLate);
        var run = new NightRun(_nodes, _options, new ByteBudget(null, due.BytesPerSecond, _time), due.End, Log);
        var result = new NightResult { Night = due.Night.Day, Began = _time.GetUtcNow(), Late = due.IsLate };
        Keep(result);
        var pause = _options.FirstPause;
        while (true)
        {
            (result, var isDone) = await run.RoundAsync(result with { NextTry = null }, cancellation);
            var next = _time.GetUtcNow() + pause;
            if (isDone || next >= due.End)
            {
                break;
            }

            result = result with { NextTry = next };
            Keep(result);
            await RestAsync(next, at => Log.NightRests(result.Night, at, result.Waiting, result.Troubles.Count), cancellation);
            pause = pause * 2 < _options.LongestPause ? pause * 2 : _options.LongestPause;
        }

        Keep(result with { Ended = _time.GetUtcNow() }, dealtWith: true);
        Log.NightEnds(result.Night, result.Packages, result.Delivered, result.Waiting);
    }

    private void Keep(NightResult result, bool dealtWith = false)
    {
        using var node = _nodes.Open();
        node.Register.Note(session =>
        {
            NightBook.SetResult(session, result);
            if (dealtWith)
            {
                NightBook.SetDealtWith(session, result.Night);
            }
        });
    }

    /// <summary>Waits; what is said about it is said once the wait has begun.</summary>
    private Task RestAsync(DateTimeOffset until, Action<DateTimeOffset> say, CancellationToken cancellation)
    {
        var left = until - _time.GetUtcNow();
        var rest = Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, _time, cancellation);
        say(until);
        return rest;
    }
}
