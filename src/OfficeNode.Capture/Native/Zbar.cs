using System.Runtime.InteropServices;

namespace OfficeNode.Capture.Native;

/// <summary>A symbol that zbar read: its kind (<see cref="Zbar.Qr"/> ...), its bytes as text, how many scan lines agreed, and the corners or edges that it saw.</summary>
internal sealed record ZbarSymbol(int Kind, string Text, int Lines, IReadOnlyList<(int X, int Y)> Points);

/// <summary>The part of zbar's C interface that reads codes from a grey picture. Called in the worker process only: the library has crashed on pictures before.</summary>
internal static partial class Zbar
{
    public const int Code39 = 39;
    public const int Qr = 64;
    public const int Code128 = 128;

    private const int All = 0;              // ZBAR_NONE: of a setting, all symbologies
    private const int Enable = 0;           // ZBAR_CFG_ENABLE
    private const int DensityAcross = 0x100;
    private const int DensityDown = 0x101;
    private const uint Grey = 0x30303859;   // the letters Y800

    /// <summary>Reads QR, Code 128 and Code 39 and nothing else: other symbologies without check digits are found in any drawing.</summary>
    /// <param name="density">Every so many rows and columns are looked at.</param>
    /// <exception cref="DllNotFoundException">The library is not installed.</exception>
    public static unsafe IReadOnlyList<ZbarSymbol> Read(ReadOnlySpan<byte> grey, int width, int height, int density)
    {
        var scanner = CreateScanner();
        var image = CreateImage();
        try
        {
            Configure(scanner, density);
            fixed (byte* pixels = grey)
            {
                SetFormat(image, new CULong(Grey));
                SetSize(image, (uint)width, (uint)height);
                SetData(image, pixels, new CULong((uint)grey.Length), IntPtr.Zero);
                return Scan(scanner, image) > 0 ? Symbols(image) : [];
            }
        }
        finally
        {
            DestroyImage(image);
            DestroyScanner(scanner);
        }
    }

    /// <summary>The library's version.</summary>
    /// <exception cref="DllNotFoundException">The library is not installed.</exception>
    public static string Version()
    {
        _ = ReadVersion(out var major, out var minor, IntPtr.Zero);
        return FormattableString.Invariant($"{major}.{minor}");
    }

    private static void Configure(IntPtr scanner, int density)
    {
        _ = Set(scanner, All, Enable, 0);
        _ = Set(scanner, Qr, Enable, 1);
        _ = Set(scanner, Code128, Enable, 1);
        _ = Set(scanner, Code39, Enable, 1);
        _ = Set(scanner, All, DensityAcross, density);
        _ = Set(scanner, All, DensityDown, density);
    }

    private static List<ZbarSymbol> Symbols(IntPtr image)
    {
        var symbols = new List<ZbarSymbol>();
        for (var symbol = First(image); symbol != IntPtr.Zero; symbol = Next(symbol))
        {
            var points = new (int, int)[PointsOf(symbol)];
            for (var i = 0; i < points.Length; i++)
            {
                points[i] = (XOf(symbol, (uint)i), YOf(symbol, (uint)i));
            }

            symbols.Add(new(KindOf(symbol), Marshal.PtrToStringUTF8(DataOf(symbol), (int)LengthOf(symbol)), QualityOf(symbol), points));
        }

        return symbols;
    }

    [LibraryImport(NativeResolver.Zbar, EntryPoint = "zbar_version")]
    private static partial int ReadVersion(out uint major, out uint minor, IntPtr patch);

    [LibraryImport(NativeResolver.Zbar, EntryPoint = "zbar_image_scanner_create")]
    private static partial IntPtr CreateScanner();

    [LibraryImport(NativeResolver.Zbar, EntryPoint = "zbar_image_scanner_destroy")]
    private static partial void DestroyScanner(IntPtr scanner);

    [LibraryImport(NativeResolver.Zbar, EntryPoint = "zbar_image_scanner_set_config")]
    private static partial int Set(IntPtr scanner, int symbology, int setting, int value);

    [LibraryImport(NativeResolver.Zbar, EntryPoint = "zbar_scan_image")]
    private static partial int Scan(IntPtr scanner, IntPtr image);

    [LibraryImport(NativeResolver.Zbar, EntryPoint = "zbar_image_create")]
    private static partial IntPtr CreateImage();

    [LibraryImport(NativeResolver.Zbar, EntryPoint = "zbar_image_destroy")]
    private static partial void DestroyImage(IntPtr image);

    [LibraryImport(NativeResolver.Zbar, EntryPoint = "zbar_image_set_format")]
    private static partial void SetFormat(IntPtr image, CULong format);

    [LibraryImport(NativeResolver.Zbar, EntryPoint = "zbar_image_set_size")]
    private static partial void SetSize(IntPtr image, uint width, uint height);

    [LibraryImport(NativeResolver.Zbar, EntryPoint = "zbar_image_set_data")]
    private static unsafe partial void SetData(IntPtr image, byte* data, CULong length, IntPtr cleanUp);

    [LibraryImport(NativeResolver.Zbar, EntryPoint = "zbar_image_first_symbol")]
    private static partial IntPtr First(IntPtr image);

    [LibraryImport(NativeResolver.Zbar, EntryPoint = "zbar_symbol_next")]
    private static partial IntPtr Next(IntPtr symbol);

    [LibraryImport(NativeResolver.Zbar, EntryPoint = "zbar_symbol_get_type")]
    private static partial int KindOf(IntPtr symbol);

    [LibraryImport(NativeResolver.Zbar, EntryPoint = "zbar_symbol_get_data")]
    private static partial IntPtr DataOf(IntPtr symbol);

    [LibraryImport(NativeResolver.Zbar, EntryPoint = "zbar_symbol_get_data_length")]
    private static partial uint LengthOf(IntPtr symbol);

    [LibraryImport(NativeResolver.Zbar, EntryPoint = "zbar_symbol_get_quality")]
    private static partial int QualityOf(IntPtr symbol);

    [LibraryImport(NativeResolver.Zbar, EntryPoint = "zbar_symbol_get_loc_size")]
    private static partial uint PointsOf(IntPtr symbol);

    [LibraryImport(NativeResolver.Zbar, EntryPoint = "zbar_symbol_get_loc_x")]
    private static partial int XOf(IntPtr symbol, uint index);

    [LibraryImport(NativeResolver.Zbar, EntryPoint = "zbar_symbol_get_loc_y")]
    private static partial int YOf(IntPtr symbol, uint index);
}
