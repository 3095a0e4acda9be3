namespace OfficeNode.Sync;

/// <summary>How much a line may carry: in all (a night's allowance) and per second (so that the office can work beside it).</summary>
/// <remarks>
/// A bucket that may go into debt: a packet is never split, the next one waits until the debt is paid. Counts both directions, failed attempts
/// included, because the office pays for them. Thread-safe; one budget may serve several transports.
/// </remarks>
public sealed class ByteBudget
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _clock;
    private readonly long? _total;
    private readonly int? _perSecond;
    private long _spent;
    private double _credit;
    private long _creditedAt;

    /// <param name="total">Bytes in all; null for no limit.</param>
    /// <param name="perSecond">Bytes per second; null for no limit. One second's worth may pass at once.</param>
    public ByteBudget(long? total, int? perSecond, TimeProvider clock)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(total ?? 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(perSecond ?? 1, 1);
        _total = total;
        _perSecond = perSecond;
        _clock = clock;
        _credit = perSecond ?? 0;
        _creditedAt = clock.GetTimestamp();
    }

    /// <summary>Bytes spent so far.</summary>
    public long Spent
    {
        get
        {
            lock (_lock)
            {
                return _spent;
            }
        }
    }

    /// <summary>A budget without limits, which only counts.</summary>
    public static ByteBudget Unlimited(TimeProvider clock) => new(null, null, clock);

    /// <summary>Takes bytes that are about to be sent, and waits until the rate allows them.</summary>
    /// <exception cref="DeliveryException"><see cref="DeliveryFault.BudgetSpent"/>: nothing was taken.</exception>
    public Task TakeAsync(int bytes, CancellationToken cancellationToken)
    {
        var wait = Take(bytes);
        return wait > TimeSpan.Zero ? Task.Delay(wait, _clock, cancellationToken) : Task.CompletedTask;
    }

    /// <summary>Counts bytes that came in unasked for a price; what is sent next pays for them.</summary>
    public void Charge(int bytes)
    {
        lock (_lock)
        {
            Spend_NeedsLock(bytes);
        }
    }

    private TimeSpan Take(int bytes)
    {
        lock (_lock)
        {
            if (_spent + bytes > _total)
            {
                throw new DeliveryException(DeliveryFault.BudgetSpent, $"The line's allowance of {_total} bytes is used up: {_spent} bytes are spent.");
            }

            return Spend_NeedsLock(bytes);
        }
    }

    private TimeSpan Spend_NeedsLock(int bytes)
    {
        _spent += bytes;
        if (_perSecond is not { } rate)
        {
            return TimeSpan.Zero;
        }

        var now = _clock.GetTimestamp();
        _credit = Math.Min(rate, _credit + (_clock.GetElapsedTime(_creditedAt, now).TotalSeconds * rate)) - bytes;
        _creditedAt = now;
        return _credit < 0 ? TimeSpan.FromSeconds(-_credit / rate) : TimeSpan.Zero;
    }
}
