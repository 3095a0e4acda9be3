using System.Runtime.InteropServices;

namespace OfficeNode.Capture.Native;

/// <summary>An image in Leptonica's memory; disposing gives the memory back.</summary>
internal sealed class PixHandle : SafeHandle
{
    public PixHandle()
        : base(IntPtr.Zero, ownsHandle: true)
    {
    }

    public override bool IsInvalid => handle == IntPtr.Zero;

    public int Width => Leptonica.WidthOf(this);

    public int Height => Leptonica.HeightOf(this);

    /// <summary>Bits per pixel: 1, 2, 4, 8, 16 or 32.</summary>
    public int Depth => Leptonica.DepthOf(this);

    /// <summary>Four samples: red, green, blue, alpha.</summary>
    public bool HasAlpha => Leptonica.SamplesOf(this) == 4;

    public bool HasColormap => Leptonica.ColormapOf(this) != IntPtr.Zero;

    protected override bool ReleaseHandle()
    {
        Leptonica.Destroy(ref handle);
        return true;
    }
}
