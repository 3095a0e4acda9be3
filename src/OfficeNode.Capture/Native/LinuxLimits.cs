using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace OfficeNode.Capture.Native;

/// <summary>Limits that a process sets on itself and cannot take back.</summary>
[SupportedOSPlatform("linux")]
internal static partial class LinuxLimits
{
    private const int Data = 2;   // RLIMIT_DATA
    private const int Core = 4;   // RLIMIT_CORE

    /// <summary>Bounds the private memory that this process may still take, and forbids core dumps, which would hold pages of the office.</summary>
    /// <remarks>
    /// RLIMIT_DATA counts memory made writable (Linux 4.7 and later). RLIMIT_AS would count what the runtime's collector only reserves,
    /// hundreds of gigabytes. Beyond the limit native allocations return null, which Leptonica reports as a picture that it cannot read.
    /// </remarks>
    public static void Set(long moreBytes)
    {
        var limit = (ulong)(WritableBytes() + moreBytes);
        Apply(Data, limit);
        Apply(Core, 0);
    }

    private static void Apply(int resource, ulong value)
    {
        var limit = new Limit { Current = value, Most = value };
        if (SetLimit(resource, in limit) != 0)
        {
            throw new InvalidOperationException($"setrlimit({resource}, {value}): {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    private static long WritableBytes()
    {
        var line = File.ReadLines("/proc/self/status").First(text => text.StartsWith("VmData:", StringComparison.Ordinal));
        return long.Parse(line.AsSpan("VmData:".Length, line.Length - "VmData:".Length - " kB".Length), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture) * 1024;
    }

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    private static partial int SetLimit(int resource, in Limit limit);

    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public ulong Current;
        public ulong Most;
    }
}
