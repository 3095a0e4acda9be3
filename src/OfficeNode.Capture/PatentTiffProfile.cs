using OfficeNode.Capture.Headers;
using OfficeNode.Core;

namespace OfficeNode.Capture;

/// <summary>The one form in which page images of patents are sent: TIFF, Group 4, one bit, 300 dpi, one strip, white is zero, Intel order, one page a file, A4 at most.</summary>
/// <remarks>Source: <c>facts/patentscope.md</c>, TIFF facts [V], measured on the 138 images of the two ST.36 example packages; A4 as the largest page [R].</remarks>
public static class PatentTiffProfile
{
    /// <summary>Dots per inch, both ways.</summary>
    public const int Dpi = 300;

    /// <summary>Pixels of the shorter side of A4 at <see cref="Dpi"/>.</summary>
    public const int LongestShortSide = 2_480;

    /// <summary>Pixels of the longer side of A4 at <see cref="Dpi"/>.</summary>
    public const int LongestLongSide = 3_508;

    /// <summary>The file is such a page already, tag by tag: its bytes go out as they are.</summary>
    public static bool Matches(ImageFile file) =>
        !file.IsRefused && file is { Format: ImageFormat.Tiff, Headers: [{ HasPatentTags: true } header] } && FactsMatch(header.Facts);

    /// <summary>The facts are those of such a page; tags that facts do not hold are not looked at.</summary>
    public static bool FactsMatch(ImageFacts facts) => facts is
    {
        Format: ImageFormat.Tiff,
        IsBilevel: true,
        Compression: ImageCompression.Group4,
        Photometric: Photometric.WhiteIsZero,
        Strips: 1,
        Frames: 1,
        LittleEndian: true,
        DpiX: Dpi,
        DpiY: Dpi,
    } && Math.Min(facts.Width, facts.Height) <= LongestShortSide && Math.Max(facts.Width, facts.Height) <= LongestLongSide;

    /// <summary>The tags are those of the examples, and none beside them that could carry names, notes or other pictures.</summary>
    internal static bool TagsMatch(TiffDirectory directory) =>
        directory.Number(TiffTag.RowsPerStrip) is { } rows && rows == directory.Number(TiffTag.ImageLength)
        && directory.Number(TiffTag.ResolutionUnit) == 2
        && directory.Has(TiffTag.SamplesPerPixel)
        && directory.Has(TiffTag.StripByteCounts)
        && directory.Tags.All(tag => IsHarmless(directory, tag));

    private static bool IsHarmless(TiffDirectory directory, int tag) => tag switch
    {
        TiffTag.ImageWidth or TiffTag.ImageLength or TiffTag.BitsPerSample or TiffTag.Compression or TiffTag.PhotometricInterpretation => true,
        TiffTag.StripOffsets or TiffTag.SamplesPerPixel or TiffTag.RowsPerStrip or TiffTag.StripByteCounts => true,
        TiffTag.XResolution or TiffTag.YResolution or TiffTag.ResolutionUnit => true,
        TiffTag.NewSubfileType or TiffTag.T6Options => directory.Number(tag) == 0,
        TiffTag.FillOrder or TiffTag.Orientation or TiffTag.PlanarConfiguration or TiffTag.Predictor => directory.Number(tag) == 1,
        TiffTag.Software => true,   // one of the example packages names its software
        _ => false,
    };
}
