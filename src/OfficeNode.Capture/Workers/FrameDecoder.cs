using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using OfficeNode.Capture.Headers;
using OfficeNode.Capture.Looks;
using OfficeNode.Capture.Native;
using OfficeNode.Core;

namespace OfficeNode.Capture.Workers;

/// <summary>A decoded frame, or none, and what was found while decoding.</summary>
/// <param name="Header">What the file says of the frame; of a page of a PDF, what was drawn. Null when there is none.</param>
internal sealed record DecodedFrame(FrameHeader? Header, PixHandle? Pix, IReadOnlyList<Finding> Findings) : IDisposable
{
    /// <summary>The colours at the size at which pages are looked at, where <see cref="Pix"/> has only greys.</summary>
    public PixHandle? Colours { get; init; }

    public void Dispose()
    {
        Pix?.Dispose();
        Colours?.Dispose();
    }
}

/// <summary>Decodes one frame by Leptonica from a mapped file, where a long TIFF costs no memory but that of the frame; TIFFs that it does not know by libtiff.</summary>
internal sealed class FrameDecoder : IDisposable
{
    private static readonly int[] Reductions = [8, 4, 2];

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
        var pix = paletteWithAlpha ? null : PixSteps.Checked(Decode(1, 0));
        if (pix is not null || _header.Facts.Format == ImageFormat.Png)
        {
            return new(_header, pix, []);
        }

        if (_header.Facts.Format == ImageFormat.Tiff)
        {
            return new(_header, DecodeByLibtiff(), []);
        }

        pix = PixSteps.Checked(Decode(1, Leptonica.ContinueWithBadData));
        return new(_header, pix, pix is null ? [] : [new(CaptureFindings.DecodedWithErrors, Severity.Warning)]);
    }

    /// <summary>Decodes for a look: of a JPEG with colours the greys in full and the colours at the size that is looked at, which takes three quarters of the time, making it small included.</summary>
    /// <remarks>Sharpness and codes are seen in the greys. JPEG's blocks give halves, quarters and eighths as the mean of what they would have been in full.</remarks>
    public DecodedFrame DecodeToLook()
    {
        var facts = _header.Facts;
        var reduction = facts is { Format: ImageFormat.Jpeg, SamplesPerPixel: 3 } ? WorkingPage.FactorOf(facts.Width, facts.Height, facts.DpiX) : 1;
        if (reduction is not (2 or 4 or 8))
        {
            return Decode();
        }

        var greys = PixSteps.Checked(Decode(1, Leptonica.GreysOnly));
        var colours = greys is null ? null : PixSteps.Checked(Decode(reduction, 0));
        if (colours is not null)
        {
            return new(_header, greys, []) { Colours = colours };
        }

        greys?.Dispose();
        return Decode();
    }

    /// <summary>Decodes a frame that is to become small: of a JPEG a half, a quarter or an eighth, as its blocks give them, where that is large enough.</summary>
    /// <param name="longest">Pixels of the longer side that are needed.</param>
    public DecodedFrame DecodeSmall(int longest)
    {
        var facts = _header.Facts;
        var reduction = facts.Format != ImageFormat.Jpeg ? 1 : Reductions.FirstOrDefault(factor => Math.Max(facts.Width, facts.Height) / factor >= longest, 1);
        return reduction > 1 && PixSteps.Checked(Decode(reduction, 0)) is { } small ? new(_header, small, []) : Decode();
    }

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }

    /// <param name="reduction">Of JPEG: 1 for all pixels, 2, 4 or 8 for one in so many each way.</param>
    /// <param name="hint">Of JPEG.</param>
    private unsafe PixHandle Decode(int reduction, int hint)
    {
        byte* data = null;
        try
        {
            _view.SafeMemoryMappedViewHandle.AcquirePointer(ref data);
            return Decode(data, reduction, hint);
        }
        finally
        {
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
        }
    }

    private unsafe PixHandle Decode(byte* data, int reduction, int hint)
    {
        switch (_header.Facts.Format)
        {
            case ImageFormat.Tiff:
                var offset = (nuint)_header.DirectoryOffset;
                return Leptonica.ReadTiff(data, _length, ref offset);
            case ImageFormat.Jpeg:
                return Leptonica.ReadJpeg(data, _length, colormap: 0, reduction, out _, hint);
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
