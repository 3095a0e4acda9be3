namespace OfficeNode.Capture;

/// <summary>What an image may claim before anybody believes it. Everything is judged from headers, before a pixel is decoded.</summary>
public sealed record ImageLimits
{
    /// <summary>Bytes of one file. Default 1 GiB: forty uncompressed colour pages of A4 at 300 dpi, and within what classic TIFF can address.</summary>
    public long MostFileBytes { get; init; } = 1L << 30;

    /// <summary>Pixels of the longer side. Default 20,000: A3 at 1200 dpi has 19,843.</summary>
    public int LargestSide { get; init; } = 20_000;

    /// <summary>Pixels of one frame. Default 140 million: A4 at 1200 dpi has 139.2 million.</summary>
    public long MostPixels { get; init; } = 140_000_000;

    /// <summary>Bytes of one decoded frame. Default 300 MiB: A3 in colour at 600 dpi, four bytes a pixel, has 266 MiB.</summary>
    public long MostDecodedBytes { get; init; } = 300L << 20;

    /// <summary>Frames of one file. Default 2,000: a feeder's batch of 1,000 sheets, both sides; Leptonica itself stops at 3,000.</summary>
    public int MostFrames { get; init; } = 2_000;

    /// <summary>Strips or tiles of one TIFF frame. Default 65,536: one row a strip would be <see cref="LargestSide"/>; tiles of 64 pixels need 34,000 at <see cref="MostPixels"/>.</summary>
    public int MostStrips { get; init; } = 65_536;

    /// <summary>Entries of one TIFF directory. Default 1,024: scanners write about 20, geographic files about 60.</summary>
    public int MostTags { get; init; } = 1_024;

    /// <summary>Samples per pixel. Default 8: CMYK with alpha has five.</summary>
    public int MostSamples { get; init; } = 8;

    /// <summary>Bytes fetched to read the header of one file. Default 64 MiB: ten times what 2,000 frames of one strip each need.</summary>
    public long MostHeaderBytes { get; init; } = 64L << 20;

    /// <summary>Bytes at the end of a JPEG searched for its end marker. Default 1 MiB: cameras append previews and notes.</summary>
    public int MostTrailingBytes { get; init; } = 1 << 20;

    /// <summary>Dots per inch below which a resolution is not believed. Default 50: fax has 98 lines, screens 72.</summary>
    public double SmallestDpi { get; init; } = 50;

    /// <summary>Dots per inch above which a resolution is not believed. Default 4,800: the finest flat-bed scanners.</summary>
    public double LargestDpi { get; init; } = 4_800;

    /// <summary>Dots per inch at which a page of a PDF is drawn that is no scan. Default 300: what page images are sent with and what Tesseract reads best. Half of it on paper larger than A1.</summary>
    public int PdfDpi { get; init; } = 300;

    /// <summary>The longest that poppler may take to count, measure or list. Default five seconds: five times what the worst of 430 hostile samples took on a busy machine.</summary>
    public TimeSpan LongestPdfAnswer { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest that poppler may draw one page. Default 40 seconds: nine times what the worst of 430 hostile samples took on a busy machine, and with three answers within <see cref="ImageWorkerOptions.JobTime"/>.</summary>
    public TimeSpan LongestPdfDrawing { get; init; } = TimeSpan.FromSeconds(40);

    /// <summary>Bytes of memory of one run of poppler (Linux; on Windows it may take as much as the worker). Default 512 MiB: the largest page within <see cref="MostDecodedBytes"/> twice, once drawn and once as the picture on it.</summary>
    public long MostPdfMemory { get; init; } = 512L << 20;

    /// <summary>Bytes of one answer of poppler in words. Default 1 MiB: a page of 10,000 pictures.</summary>
    public int MostPdfAnswer { get; init; } = 1 << 20;

    /// <summary>Characters kept of what poppler says about a file. Default 2,000: the first complaints; damaged files give a million.</summary>
    public int MostPdfWords { get; init; } = 2_000;
}
