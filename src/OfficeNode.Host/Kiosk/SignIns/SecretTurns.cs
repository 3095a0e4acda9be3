namespace OfficeNode.Host.Kiosk.SignIns;

/// <summary>Lets one secret at a time be compared: each comparison keeps a core busy on purpose, and whoever reaches the sign-in screen could keep all of them busy. Thread-safe.</summary>
internal sealed class SecretTurns : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Does work that compares or makes secrets when its turn has come; connections are limited, and with them how many wait.</summary>
    public async Task<T> TakeAsync<T>(Func<T> work, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return work();
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();
}
