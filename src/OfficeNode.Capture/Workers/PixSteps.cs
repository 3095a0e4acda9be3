using OfficeNode.Capture.Native;
using OfficeNode.Core;

namespace OfficeNode.Capture.Workers;

/// <summary>Steps on images, each of which makes a new one; null stands for a step that failed, and stays null through the steps behind it.</summary>
internal static class PixSteps
{
    private const uint White = 0xFFFFFF00;

    /// <summary>Turns clockwise, mirrored first where it must be, as TIFF's and EXIF's orientation (1 to 8) says.</summary>
    public static PixHandle? Upright(PixHandle pix, int orientation)
    {
        if (orientation is not (2 or 4 or 5 or 7))
        {
            return Checked(orientation == 1 ? Leptonica.Share(pix) : Leptonica.Rotate(pix, orientation switch { 3 => 2, 6 => 1, _ => 3 }));
        }

        using var mirrored = Checked(Leptonica.Mirror(IntPtr.Zero, pix));
        return mirrored is null ? null : Checked(Leptonica.Rotate(mirrored, orientation switch { 4 => 2, 5 => 3, 7 => 1, _ => 0 }));
    }

    /// <summary>Turns by quarters to the right.</summary>
    public static PixHandle? Turned(PixHandle? pix, int quarters) => pix is null ? null : Checked(quarters % 4 == 0 ? Leptonica.Share(pix) : Leptonica.Rotate(pix, quarters % 4));

    /// <summary>The part of a picture within a box; null when nothing of it is.</summary>
    public static PixHandle? Cut(PixHandle? pix, PixelBox box)
    {
        if (pix is null || box.Intersect(new(0, 0, pix.Width, pix.Height)) is not { Width: > 0, Height: > 0 } within)
        {
            return null;
        }

        var native = Leptonica.CreateBox(within.X, within.Y, within.Width, within.Height);
        try
        {
            return Checked(Leptonica.Clip(pix, native, IntPtr.Zero));
        }
        finally
        {
            Leptonica.DestroyBox(ref native);
        }
    }

    /// <summary>Without colour table, alpha (on white) and 16-bit samples: what is left is 1, 2, 4, 8 or 32 bits deep.</summary>
    public static PixHandle? Plain(PixHandle pix)
    {
        if (pix.HasColormap)
        {
            return Checked(Leptonica.RemoveColormap(pix, Leptonica.ByItsColours));
        }

        if (pix.HasAlpha)
        {
            return Checked(Leptonica.BlendOn(pix, White));
        }

        return Checked(pix.Depth == 16 ? Leptonica.SixteenToEight(pix, Leptonica.UpperByte) : Leptonica.Share(pix));
    }

    public static PixHandle? Grey(PixHandle? pix) => pix is null ? null : Checked(Leptonica.ToGrey(pix, 0));

    public static PixHandle? Scaled(PixHandle? pix, int width, int height) => pix is null ? null : Checked(Leptonica.ScaleTo(pix, width, height));

    public static PixHandle? Thresholded(PixHandle? pix, int threshold) => pix is null ? null : Checked(Leptonica.Threshold(pix, threshold));

    /// <summary>Null for the invalid handle by which Leptonica says that it failed.</summary>
    public static PixHandle? Checked(PixHandle pix)
    {
        if (!pix.IsInvalid)
        {
            return pix;
        }

        pix.Dispose();
        return null;
    }
}
