using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace OfficeNode.Capture.Native;

/// <summary>What Linux tells of a file that the framework does not ask for.</summary>
[SupportedOSPlatform("linux")]
internal static partial class LinuxFiles
{
    private const int CurrentFolder = -100;       // AT_FDCWD
    private const int NoFollow = 0x100;           // AT_SYMLINK_NOFOLLOW
    private const uint TypeOnly = 1;              // STATX_TYPE
    private const int StatLength = 256;           // struct statx, the same on all machines
    private const int ModeOffset = 28;            // stx_mode
    private const int TypeMask = 0xF000;          // S_IFMT
    private const int RegularFile = 0x8000;       // S_IFREG

    private const int SetSignal = 10;             // F_SETSIG
    private const int SetLease = 1024;            // F_SETLEASE
    private const int ReadLease = 0;              // F_RDLCK
    private const int NoLease = 2;                // F_UNLCK
    private const int HarmlessSignal = 23;        // SIGURG, which is ignored unless somebody asks for it
    private const int TryAgain = 11;              // EAGAIN

    /// <summary>Whether a path is a file with bytes: no link, no pipe that would be waited at for ever, no device. False also when it is gone.</summary>
    public static bool IsRegular(string path)
    {
        Span<byte> stat = stackalloc byte[StatLength];
        return Stat(CurrentFolder, path, NoFollow, TypeOnly, stat) == 0
            && (BinaryPrimitives.ReadUInt16LittleEndian(stat[ModeOffset..]) & TypeMask) == RegularFile;
    }

    /// <summary>Whether some process has the file open for writing; null where the system does not say: files of other owners, network file systems.</summary>
    /// <remarks>
    /// The kernel grants a lease for reading only while nobody writes. Whoever opens the file for writing while the lease is held, for the
    /// instant that this takes, waits that long, and a signal tells the holder: by default one that ends the process, so another is chosen first.
    /// </remarks>
    public static bool? HasWriter(SafeFileHandle file)
    {
        if (Control(file, SetSignal, HarmlessSignal) != 0)
        {
            return null;
        }

        if (Control(file, SetLease, ReadLease) != 0)
        {
            return Marshal.GetLastPInvokeError() == TryAgain ? true : null;
        }

        _ = Control(file, SetLease, NoLease);   // the closing of the file would end it too
        return false;
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Stat(int folder, string path, int flags, uint mask, Span<byte> stat);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int Control(SafeFileHandle file, int command, int argument);
}
