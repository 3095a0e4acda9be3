using OfficeNode.Core;

namespace OfficeNode.Capture.Headers;

/// <summary>What converting one frame needs beyond its facts.</summary>
internal sealed record FrameHeader(ImageFacts Facts)
{
    /// <summary>TIFF: where the frame's directory stands.</summary>
    public long DirectoryOffset { get; init; }

    /// <summary>How the picture is to be turned for showing, 1 to 8 as TIFF and EXIF count; 1 is upright.</summary>
    public int Orientation { get; init; } = 1;

    /// <summary>TIFF: the tags are those of a patent page (<see cref="PatentTiffProfile"/>).</summary>
    public bool HasPatentTags { get; init; }

    /// <summary>The compressed bytes can stand in a PDF as they are, as far as the header tells: JPEG in one of PDF's three codings, TIFF bits in the usual order.</summary>
    public bool HasPdfCoding { get; init; }

    /// <summary>TIFF: where the first strip stands.</summary>
    public long StripOffset { get; init; }

    /// <summary>TIFF: the bytes of the first strip.</summary>
    public long StripLength { get; init; }
}
