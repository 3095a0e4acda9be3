using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using OfficeNode.Capture.Headers;
using OfficeNode.Capture.Native;
using OfficeNode.Core;

namespace OfficeNode.Capture.Workers;

/// <summary>A decoded frame, or none, and what was found while decoding.</summary>
/// <param name="Header">What the file says of the frame; of a page of a PDF, what was drawn. Null when there is none.</param>
internal sealed record DecodedFrame(FrameHeader? Header, PixHandle? Pix, IReadOnlyList<Finding> Findings) : IDisposable
{
    public void Dispose() => Pix?.Dispose();
}

/// <summary>Decodes one frame by Leptonica from a mapped file, where a long TIFF costs no memory but that of the frame; TIFFs that it does not know by libtiff.</summary>
internal sealed class FrameDecoder : IDisposable
{
    private readonly string _path;
    private readonly ImageLimits _limits;
    private readonly FrameHeader _header;
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly nuint _length;

    public FrameDecoder(FileStream stream, FrameHeader header, ImageLimits limits)
    {
        _path = stream.Name;
        _limits = limits;
        _header = header;
        _length = (nuint)stream.Length;
        _file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        _view = _file.CreateViewAccessor(0, stream.Length, MemoryMappedFileAccess.Read);
    }

    /// <summary>Decodes; a frame that only a lenient decoder takes comes with a warning. TIFF frames come turned as their tag says, others as stored.</summary>
    public DecodedFrame Decode()
    {
        // Leptonica reads these, but nothing that it has works on the result.
        var paletteWithAlpha = _header.Facts is { Format: ImageFormat.Tiff, Photometric: Photometric.Palette, SamplesPerPixel: > 1 };
        var pix = paletteWithAlpha ? null : PixSteps.Checked(Decode(strict: true));
        if (pix is not null || _header.Facts.Format == ImageFormat.Png)
        {
            return new(_header, pix, []);
        }

        if (_header.Facts.Format == ImageFormat.Tiff)
        {
            return new(_header, DecodeByLibtiff(), []);
        }

        pix = PixSteps.Checked(Decode(strict: false));
        return new(_header, pix, pix is null ? [] : [new(CaptureFindings.DecodedWithErrors, Severity.Warning)]);
    }

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }

    private unsafe PixHandle Decode(bool strict)
    {
        byte* data = null;
        try
        {
            _view.SafeMemoryMappedViewHandle.AcquirePointer(ref data);
            return Decode(data, strict);
        }
        finally
        {
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
        }
    }

    private unsafe PixHandle Decode(byte* data, bool strict)
    {
        switch (_header.Facts.Format)
        {
            case ImageFormat.Tiff:
                var offset = (nuint)_header.DirectoryOffset;
                return Leptonica.ReadTiff(data, _length, ref offset);
            case ImageFormat.Jpeg:
                return Leptonica.ReadJpeg(data, _length, colormap: 0, reduction: 1, out _, strict ? 0 : Leptonica.ContinueWithBadData);
            default:
                return Leptonica.ReadPng(data, _length);
        }
    }

    private unsafe PixHandle? DecodeByLibtiff()
    {
        var (width, height) = (_header.Facts.Width, _header.Facts.Height);
        if ((long)width * height * sizeof(uint) > _limits.MostDecodedBytes || PixSteps.Checked(Leptonica.Create(width, height, 32)) is not { } pix)
        {
            return null;
        }

        var pixels = Leptonica.PixelsOf(pix);
        if (!Libtiff.TryRead(_path, _header.DirectoryOffset, width, height, pixels))
        {
            pix.Dispose();
            return null;
        }

        PutOnWhite(new(pixels, width * height));
        return pix;
    }

    /// <summary>Turns libtiff's pixels, whose colours are weighted by opacity, into Leptonica's on white paper.</summary>
    private static void PutOnWhite(Span<uint> pixels)
    {
        foreach (ref var pixel in pixels)
        {
            // Colours are at most as large as the opacity: the sum stays within its byte.
            var paper = 255 - (pixel >> 24);
            pixel = BinaryPrimitives.ReverseEndianness((pixel & 0xFFFFFF) + paper * 0x010101) & 0xFFFFFF00;
        }
    }
}
