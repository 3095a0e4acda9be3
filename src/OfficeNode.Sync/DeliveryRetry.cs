using Polly;
using Polly.Retry;

namespace OfficeNode.Sync;

/// <summary>Tries a delivery again while it is worth it: after transient faults only, with growing and scattered waits.</summary>
/// <remarks>
/// A line that is cut every half minute needs hundreds of connections for one package, and each brings it forward. So only tries that moved no byte
/// are counted against <see cref="DeliveryRetryOptions.FruitlessTries"/>; one that moved something starts the count and the waits anew. Thread-safe.
/// </remarks>
public sealed class DeliveryRetry
{
    private readonly ResiliencePipeline<Proof?> _pipeline;
    private readonly DeliveryRetryOptions _options;
    private readonly TimeProvider _clock;

    /// <param name="randomness">Numbers from 0 to 1 that scatter the waits, so that nodes cut off together do not come back together.</param>
    /// <param name="onRetry">Told the fault and the wait before the next try; may be null.</param>
    public DeliveryRetry(DeliveryRetryOptions options, TimeProvider clock, Func<double> randomness, Action<DeliveryException, TimeSpan>? onRetry)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.FruitlessTries, 2);
        _options = options;
        _clock = clock;
        _pipeline = new ResiliencePipelineBuilder<Proof?> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<Proof?>
            {
                ShouldHandle = new PredicateBuilder<Proof?>().Handle<DeliveryException>(fault => fault.IsTransient),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.FirstDelay,
                MaxDelay = options.LongestDelay,
                MaxRetryAttempts = options.FruitlessTries - 1,
                Randomizer = randomness,
                OnRetry = retry =>
                {
                    // ShouldHandle lets nothing else through.
                    onRetry?.Invoke((DeliveryException)retry.Outcome.Exception!, retry.RetryDelay);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
    }

    /// <summary>Connects and uploads until the file is proved to be there.</summary>
    /// <exception cref="DeliveryException">A fault that does not pass by itself, or the last of too many tries that moved nothing.</exception>
    public async Task<Proof> UploadAsync(ITransport transport, Upload upload, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        while (true)
        {
            var proof = await _pipeline.ExecuteAsync(async token => await TryAsync(transport, upload, progress, token), cancellationToken);
            if (proof is not null)
            {
                return proof;
            }

            await Task.Delay(_options.FirstDelay, _clock, cancellationToken);
        }
    }

    /// <summary>One connection's worth; null when it was cut but brought the file forward.</summary>
    private static async Task<Proof?> TryAsync(ITransport transport, Upload upload, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var before = transport.Traffic.Acknowledged;
        try
        {
            await transport.ConnectAsync(cancellationToken);
            return await transport.UploadAsync(upload, progress, cancellationToken);
        }
        catch (DeliveryException cut) when (cut.IsTransient && transport.Traffic.Acknowledged > before)
        {
            return null;
        }
    }
}
