using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace OfficeNode.Core.Disk;

/// <summary>The two calls of Linux that the framework does not offer.</summary>
[SupportedOSPlatform("linux")]
internal static partial class LinuxFileSystem
{
    private const int CurrentFolder = -100;      // AT_FDCWD
    private const uint NoReplace = 1;            // RENAME_NOREPLACE
    private const int OpenFolder = 0x10000;      // O_DIRECTORY | O_RDONLY
    private const int ErrorInvalid = 22;         // EINVAL: the file system does not know RENAME_NOREPLACE
    private const int ErrorNoCall = 38;          // ENOSYS: nor does the kernel

    /// <summary>Renames, refusing an existing target in the same step; on file systems without that, by link and unlink.</summary>
    public static void RenameWithoutReplacing(string from, string to)
    {
        if (RenameAt(CurrentFolder, from, CurrentFolder, to, NoReplace) == 0)
        {
            return;
        }

        var error = Marshal.GetLastPInvokeError();
        if (error is not (ErrorInvalid or ErrorNoCall))
        {
            throw Failure(error);
        }

        // A stop between the two leaves both names on one file: the old name is a leftover that its sweeper removes.
        if (Link(from, to) != 0 || Unlink(from) != 0)
        {
            throw Failure(Marshal.GetLastPInvokeError());
        }
    }

    /// <summary>Brings a folder's entries to the medium.</summary>
    public static void SyncFolder(string folder)
    {
        var descriptor = Open(folder, OpenFolder);
        if (descriptor < 0)
        {
            throw Failure(Marshal.GetLastPInvokeError());
        }

        try
        {
            if (SyncDescriptor(descriptor) != 0)
            {
                throw Failure(Marshal.GetLastPInvokeError());
            }
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    private static Exception Failure(int error) => error switch
    {
        1 or 13 => new UnauthorizedAccessException(Marshal.GetPInvokeErrorMessage(error)),
        2 => new FileNotFoundException(Marshal.GetPInvokeErrorMessage(error)),
        _ => new IOException(Marshal.GetPInvokeErrorMessage(error), error),
    };

    [LibraryImport("libc", EntryPoint = "renameat2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameAt(int fromFolder, string from, int toFolder, string to, uint flags);

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string from, string to);

    [LibraryImport("libc", EntryPoint = "unlink", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Unlink(string path);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int SyncDescriptor(int descriptor);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int descriptor);
}
