namespace OfficeNode.Sync;

/// <summary>What a name at the receiver stands for.</summary>
public enum RemoteKind
{
    File,
    Folder,

    /// <summary>A link, a device, or something the receiver did not say.</summary>
    Other,
}

/// <summary>One name in a receiver's folder.</summary>
/// <param name="Name">As the receiver wrote it; foreign names need <see cref="RemotePath.IsSegment"/> before they become a path.</param>
/// <param name="Length">Bytes; null when the receiver did not say.</param>
public sealed record RemoteEntry(string Name, RemoteKind Kind, long? Length);
