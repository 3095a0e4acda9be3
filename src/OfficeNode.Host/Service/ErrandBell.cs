namespace OfficeNode.Host.Service;

/// <summary>Wakes the work on errands; what is to be done stands in the register. Thread-safe.</summary>
internal sealed class ErrandBell : IDisposable
{
    /// <summary>How long the register goes unlooked at without a ring: another process may have asked.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromMinutes(10);

    // Rung once at the start: a stop may have left errands undone.
    private readonly SemaphoreSlim _rings = new(1);

    public void Ring() => _rings.Release();

    public Task WaitAsync(CancellationToken cancellation) => _rings.WaitAsync(Glance, cancellation);

    public void Dispose() => _rings.Dispose();
}
