namespace OfficeNode.Core;

/// <summary>The file formats that page images and pictures of marks and designs come in.</summary>
public enum ImageFormat
{
    Tiff,
    Jpeg,
    Png,
    Pdf,
}

/// <summary>How the samples of an image are stored.</summary>
public enum ImageCompression
{
    None,

    /// <summary>ITU-T T.4, one- or two-dimensional, with its modified form (TIFF 2, 3).</summary>
    Group3,

    /// <summary>ITU-T T.6 (TIFF 4).</summary>
    Group4,
    Lzw,
    Jpeg,
    Deflate,
    PackBits,
    Other,
}

/// <summary>What zero means in a bilevel or grey image, or that the samples are colours.</summary>
public enum Photometric
{
    WhiteIsZero,
    BlackIsZero,
    Rgb,
    Palette,
    YCbCr,
    Other,
}

/// <summary>What the header of one image says, read without decoding a pixel: rules judge pages by it.</summary>
/// <remarks>Of a file with several frames each has its own facts. Values are as found; nothing is guessed.</remarks>
public sealed record ImageFacts
{
    public required ImageFormat Format { get; init; }

    /// <summary>Pixels.</summary>
    public required int Width { get; init; }

    /// <summary>Pixels.</summary>
    public required int Height { get; init; }

    /// <summary>Pixels per inch across; null when the file gives no resolution or one without a unit.</summary>
    public double? DpiX { get; init; }

    /// <summary>Pixels per inch down; null as for <see cref="DpiX"/>.</summary>
    public double? DpiY { get; init; }

    public required int BitsPerSample { get; init; }

    public required int SamplesPerPixel { get; init; }

    public ImageCompression Compression { get; init; }

    public Photometric Photometric { get; init; }

    /// <summary>TIFF: number of strips or tiles; 1 for other formats.</summary>
    public int Strips { get; init; } = 1;

    /// <summary>TIFF: Intel byte order.</summary>
    public bool LittleEndian { get; init; }

    /// <summary>How many frames the file has; 1 for formats that have one.</summary>
    public int Frames { get; init; } = 1;

    public bool IsBilevel => BitsPerSample == 1 && SamplesPerPixel == 1;

    /// <summary>The length on paper of a row or column of pixels.</summary>
    /// <param name="dpi">Pixels per inch, above 0.</param>
    public static double MillimetresOf(int pixels, double dpi) => pixels / dpi * 25.4;
}
