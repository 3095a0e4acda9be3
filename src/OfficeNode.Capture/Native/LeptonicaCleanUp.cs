using System.Runtime.InteropServices;

namespace OfficeNode.Capture.Native;

/// <summary>What Leptonica does to the copy of a page that is read. Never called in the service itself.</summary>
internal static partial class LeptonicaCleanUp
{
    /// <summary>L_ROTATE_SHEAR: as sharp as it was, and ten times as fast as mixing greys.</summary>
    public const int ByShear = 2;

    /// <summary>L_BRING_IN_WHITE.</summary>
    public const int BringInWhite = 1;

    /// <summary>Either side (L_SELECT_IF_EITHER).</summary>
    public const int EitherSide = 5;

    /// <summary>At least (L_SELECT_IF_GTE).</summary>
    public const int AtLeast = 4;

    /// <summary>
    /// How far a one-bit page must be turned clockwise, in degrees, for its lines to lie level; how much better that is than the worst angle; and how sharply
    /// ink and paper follow each other from row to row then.
    /// </summary>
    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixFindSkewSweepAndSearchScore")]
    internal static partial int FindSkew(
        PixHandle page, out float angle, out float confidence, out float score, int sweepReduction, int searchReduction, float centre, float range, float step, float least);

    /// <summary>Turns a picture clockwise around its middle; with a size of 0 it keeps its own.</summary>
    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixRotate")]
    internal static partial PixHandle Turn(PixHandle page, float radians, int method, int comingIn, int width, int height);

    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixCountPixels")]
    internal static partial int CountInk(PixHandle page, out int pixels, IntPtr table);

    /// <summary>Keeps the connected parts of ink of a size.</summary>
    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixSelectBySize")]
    internal static partial PixHandle SelectBySize(PixHandle page, int width, int height, int connectivity, int sides, int relation, out int changed);

    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixCountConnComp")]
    internal static partial int CountParts(PixHandle page, int connectivity, out int count);

    /// <summary>A part of a picture; the box is Leptonica's.</summary>
    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "pixClipRectangle")]
    internal static partial PixHandle Cut(PixHandle page, IntPtr box, IntPtr clipped);

    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "boxCreate")]
    internal static partial IntPtr CreateBox(int x, int y, int width, int height);

    [LibraryImport(NativeResolver.Leptonica, EntryPoint = "boxDestroy")]
    internal static partial void DestroyBox(ref IntPtr box);
}
