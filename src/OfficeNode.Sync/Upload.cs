using OfficeNode.Core;

namespace OfficeNode.Sync;

/// <summary>One file that is to stand at the receiver: a package or one of its sidecars.</summary>
public sealed record Upload
{
    /// <summary>The file on this machine; it does not change while it is sent.</summary>
    public required string LocalFile { get; init; }

    /// <summary>What the file must hash to; a file that does not is not sent.</summary>
    public required Digest Digest { get; init; }

    /// <summary>The receiver's folder, which exists.</summary>
    public required RemotePath Folder { get; init; }

    /// <summary>The name it gets when complete: one segment of a path.</summary>
    public required string Name { get; init; }
}
