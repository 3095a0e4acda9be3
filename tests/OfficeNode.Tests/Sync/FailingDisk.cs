using OfficeNode.Core.Disk;

namespace OfficeNode.Tests.Sync;

/// <summary>A disk whose n-th operation fails, as a stick that is pulled; what was written before stays.</summary>
internal sealed class FailingDisk(int failing, StorageFault fault) : IDisk
{
    private readonly PhysicalDisk _disk = new();
    private int _operations;

    /// <summary>The failing operation was reached.</summary>
    public bool HasFailed => _operations >= failing;

    public void CreateFolder(string path, FileAudience audience = FileAudience.Office) => Counted(path).CreateFolder(path, audience);

    public Stream CreateFile(string path, FileAudience audience = FileAudience.Office) => Counted(path).CreateFile(path, audience);

    public void Sync(Stream file) => Counted("a stream").Sync(file);

    public void Move(string from, string to) => Counted(to).Move(from, to);

    public void Replace(string from, string to) => Counted(to).Replace(from, to);

    public void SyncFolder(string folder) => Counted(folder).SyncFolder(folder);

    public void Delete(string path) => Counted(path).Delete(path);

    public long FreeBytes(string folder) => Counted(folder).FreeBytes(folder);

    private PhysicalDisk Counted(string path) => ++_operations == failing ? throw new StorageException(fault, path, $"{path}: made to fail") : _disk;
}
