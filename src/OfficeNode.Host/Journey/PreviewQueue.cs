namespace OfficeNode.Host.Journey;

/// <summary>Lets previews be made, a few at once: what somebody looks at before what is made ahead, and each once however many ask for it. Thread-safe.</summary>
/// <remarks>
/// Within an urgency the first that came goes first. One that is wanted ahead and then looked at moves up; one that nobody waits for any more, because people went on, is left out unless
/// it is under way. What is made ahead leaves one place free.
/// </remarks>
internal sealed class PreviewQueue : IAsyncDisposable
{
    private readonly int _places;
    private readonly CancellationTokenSource _closing = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<WantedPreview, Order> _orders = [];                 // under _gate, as all below: waiting or under way
    private readonly LinkedList<Order>[] _waiting = [new(), new()];                 // by urgency
    private readonly int[] _underWay = new int[2];                                  // by the urgency with which they began

    /// <param name="places">Previews that are made at once.</param>
    public PreviewQueue(int places)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(places);
        _places = places;
    }

    /// <summary>Has a preview made, or waits for the one that is under way.</summary>
    /// <param name="make">Runs once; told when the queue closes.</param>
    /// <exception cref="OperationCanceledException">The caller gave up, or the queue was closed.</exception>
    public async Task<PreviewAnswer> RunAsync(WantedPreview wanted, PreviewUrgency urgency, Func<CancellationToken, Task<PreviewAnswer>> make, CancellationToken cancellation)
    {
        var order = Join(wanted, urgency, make);
        try
        {
            return await order.Answer.Task.WaitAsync(cancellation);
        }
        finally
        {
            Leave(order);
        }
    }

    /// <summary>Ends what is under way and waits for it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_closing.IsCancellationRequested)
        {
            return;
        }

        await _closing.CancelAsync();
        List<Order> left;
        lock (_gate)
        {
            left = [.. _orders.Values];
        }

        left.ForEach(order => order.Answer.TrySetCanceled(_closing.Token));
        await Task.WhenAll(left.Select(order => order.Run));
        _closing.Dispose();
    }

    private Order Join(WantedPreview wanted, PreviewUrgency urgency, Func<CancellationToken, Task<PreviewAnswer>> make)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
            if (!_orders.TryGetValue(wanted, out var order))
            {
                order = new Order(wanted, make) { Urgency = urgency };
                _orders.Add(wanted, order);
                _waiting[(int)urgency].AddLast(order.Place);
            }
            else if (order.Place.List is { } list && urgency < order.Urgency)
            {
                list.Remove(order.Place);
                order.Urgency = urgency;
                _waiting[(int)urgency].AddLast(order.Place);
            }

            order.Waiters++;
            Begin_NeedsLock();
            return order;
        }
    }

    private void Leave(Order order)
    {
        lock (_gate)
        {
            order.Waiters--;
            if (order.Waiters == 0 && order.Place.List is { } list)
            {
                list.Remove(order.Place);
                _orders.Remove(order.Wanted);
            }
        }
    }

    private void Begin_NeedsLock()
    {
        while (!_closing.IsCancellationRequested && Next_NeedsLock() is { } order)
        {
            order.Place.List?.Remove(order.Place);
            _underWay[(int)order.Urgency]++;
            order.Run = RunAsync(order);
        }
    }

    private Order? Next_NeedsLock()
    {
        var (looked, ahead) = (_waiting[(int)PreviewUrgency.AtTheScreen].First, _waiting[(int)PreviewUrgency.Ahead].First);
        return _underWay.Sum() == _places ? null
            : looked is not null ? looked.Value
            : _underWay[(int)PreviewUrgency.Ahead] < Math.Max(1, _places - 1) ? ahead?.Value
            : null;
    }

    private async Task RunAsync(Order order)
    {
        // The lock is held until the first await.
        await Task.Yield();
        try
        {
            order.Answer.TrySetResult(await order.Make(_closing.Token));
        }
        catch (OperationCanceledException) when (_closing.IsCancellationRequested)
        {
            order.Answer.TrySetCanceled(_closing.Token);
        }
        catch (Exception error)
        {
            // The edge of this work: whoever waits gets it.
            order.Answer.TrySetException(error);
        }

        lock (_gate)
        {
            _orders.Remove(order.Wanted);
            _underWay[(int)order.Urgency]--;
            Begin_NeedsLock();
        }
    }

    /// <summary>A preview that is wanted; its changing parts are under the queue's lock.</summary>
    private sealed class Order
    {
        public Order(WantedPreview wanted, Func<CancellationToken, Task<PreviewAnswer>> make)
        {
            Wanted = wanted;
            Make = make;
            Place = new LinkedListNode<Order>(this);
        }

        public WantedPreview Wanted { get; }

        public Func<CancellationToken, Task<PreviewAnswer>> Make { get; }

        /// <summary>In a list while it waits, in none when it is under way.</summary>
        public LinkedListNode<Order> Place { get; }

        public TaskCompletionSource<PreviewAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>Does not change any more once it is under way.</summary>
        public PreviewUrgency Urgency { get; set; }

        public int Waiters { get; set; }

        public Task Run { get; set; } = Task.CompletedTask;
    }
}
