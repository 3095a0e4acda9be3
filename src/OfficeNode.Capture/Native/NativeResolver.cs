using System.Reflection;
using System.Runtime.InteropServices;

namespace OfficeNode.Capture.Native;

/// <summary>Finds the system's native libraries under the names that distributions and installers give them.</summary>
internal static class NativeResolver
{
    /// <summary>The name that the imports use.</summary>
    public const string Leptonica = "leptonica";

    // Debian 12 and Ubuntu 24.04 ship liblept.so.5, Debian 13 libleptonica.so.6; the Windows installers of Tesseract bring
    // liblept-5.dll or libleptonica-6.dll, builds by vcpkg a name with the version.
    private static readonly string[] LinuxNames = ["liblept.so.5", "libleptonica.so.6"];
    private static readonly string[] WindowsNames = ["liblept-5.dll", "libleptonica-6.dll", "leptonica-1.82.0.dll", "leptonica-1.83.1.dll", "leptonica-1.84.1.dll", "leptonica-1.85.0.dll"];

    static NativeResolver() => NativeLibrary.SetDllImportResolver(typeof(NativeResolver).Assembly, Resolve);

    /// <summary>A file to take instead of the usual names; set before the first call into the library.</summary>
    public static string? LeptonicaPath { get; set; }

    private static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Leptonica)
        {
            return IntPtr.Zero;
        }

        if (LeptonicaPath is { } chosen)
        {
            return NativeLibrary.TryLoad(chosen, out var loaded) ? loaded : IntPtr.Zero;
        }

        foreach (var candidate in OperatingSystem.IsWindows() ? WindowsNames : LinuxNames)
        {
            if (NativeLibrary.TryLoad(candidate, assembly, path, out var handle))
            {
                return handle;
            }
        }

        return IntPtr.Zero;
    }
}
