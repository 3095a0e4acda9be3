namespace OfficeNode.Sync;

/// <summary>A way to a receiver: an SFTP server, a mounted share, a removable disk.</summary>
/// <remarks>
/// One caller at a time, any number of calls in any order after <see cref="ConnectAsync"/>. A transport never tries again by itself: it throws
/// <see cref="DeliveryException"/>, whose <see cref="DeliveryException.IsTransient"/> says whether <see cref="DeliveryRetry"/> may. Every member
/// is idempotent, so that trying again after any exception, cancellation or power cut is safe: first <see cref="ConnectAsync"/>, then the same call.
/// No wait is without a deadline (I12). Nothing at the receiver is deleted or replaced but this node's own unfinished <c>.part</c> files.
/// </remarks>
public interface ITransport : IAsyncDisposable
{
    /// <summary>What went over the line since this transport was made, failed calls included.</summary>
    Traffic Traffic { get; }

    /// <summary>Reaches the receiver; does nothing while a connection stands. To be called before the first use and after every exception.</summary>
    /// <exception cref="DeliveryException">The receiver is not there, or is not the one that was pinned.</exception>
    Task ConnectAsync(CancellationToken cancellationToken);

    /// <summary>What stands under a name; null when nothing does. A link is not followed.</summary>
    Task<RemoteEntry?> StatAsync(RemotePath path, CancellationToken cancellationToken);

    /// <summary>What a folder holds, by name in ordinal order, without <c>.</c> and <c>..</c>.</summary>
    /// <exception cref="DeliveryException"><see cref="DeliveryFault.FolderMissing"/>, or more entries than <see cref="SyncLimits.FolderEntries"/>.</exception>
    Task<IReadOnlyList<RemoteEntry>> ListAsync(RemotePath folder, CancellationToken cancellationToken);

    /// <summary>Makes a folder and its parents where they are missing. Only on a person's word: a receiver's tree is the receiver's.</summary>
    Task CreateFolderAsync(RemotePath folder, CancellationToken cancellationToken);

    /// <summary>Brings a file under its final name, or finds it there already, and says what it saw (I7).</summary>
    /// <param name="progress">Told the bytes that the receiver holds, from the resumed offset to the length; may be null.</param>
    /// <exception cref="DeliveryException"><see cref="DeliveryFault.NameTaken"/> when the name holds something else; the folder is not created.</exception>
    Task<Proof> UploadAsync(Upload upload, IProgress<long>? progress, CancellationToken cancellationToken);

    /// <summary>Reads a whole small file: a receipt, a manifest.</summary>
    /// <param name="limit">The most bytes taken.</param>
    /// <exception cref="DeliveryException"><see cref="DeliveryFault.Missing"/>, or <see cref="DeliveryFault.TooLarge"/> above the limit.</exception>
    Task<byte[]> DownloadAsync(RemotePath path, int limit, CancellationToken cancellationToken);
}
