namespace OfficeNode.Core.Disk;

/// <summary>The only way this program changes files. Behind it stands the machine's file system, or in tests one that fails on purpose.</summary>
/// <remarks>
/// Nothing is durable until said so: write, <see cref="Sync"/>, <see cref="Move"/>, <see cref="SyncFolder"/>, and only then the row that
/// names the file (I2). All members throw <see cref="StorageException"/> for whatever the system reports. Thread-safe.
/// Reading needs no such care and goes through <see cref="File.OpenRead(string)"/>.
/// </remarks>
public interface IDisk
{
    /// <summary>Creates a folder and its parents; does nothing when it exists.</summary>
    void CreateFolder(string path, FileAudience audience = FileAudience.Office);

    /// <summary>Creates a new file for writing; refuses an existing one. The caller disposes the stream.</summary>
    Stream CreateFile(string path, FileAudience audience = FileAudience.Office);

    /// <summary>Brings the bytes written to a stream of <see cref="CreateFile"/> to the medium.</summary>
    void Sync(Stream file);

    /// <summary>Renames a file within one file system and refuses an existing target (<see cref="StorageFault.Exists"/>).</summary>
    void Move(string from, string to);

    /// <summary>Renames a file over an existing one, atomically. For settings only: nothing that names its content is ever replaced.</summary>
    void Replace(string from, string to);

    /// <summary>Brings the names in a folder to the medium. Windows documents no way to do this; there it does nothing.</summary>
    void SyncFolder(string folder);

    /// <summary>Deletes a file; does nothing when it is gone.</summary>
    void Delete(string path);

    /// <summary>Bytes that this process may still write below a folder.</summary>
    long FreeBytes(string folder);
}

/// <summary>Who may read a new file or folder, as far as the file system knows (POSIX modes; on Windows the data directory's access list decides).</summary>
public enum FileAudience
{
    /// <summary>The service and its group (0640, folders 0750).</summary>
    Office,

    /// <summary>The service alone (0600, folders 0700): keys and passwords.</summary>
    Service,
}
