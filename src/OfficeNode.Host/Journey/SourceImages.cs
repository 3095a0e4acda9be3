using OfficeNode.Capture;
using OfficeNode.Core;
using OfficeNode.Standards.Readers;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>A picture that an entry named, durable already, waiting for its dossier.</summary>
internal sealed record IncomingPage(DocumentCode Document, int? DesignNumber, Master Master, int Frame, ImageFacts Facts, PageOrigin Origin)
{
    public NewPage For(DossierId dossier) => new()
    {
        Dossier = dossier,
        Document = Document,
        DesignNumber = DesignNumber,
        Master = Master,
        Frame = Frame,
        Facts = Facts,
        Origin = Origin,
    };
}

/// <summary>Takes the pictures that source entries name from beside the source, never from above it.</summary>
internal sealed class SourceImages
{
    private readonly PageStore _pages;
    private readonly TimeProvider _time;
    private readonly string _folder;

    public SourceImages(PageStore pages, TimeProvider time, string sourceFile)
    {
        _pages = pages;
        _time = time;
        _folder = Path.GetDirectoryName(Path.GetFullPath(sourceFile))!;   // a full path of a file has a folder
    }

    /// <summary>Makes one picture's bytes durable; what is wrong with it goes to <paramref name="findings"/> and the record goes on without it.</summary>
    public async Task<IReadOnlyList<IncomingPage>> TakeAsync(SourceImage image, List<Finding> findings, CancellationToken cancellation)
    {
        var path = Path.GetFullPath(Path.Combine(_folder, image.File));
        if (!path.StartsWith(_folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            findings.Add(new Finding(JourneyFindings.ImageOutside, Severity.Error) { File = image.File, Found = image.File, Expected = _folder });
            return [];
        }

        if (!File.Exists(path))
        {
            findings.Add(new Finding(JourneyFindings.ImageMissing, Severity.Warning) { File = image.File, Found = image.File, Expected = path });
            return [];
        }

        await using var file = File.OpenRead(path);
        var header = ImageHeaderReader.Read(file, image.File, new ImageLimits());
        findings.AddRange(header.Findings);
        if (header.Format == ImageFormat.Pdf)
        {
            findings.Add(new Finding(JourneyFindings.ImagePdf, Severity.Error) { File = image.File, Expected = "TIFF, JPEG or PNG" });
        }

        if (header.IsRefused || header.Format is not { } format || format == ImageFormat.Pdf)
        {
            return [];
        }

        file.Position = 0;
        var master = await _pages.AddMasterAsync(file, ImageExtension.Of(format), cancellation);
        var origin = new PageOrigin { Source = path, Time = _time.GetUtcNow() };
        return [.. header.Frames.Select((facts, frame) => new IncomingPage(image.Document, image.DesignNumber, master, frame, facts, origin))];
    }
}

/// <summary>File extensions of masters by what the bytes are, whatever the file was called.</summary>
internal static class ImageExtension
{
    public static string Of(ImageFormat format) => format switch
    {
        ImageFormat.Tiff => "tif",
        ImageFormat.Jpeg => "jpg",
        ImageFormat.Png => "png",
        ImageFormat.Pdf => "pdf",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
    };
}
