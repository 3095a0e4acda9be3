namespace OfficeNode.Core.Disk;

/// <summary>What kind of trouble the disk or the register has.</summary>
public enum StorageFault
{
    /// <summary>Anything the other kinds do not name.</summary>
    Other,

    /// <summary>No room left. Nothing is half written under a final name; the same command goes on when there is room.</summary>
    Full,

    /// <summary>The folder or file may not be written or read by this user.</summary>
    Denied,

    /// <summary>The name is taken already.</summary>
    Exists,

    /// <summary>The file or folder is not there.</summary>
    Missing,

    /// <summary>What is stored is not what was stored: a digest, a structure or a version differs.</summary>
    Damaged,

    /// <summary>Somebody else holds the lease; <see cref="StorageException.Holder"/> says who.</summary>
    Held,
}

/// <summary>The disk or the register cannot do what was asked; the command stops with exit code 3.</summary>
public sealed class StorageException : Exception
{
    public StorageException(StorageFault fault, string path, string message, Exception? inner = null)
        : base(message, inner)
    {
        Fault = fault;
        Path = path;
    }

    public StorageFault Fault { get; }

    /// <summary>The file, folder or lease concerned.</summary>
    public string Path { get; }

    /// <summary>For <see cref="StorageFault.Held"/>: who holds it, since when.</summary>
    public string? Holder { get; init; }
}
