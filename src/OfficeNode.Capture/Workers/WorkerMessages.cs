using System.Text.Json.Serialization;
using OfficeNode.Capture.Reading;
using OfficeNode.Core;

namespace OfficeNode.Capture.Workers;

/// <summary>What the worker process is asked to do.</summary>
internal enum WorkerJob
{
    /// <summary>The first request: limits in, the library's version out.</summary>
    Start,

    /// <summary>Which libraries there are.</summary>
    Libraries,
    PatentTiff,
    Picture,
    Check,

    /// <summary>What is to be seen of a page without reading it.</summary>
    Look,

    /// <summary>The same pixels in fewer bytes.</summary>
    Pack,

    /// <summary>A small picture of a page for a screen.</summary>
    Preview,

    /// <summary>Page text of a frame.</summary>
    Read,

    /// <summary>A picture of a frame that a PDF can hold.</summary>
    PdfPicture,

    /// <summary>How many pages a PDF has.</summary>
    CountPages,
}

internal sealed record WorkerRequest(long Id, WorkerJob Job)
{
    /// <summary>The file with the image; the worker opens it for reading.</summary>
    public string? Path { get; init; }

    public int Frame { get; init; }

    /// <summary>For <see cref="WorkerJob.Picture"/> and <see cref="WorkerJob.PatentTiff"/>: quarter turns to the right that make the frame upright; a part lies in it thereafter.</summary>
    public int Turns { get; init; }

    /// <summary>For <see cref="WorkerJob.Picture"/>: the part wanted; null for the whole frame.</summary>
    public PixelBox? Crop { get; init; }

    /// <summary>For <see cref="WorkerJob.Preview"/>: its size. For <see cref="WorkerJob.Look"/>: the size of a preview that is wanted besides, null for none.</summary>
    public PreviewSize? Preview { get; init; }

    /// <summary>For <see cref="WorkerJob.Read"/> and <see cref="WorkerJob.Libraries"/>.</summary>
    public ReadOrder? Read { get; init; }

    /// <summary>For <see cref="WorkerJob.Start"/>: bytes that the worker may take beyond what it has, where it bounds itself; 0 sets no limit.</summary>
    public long MemoryBytes { get; init; }

    /// <summary>For <see cref="WorkerJob.Start"/>: the file of Leptonica; null takes the system's.</summary>
    public string? Library { get; init; }

    /// <summary>For <see cref="WorkerJob.Start"/>.</summary>
    public ImageLimits? Limits { get; init; }
}

/// <summary>The worker's answer to the request of the same id.</summary>
internal sealed record WorkerReply(long Id)
{
    /// <summary>For <see cref="WorkerJob.Start"/>: the version of Leptonica; null when it is not installed.</summary>
    public string? Library { get; init; }

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Pixels of the decoded frame.</summary>
    public int Width { get; init; }

    /// <summary>Pixels of the decoded frame.</summary>
    public int Height { get; init; }

    /// <summary>Of a page of a PDF: what was drawn. Null for other files, whose headers the service reads itself.</summary>
    public ImageFacts? Facts { get; init; }

    /// <summary>For <see cref="WorkerJob.CountPages"/>; 0 when the file is refused.</summary>
    public int Pages { get; init; }

    /// <summary>For <see cref="WorkerJob.Look"/>.</summary>
    public PageLook? Look { get; init; }

    /// <summary>For <see cref="WorkerJob.Libraries"/>.</summary>
    public CaptureLibraries? Libraries { get; init; }

    /// <summary>For <see cref="WorkerJob.Read"/>: the languages that are not installed, or an empty list when Tesseract itself is not; null when nothing is missing.</summary>
    public IReadOnlyList<string>? Missing { get; init; }

    /// <summary>What the body is: <c>tif</c>, <c>jpg</c>, <c>png</c>, or <c>text.json.gz</c> for page text; null without a body.</summary>
    public string? Extension { get; init; }

    /// <summary>The image or text made; it travels behind the header, not in it.</summary>
    [JsonIgnore]
    public byte[] Body { get; init; } = [];
}

[JsonSerializable(typeof(WorkerRequest))]
[JsonSerializable(typeof(WorkerReply))]
internal sealed partial class WorkerJson : JsonSerializerContext;
