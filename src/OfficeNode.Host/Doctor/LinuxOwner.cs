using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace OfficeNode.Host.Doctor;

/// <summary>Whose a file is, which the framework does not say.</summary>
[SupportedOSPlatform("linux")]
internal static partial class LinuxOwner
{
    private const int CurrentFolder = -100;   // AT_FDCWD
    private const uint WantOwner = 0x8;       // STATX_UID

    // linux/stat.h: struct statx has 256 bytes on every architecture, the owner's number at byte 20.
    private const int StatxBytes = 256;
    private const int OwnerOffset = 20;

    /// <summary>The number of the user that this process acts as.</summary>
    public static uint Self => EffectiveUser();

    /// <summary>The number of the user that a file or folder belongs to; null when the system does not say.</summary>
    public static uint? Of(string path)
    {
        var answer = new byte[StatxBytes];
        return Statx(CurrentFolder, path, 0, WantOwner, answer) == 0
            ? BinaryPrimitives.ReadUInt32LittleEndian(answer.AsSpan(OwnerOffset))
            : null;
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, [Out] byte[] answer);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUser();
}
