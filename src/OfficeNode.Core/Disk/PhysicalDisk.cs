#pragma warning disable RS0030 // The one place that writes files.

namespace OfficeNode.Core.Disk;

/// <summary>The machine's file system.</summary>
public sealed class PhysicalDisk : IDisk
{
    // EDQUOT and ENOSPC on Linux, ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL on Windows.
    private static readonly int[] FullCodes = OperatingSystem.IsWindows() ? [0x70, 0x27] : [28, 122];

    // EROFS on Linux; ERROR_WRITE_PROTECT on Windows: a medium that takes no writes, as file systems become after a fault.
    private static readonly int[] ProtectedCodes = OperatingSystem.IsWindows() ? [0x13] : [30];

    // EIO on Linux; ERROR_CRC and ERROR_IO_DEVICE on Windows: the medium does not give back what was written.
    private static readonly int[] DamageCodes = OperatingSystem.IsWindows() ? [0x17, 0x45D] : [5];

    public void CreateFolder(string path, FileAudience audience = FileAudience.Office) => Guard(path, () =>
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, audience == FileAudience.Service ? Modes.PrivateFolder : Modes.Folder);
        }
    });

    public Stream CreateFile(string path, FileAudience audience = FileAudience.Office) => Guard(path, () =>
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Read,
            BufferSize = 0,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = audience == FileAudience.Service ? Modes.PrivateFile : Modes.File;
        }

        return new GuardedFile(path, new FileStream(path, options));
    });

    public void Sync(Stream file)
    {
        var guarded = (GuardedFile)file;
        Guard(guarded.Path, () => guarded.Inner.Flush(flushToDisk: true));
    }

    public void Move(string from, string to) => Guard(to, () =>
    {
        if (OperatingSystem.IsLinux())
        {
            LinuxFileSystem.RenameWithoutReplacing(from, to);
        }
        else
        {
            File.Move(from, to, overwrite: false);
        }
    });

    public void Replace(string from, string to) => Guard(to, () => File.Move(from, to, overwrite: true));

    public void SyncFolder(string folder) => Guard(folder, () =>
    {
        if (OperatingSystem.IsLinux())
        {
            LinuxFileSystem.SyncFolder(folder);
        }
    });

    public void Delete(string path) => Guard(path, () => File.Delete(path));

    public long FreeBytes(string folder) => Guard(folder, () => new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace);

    /// <summary>Turns what the system reports into a <see cref="StorageException"/> of the right kind.</summary>
    public static StorageException Describe(string path, Exception error)
    {
        var fault = error switch
        {
            UnauthorizedAccessException => StorageFault.Denied,
            IOException io when ProtectedCodes.Contains(io.HResult & 0xFFFF) => StorageFault.Denied,
            FileNotFoundException or DirectoryNotFoundException => StorageFault.Missing,
            IOException io when FullCodes.Contains(io.HResult & 0xFFFF) => StorageFault.Full,
            IOException io when IsExisting(io) => StorageFault.Exists,
            IOException io when DamageCodes.Contains(io.HResult & 0xFFFF) => StorageFault.Damaged,
            _ => StorageFault.Other,
        };
        return new StorageException(fault, path, $"{path}: {error.Message}", error);
    }

    // EEXIST on Linux; ERROR_FILE_EXISTS and ERROR_ALREADY_EXISTS on Windows.
    private static bool IsExisting(IOException error) => (error.HResult & 0xFFFF) is var code
        && (OperatingSystem.IsWindows() ? code is 0x50 or 0xB7 : code == 17);

    private static void Guard(string path, Action action) => Guard(path, () =>
    {
        action();
        return 0;
    });

    private static T Guard<T>(string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Describe(path, error);
        }
    }

    private static class Modes
    {
        public const UnixFileMode PrivateFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        public const UnixFileMode PrivateFolder = PrivateFile | UnixFileMode.UserExecute;
        public const UnixFileMode File = PrivateFile | UnixFileMode.GroupRead;
        public const UnixFileMode Folder = PrivateFolder | UnixFileMode.GroupRead | UnixFileMode.GroupExecute;
    }
}
