using OfficeNode.Capture.Scanners;
using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Host.Journey;

namespace OfficeNode.Host.Service;

/// <summary>One scan that somebody asked the service for: who waits for its beginning, and who may stop it. Thread-safe.</summary>
internal sealed class AskedScan : IDisposable
{
    private readonly TaskCompletionSource<ScanAnswer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private long _batch;
    private bool _isDisposed;

    public AskedScan(IScanner scanner, ScanRequest request, ScanAim? aim)
    {
        Scanner = scanner;
        Request = request;
        Aim = aim;
        Stopped = _stop.Token;
    }

    public IScanner Scanner { get; }

    public ScanRequest Request { get; }

    public ScanAim? Aim { get; }

    /// <summary>The batch that pages come into; null before the scan began.</summary>
    public BatchId? Batch => Interlocked.Read(ref _batch) is > 0 and var number ? new BatchId(number) : null;

    /// <summary>Cancelled when a person stops the scan.</summary>
    public CancellationToken Stopped { get; }

    public bool IsStopped => Stopped.IsCancellationRequested;

    /// <summary>Comes when the scan began, or when it is clear that it does not.</summary>
    public Task<ScanAnswer> Answer => _answer.Task;

    public void Grant(BatchId batch)
    {
        Interlocked.Exchange(ref _batch, batch.Number);
        _answer.TrySetResult(new ScanAnswer(batch, []));
    }

    /// <summary>Says why the scan does not begin; nothing once it has begun.</summary>
    public void Refuse(Finding finding) => _answer.TrySetResult(new ScanAnswer(null, [finding]));

    /// <summary>Stops the scan; one that ended meanwhile is left alone.</summary>
    public void Stop()
    {
        lock (_gate)
        {
            if (!_isDisposed)
            {
                _stop.Cancel();
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _stop.Dispose();
        }
    }
}
