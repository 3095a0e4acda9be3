namespace OfficeNode.Host.Service;

/// <summary>Work of the service that comes in turns, with a rest after each, until the service stops.</summary>
internal abstract class TurnService : BackgroundService
{
    private readonly TimeProvider _time;

    protected TurnService(TimeProvider time) => _time = time;

    /// <summary>Does what there is to do; how long to rest then. What fails is said within: a turn throws only when the service stops.</summary>
    protected abstract Task<TimeSpan> TurnAsync(CancellationToken cancellation);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host waits for what comes before the first await; a turn is no part of starting.
        await Task.Yield();
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await Task.Delay(await TurnAsync(stoppingToken), _time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops; the next start finds everything as it stands now.
        }
    }
}
