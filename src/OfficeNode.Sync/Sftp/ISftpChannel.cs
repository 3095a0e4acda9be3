namespace OfficeNode.Sync.Sftp;

/// <summary>A pair of byte streams with an SFTP server at the other end: ssh's pipes, or a scripted peer in tests.</summary>
internal interface ISftpChannel : IAsyncDisposable
{
    Stream ToPeer { get; }

    Stream FromPeer { get; }

    /// <summary>Ends the channel at once; waiting reads and writes come back. May be called more than once and from any thread.</summary>
    void Abort();

    /// <summary>Says why the peer's stream ended.</summary>
    /// <remarks>Called once, after the end; waits for ssh's last words no longer than <see cref="SyncLimits.Farewell"/>.</remarks>
    Task<DeliveryException> ExplainEndAsync();
}
