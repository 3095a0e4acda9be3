using System.Reflection;
using System.Runtime.InteropServices;

namespace OfficeNode.Capture.Native;

/// <summary>Finds the system's native libraries under the names that distributions and installers give them.</summary>
internal static class NativeResolver
{
    /// <summary>The names that the imports use.</summary>
    public const string Leptonica = "leptonica";
    public const string Libtiff = "libtiff";
    public const string Zbar = "zbar";
    public const string Tesseract = "tesseract";

    // Debian 12 and Ubuntu 24.04 ship liblept.so.5, Debian 13 libleptonica.so.6; the Windows installers of Tesseract bring
    // liblept-5.dll or libleptonica-6.dll, builds by vcpkg a name with the version.
    private static readonly string[] LeptonicaOnLinux = ["liblept.so.5", "libleptonica.so.6"];
    private static readonly string[] LeptonicaOnWindows =
        ["liblept-5.dll", "libleptonica-6.dll", "leptonica-1.82.0.dll", "leptonica-1.83.1.dll", "leptonica-1.84.1.dll", "leptonica-1.85.0.dll"];

    // Debian 12 and later, and before; the same on Windows.
    private static readonly string[] LibtiffOnLinux = ["libtiff.so.6", "libtiff.so.5"];
    private static readonly string[] LibtiffOnWindows = ["libtiff-6.dll", "libtiff-5.dll", "tiff.dll"];

    // One name since 2009 on Linux; the builds for Windows name the file with and without the version.
    private static readonly string[] ZbarOnLinux = ["libzbar.so.0"];
    private static readonly string[] ZbarOnWindows = ["libzbar-0.dll", "libzbar64-0.dll", "zbar.dll"];

    // One name for all of version 5 on Linux; the Windows installers name the file with the version.
    private static readonly string[] TesseractOnLinux = ["libtesseract.so.5"];
    private static readonly string[] TesseractOnWindows = ["libtesseract-5.dll", "libtesseract-5.5.dll", "tesseract55.dll", "tesseract54.dll", "tesseract53.dll"];

    static NativeResolver() => NativeLibrary.SetDllImportResolver(typeof(NativeResolver).Assembly, Resolve);

    /// <summary>A file to take for Leptonica instead of the usual names; set before the first call into it.</summary>
    public static string? LeptonicaPath { get; set; }

    // To hand back nothing would let the system look for the import's own name, and find whatever a developer's package left under it.
    private static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        var candidates = CandidatesOf(name);
        foreach (var candidate in candidates)
        {
            if (NativeLibrary.TryLoad(candidate, assembly, path, out var handle))
            {
                return handle;
            }
        }

        return candidates.Length == 0 ? IntPtr.Zero : throw new DllNotFoundException($"None of {string.Join(", ", candidates)} can be loaded.");
    }

    private static string[] CandidatesOf(string name) => name switch
    {
        Leptonica when LeptonicaPath is { } chosen => [chosen],
        Leptonica => OperatingSystem.IsWindows() ? LeptonicaOnWindows : LeptonicaOnLinux,
        Libtiff => OperatingSystem.IsWindows() ? LibtiffOnWindows : LibtiffOnLinux,
        Zbar => OperatingSystem.IsWindows() ? ZbarOnWindows : ZbarOnLinux,
        Tesseract => OperatingSystem.IsWindows() ? TesseractOnWindows : TesseractOnLinux,
        _ => [],
    };
}
