using System.Runtime.InteropServices;

namespace OfficeNode.Capture.Native;

/// <summary>The part of Leptonica's C interface that the worker process uses. Never called in the service itself: a broken image may end the process.</summary>
internal static partial class Leptonica
{
    /// <summary>REMOVE_CMAP_BASED_ON_SRC: to grey or colour, as the colours ask.</summary>
    public const int ByItsColours = 2;

    /// <summary>L_JPEG_READ_LUMINANCE: greys alone, colours are not decoded.</summary>
    public const int GreysOnly = 1;

    /// <summary>L_JPEG_CONTINUE_WITH_BAD_DATA.</summary>
    public const int ContinueWithBadData = 2;

    /// <summary>IFF_TIFF_G4.</summary>
    public const int TiffGroup4 = 8;

    /// <summary>L_MS_BYTE.</summary>
    public const int UpperByte = 1;

    /// <summary>L_CHOOSE_MIN.</summary>
    public const int Darkest = 1;

    private const int SeverityNone = 6;   // L_SEVERITY_NONE

    /// <summary>Loads the library, from a file or under its usual names, and silences its messages; null when it is not installed.</summary>
    public static string? Start(string? path)
    {
        NativeResolver.LeptonicaPath = path;
        try
        {
            _ = SetMessageSeverity(SeverityNone);
            var version = Version();
            var text = Marshal.PtrToStringUTF8(version);
            Free(version);
            return text;
        }
        catch (DllNotFoundException)
        {
            // Expected on a machine without it: the service says which package is missing.
            return null;
        }
    }

