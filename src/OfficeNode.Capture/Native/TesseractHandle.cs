using System.Runtime.InteropServices;

namespace OfficeNode.Capture.Native;

/// <summary>An engine of Tesseract with its loaded models; disposing gives the memory back. One thread at a time.</summary>
internal sealed class TesseractHandle : SafeHandle
{
    public TesseractHandle()
        : base(IntPtr.Zero, ownsHandle: true)
    {
    }

    public override bool IsInvalid => handle == IntPtr.Zero;

    protected override bool ReleaseHandle()
    {
        Tesseract.Delete(handle);
        return true;
    }
}
