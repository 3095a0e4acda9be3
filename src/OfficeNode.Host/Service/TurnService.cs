namespace OfficeNode.Host.Service;

/// <summary>Work of the service that comes in turns, with a rest after each, until the service stops.</summary>
internal abstract class TurnService : BackgroundService
{
    /// <summary>The rest after a fault that the work did not foresee: long enough not to fill the log, short enough that nobody has to start the service again.</summary>
    internal static readonly TimeSpan FaultRest = TimeSpan.FromMinutes(5);

    private readonly TimeProvider _time;

    protected TurnService(TimeProvider time, ILogger log)
    {
        _time = time;
        Log = log;
    }

    protected ILogger Log { get; }

    /// <summary>Does what there is to do; how long to rest then. Foreseen faults are said within, in their own words.</summary>
    /// <remarks>Whatever else it throws is logged, and the next turn comes after <see cref="FaultRest"/>: one kind of work never ends the others.</remarks>
    protected abstract Task<TimeSpan> TurnAsync(CancellationToken cancellation);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host waits for what comes before the first await; a turn is no part of starting.
        await Task.Yield();
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await Task.Delay(await TryTurnAsync(stoppingToken), _time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops; the next start finds everything as it stands now.
        }
    }

    private async Task<TimeSpan> TryTurnAsync(CancellationToken stopping)
    {
        try
        {
            return await TurnAsync(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception error)
        {
            // The edge of this work: past it, the host would end the whole service.
            Log.WorkFailed(GetType().Name, FaultRest.TotalMinutes, error);
            return FaultRest;
        }
    }
}
