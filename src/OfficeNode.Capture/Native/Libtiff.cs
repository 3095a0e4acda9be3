using System.Runtime.InteropServices;

namespace OfficeNode.Capture.Native;

/// <summary>The part of libtiff's C interface that reads what Leptonica does not: tiles, separate planes, the JPEG of TIFF 6.0, 16-bit colour.</summary>
/// <remarks>Leptonica depends on it, so it is there. Only the worker process calls it.</remarks>
internal static partial class Libtiff
{
    private const int TopLeft = 1;   // ORIENTATION_TOPLEFT

    /// <summary>Decodes the frame whose directory stands at an offset as rows of 32-bit pixels: red in the lowest byte, then green, blue, and opacity.</summary>
    public static unsafe bool TryRead(string path, long directoryOffset, int width, int height, uint* pixels)
    {
        IntPtr file;
        try
        {
            file = Open(path, "r");
        }
        catch (DllNotFoundException)
        {
            return false;   // on Windows some installers link it into Leptonica: then what Leptonica cannot read cannot be read
        }

        if (file == IntPtr.Zero)
        {
            return false;
        }

        try
        {
            return SetSubDirectory(file, (ulong)directoryOffset) == 1 && ReadColours(file, (uint)width, (uint)height, pixels, TopLeft, stopOnError: 1) == 1;
        }
        finally
        {
            Close(file);
        }
    }

    [LibraryImport(NativeResolver.Libtiff, EntryPoint = "TIFFOpen", StringMarshalling = StringMarshalling.Utf8)]
    private static partial IntPtr Open(string path, string mode);

    [LibraryImport(NativeResolver.Libtiff, EntryPoint = "TIFFClose")]
    private static partial void Close(IntPtr file);

    [LibraryImport(NativeResolver.Libtiff, EntryPoint = "TIFFSetSubDirectory")]
    private static partial int SetSubDirectory(IntPtr file, ulong offset);

    [LibraryImport(NativeResolver.Libtiff, EntryPoint = "TIFFReadRGBAImageOriented")]
    private static unsafe partial int ReadColours(IntPtr file, uint width, uint height, uint* pixels, int orientation, int stopOnError);
}
