using OfficeNode.Capture.Workers;
using OfficeNode.Core;

namespace OfficeNode.Capture;

/// <summary>The worker processes that decode and convert images: started when there is work, killed and replaced when an image misleads them.</summary>
/// <remarks>
/// Thread-safe. A job that ends, misleads or outlasts its process is tried once more in a fresh one, then answered with a finding: no image
/// takes the service down or blocks its neighbours (I11, I12). Disposing kills all processes; jobs under way then fail as crashed.
/// </remarks>
public sealed class ImageWorkerPool : IAsyncDisposable
{
    private const int Attempts = 2;

    private readonly ImageWorkerOptions _options;
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _slots;
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _sweeping;
    private readonly Lock _gate = new();
    private readonly HashSet<WorkerProcess> _busy = [];   // under _gate
    private readonly Stack<WorkerProcess> _idle = [];     // under _gate; the last used on top, so that the others grow old
    private bool _disposed;                               // under _gate

    public ImageWorkerPool(ImageWorkerOptions options, TimeProvider time)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Workers);
        _options = options;
        _time = time;
        _slots = new(options.Workers);
        _sweeping = SweepAsync(_closing.Token);
    }

    /// <summary>Processes at most, and so jobs that can be under way at once.</summary>
    public int Workers => _options.Workers;

    /// <summary>Limits that images are held to before a worker sees them.</summary>
    public ImageLimits Limits => _options.Limits;

    /// <summary>The processes that live now.</summary>
    internal IReadOnlyList<int> ProcessIds
    {
        get
        {
            lock (_gate)
            {
                return [.. _busy.Concat(_idle).Select(worker => worker.Id)];
            }
        }
    }

    /// <summary>The version of Leptonica that images are worked on with; also the way to ask whether that is possible at all.</summary>
    /// <exception cref="ImageWorkerException">The machine cannot work on images.</exception>
    public async Task<string> LibraryAsync(CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken);
        try
        {
            var worker = await TakeAsync(cancellationToken);
            await GiveBackAsync(worker, reusable: true);
            return worker.Library;
        }
        finally
        {
            _slots.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        List<WorkerProcess> alive;
        lock (_gate)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            alive = [.. _busy, .. _idle];
            _idle.Clear();
            _busy.Clear();
        }

        await _closing.CancelAsync();
        await _sweeping;
        await StopAsync(alive);
        _closing.Dispose();
    }

    /// <summary>Has one job done; waits for a free process.</summary>
    /// <exception cref="ImageWorkerException">The machine cannot work on images.</exception>
    internal Task<WorkerReply> RunAsync(WorkerJob job, string path, int frame, CancellationToken cancellationToken) =>
        RunAsync(new WorkerRequest(0, job) { Path = Path.GetFullPath(path), Frame = frame }, cancellationToken);

    /// <summary>Has one job done; waits for a free process.</summary>
    /// <exception cref="ImageWorkerException">The machine cannot work on images.</exception>
    internal async Task<WorkerReply> RunAsync(WorkerRequest request, CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken);
        try
        {
            var failure = WorkerFailure.None;
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                var answer = await TryAsync(request, cancellationToken);
                if (answer.Reply is { } reply)
                {
                    return reply;
                }

                failure = answer.Failure;
            }

            return new(0) { Findings = [FindingOf(failure)] };
        }
        finally
        {
            _slots.Release();
        }
    }

    private async Task<WorkerAnswer> TryAsync(WorkerRequest request, CancellationToken cancellationToken)
    {
        var worker = await TakeAsync(cancellationToken);
        var reusable = false;
        try
        {
            var answer = await worker.AskAsync(request, _options.JobTime, cancellationToken);
            reusable = answer.Failure == WorkerFailure.None && worker.Jobs < _options.JobsPerProcess;
            return answer;
        }
        finally
        {
            await GiveBackAsync(worker, reusable);
        }
    }

    private async Task<WorkerProcess> TakeAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_idle.TryPop(out var waiting))
            {
                _busy.Add(waiting);
                return waiting;
            }
        }

        var started = await WorkerProcess.StartAsync(_options, _time, cancellationToken);
        lock (_gate)
        {
            if (!_disposed)
            {
                _busy.Add(started);
                return started;
            }
        }

        await started.DisposeAsync();
        throw new ObjectDisposedException(nameof(ImageWorkerPool));
    }

    private async Task GiveBackAsync(WorkerProcess worker, bool reusable)
    {
        lock (_gate)
        {
            if (!_busy.Remove(worker))
            {
                return;   // the pool was disposed meanwhile and stops it
            }

            if (reusable)
            {
                worker.IdleSince = _time.GetTimestamp();
                _idle.Push(worker);
                return;
            }
        }

        await worker.DisposeAsync();
    }

    /// <summary>Stops, now and then, the processes that have had no work for a while.</summary>
    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(_options.IdleTime, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                await StopAsync(TakeOld());
            }
        }
        catch (OperationCanceledException)
        {
            // The pool is being disposed, which stops the rest.
        }
    }

    private List<WorkerProcess> TakeOld()
    {
        lock (_gate)
        {
            var old = _idle.Where(worker => _time.GetElapsedTime(worker.IdleSince) >= _options.IdleTime).ToList();
            var kept = _idle.Except(old).Reverse().ToList();
            _idle.Clear();
            kept.ForEach(_idle.Push);
            return old;
        }
    }

    private static async Task StopAsync(List<WorkerProcess> workers)
    {
        foreach (var worker in workers)
        {
            await worker.DisposeAsync();
        }
    }

    private static Finding FindingOf(WorkerFailure failure) => failure == WorkerFailure.TimedOut
        ? new(CaptureFindings.WorkerTimedOut, Severity.Error)
        : new(CaptureFindings.WorkerCrashed, Severity.Error);
}