    /// <summary>Copies what a write made into managed memory and frees it; null when the write failed.</summary>
    public static unsafe byte[]? Take(int failed, IntPtr data, nuint size)
    {
        if (data == IntPtr.Zero)
        {
            return null;
        }

        var bytes = failed == 0 ? new ReadOnlySpan<byte>((void*)data, checked((int)size)).ToArray() : null;
        Free(data);
        return bytes;
    }

    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "getLeptonicaVersion")]
    private static partial IntPtr Version();

    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "setMsgSeverity")]
    private static partial int SetMessageSeverity(int severity);

    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "lept_free")]
    private static partial void Free(IntPtr memory);

    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixDestroy")]
    internal static partial void Destroy(ref IntPtr pix);

    /// <summary>A second handle on the same pixels.</summary>
    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixClone")]
    internal static partial PixHandle Share(PixHandle pix);

    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixGetWidth")]
    internal static partial int WidthOf(PixHandle pix);

    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixGetHeight")]
    internal static partial int HeightOf(PixHandle pix);

    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixGetDepth")]
    internal static partial int DepthOf(PixHandle pix);

    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixGetSpp")]
    internal static partial int SamplesOf(PixHandle pix);

    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixGetColormap")]
    internal static partial IntPtr ColormapOf(PixHandle pix);

    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixSetResolution")]
    internal static partial int SetResolution(PixHandle pix, int x, int y);

    /// <summary>Zeroed pixels of a size and depth.</summary>
    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixCreate")]
    internal static partial PixHandle Create(int width, int height, int depth);

    /// <summary>The rows, in whole 32-bit words; of a picture 32 bits deep each word is one pixel, red in the highest byte.</summary>
    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixGetData")]
    internal static unsafe partial uint* PixelsOf(PixHandle pix);

    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixSetText")]
    internal static partial int SetText(PixHandle pix, IntPtr text);

    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixSetChromaSampling")]
    internal static partial int SetChromaSampling(PixHandle pix, int sampling);

    /// <summary>Reads the TIFF frame whose directory stands at the offset, which moves on to the next.</summary>
    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixReadMemFromMultipageTiff")]
    internal static unsafe partial PixHandle ReadTiff(byte* data, nuint size, ref nuint offset);

    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixReadMemJpeg")]
    internal static unsafe partial PixHandle ReadJpeg(byte* data, nuint size, int colormap, int reduction, out int warnings, int hint);

    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixReadMemPng")]
    internal static unsafe partial PixHandle ReadPng(byte* data, nuint size);

    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixWriteMemTiff")]
    internal static partial int WriteTiff(out IntPtr data, out nuint size, PixHandle pix, int compression);

    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixWriteMemJpeg")]
    internal static partial int WriteJpeg(out IntPtr data, out nuint size, PixHandle pix, int quality, int progressive);

    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixWriteMemPng")]
    internal static partial int WritePng(out IntPtr data, out nuint size, PixHandle pix, float gamma);

    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixSetZlibCompression")]
    internal static partial int SetZlibLevel(PixHandle pix, int level);

    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixRemoveColormap")]
    internal static partial PixHandle RemoveColormap(PixHandle pix, int kind);

    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixAlphaBlendUniform")]
    internal static partial PixHandle BlendOn(PixHandle pix, uint colour);

    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixAlphaIsOpaque")]
    internal static partial int IsOpaque(PixHandle pix, out int opaque);

    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixRemoveAlpha")]
    internal static partial PixHandle WithoutAlpha(PixHandle pix);

    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixConvert16To8")]
    internal static partial PixHandle SixteenToEight(PixHandle pix, int which);

    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixConvertTo8")]
    internal static partial PixHandle ToGrey(PixHandle pix, int colormap);

    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixRotateOrth")]
    internal static partial PixHandle Rotate(PixHandle pix, int quarters);

    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixFlipLR")]
    internal static partial PixHandle Mirror(IntPtr none, PixHandle pix);

    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixScaleToSize")]
    internal static partial PixHandle ScaleTo(PixHandle pix, int width, int height);

    /// <summary>Evens out the background in tiles; fails on pictures smaller than a few tiles.</summary>
    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixBackgroundNorm")]
    internal static partial PixHandle NormaliseBackground(
        PixHandle pix, IntPtr imageMask, IntPtr greyImage, int tileWidth, int tileHeight, int foreground, int leastCount, int background, int smoothX, int smoothY);

    /// <summary>Where the grey values part into ink and paper (Otsu's method, moved to the valley).</summary>
    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixSplitDistributionFgBg")]
    internal static partial int SplitInkAndPaper(PixHandle pix, float scoreFraction, int factor, out int threshold, out int ink, out int paper, IntPtr plot);

    /// <summary>Values below the threshold become black.</summary>
    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixThresholdToBinary")]
    internal static partial PixHandle Threshold(PixHandle pix, int threshold);

    /// <summary>The number of colours; 0 when there are more than 256.</summary>
    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixNumColors")]
    internal static partial int CountColours(PixHandle pix, int factor, out int colours);

    /// <summary>32-bit words in a row.</summary>
    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixGetWpl")]
    internal static partial int WordsPerRow(PixHandle pix);

    /// <summary>One bit to grey at half the size.</summary>
    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixScaleToGray2")]
    internal static partial PixHandle HalfGrey(PixHandle pix);

    /// <summary>One bit to grey at a third of the size.</summary>
    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixScaleToGray3")]
    internal static partial PixHandle ThirdGrey(PixHandle pix);

    /// <summary>One bit to grey at a quarter of the size.</summary>
    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixScaleToGray4")]
    internal static partial PixHandle QuarterGrey(PixHandle pix);

    /// <summary>One bit to grey at an eighth of the size.</summary>
    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixScaleToGray8")]
    internal static partial PixHandle EighthGrey(PixHandle pix);

    /// <summary>Grey or colour to half the size; each new pixel is the mean of four.</summary>
    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixScaleAreaMap2")]
    internal static partial PixHandle Half(PixHandle pix);

    /// <summary>Grey or colour scaled down; each new pixel is the mean of those below it.</summary>
    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixScaleAreaMap")]
    internal static partial PixHandle ScaleDown(PixHandle pix, float x, float y);

    /// <summary>Greys on a curve into a new picture; below 1 darker, black and white stay.</summary>
    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixGammaTRC")]
    internal static partial PixHandle Gamma(IntPtr none, PixHandle pix, float gamma, int black, int white);

    /// <summary>Eight bits to four, without a colour table unless it is asked for.</summary>
    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixThresholdTo4bpp")]
    internal static partial PixHandle ToSixteenGreys(PixHandle pix, int levels, int colormap);

    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixConvertRGBToLuminance")]
    internal static partial PixHandle Luminance(PixHandle pix);

    /// <summary>The darkest or lightest of the three colours of each pixel.</summary>
    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixConvertRGBToGrayMinMax")]
    internal static partial PixHandle Extreme(PixHandle pix, int which);

    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "boxCreate")]
    internal static partial IntPtr CreateBox(int x, int y, int width, int height);

    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "boxDestroy")]
    internal static partial void DestroyBox(ref IntPtr box);

    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixClipRectangle")]
    internal static partial PixHandle Clip(PixHandle pix, IntPtr box, IntPtr clipped);

    /// <summary>Degrees by which a one-bit page must be turned clockwise to lie straight, and how sure that is; not 0 when it cannot be told.</summary>
    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixFindSkewSweepAndSearch")]
    internal static partial int FindSkew(
        PixHandle pix, out float angle, out float confidence, int sweepReduction, int searchReduction, float sweepRange, float sweepStep, float least);
}
