using OfficeNode.Capture.Workers.Poppler;
using OfficeNode.Core;

namespace OfficeNode.Capture.Workers;

/// <summary>Does the jobs of the worker process; each begins with the limits, read anew from the file's header.</summary>
internal sealed class ImageJobs
{
    private readonly ReadJob _reading = new();
    private readonly TimeProvider _time;
    private ImageLimits _limits = new();
    private PdfDecoder _pdfs;

    public ImageJobs(TimeProvider time)
    {
        _time = time;
        _pdfs = new(new(_limits, 0, time), _limits);
    }

    public WorkerReply Run(WorkerRequest request)
    {
        if (request.Job == WorkerJob.Start)
        {
            _limits = request.Limits ?? new();
            _pdfs = new(new(_limits, request.MemoryBytes, _time), _limits);
            return new(request.Id);
        }

        if (request.Job == WorkerJob.Libraries)
        {
            return new(request.Id) { Libraries = LibrariesJob.Ask(request.Read?.Languages ?? []) };
        }

        try
        {
            return RunOnFile(request, request.Path ?? throw new InvalidDataException("A request without a path."));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Refusal(request, new(CaptureFindings.Unreadable, Severity.Error) { Found = error.Message });
        }
    }

    private WorkerReply RunOnFile(WorkerRequest request, string path)
    {
        using var stream = File.OpenRead(path);
        var file = ImageHeaderReader.Read(stream, null, _limits);
        if (file.IsRefused)
        {
            return new(request.Id) { Findings = file.Findings };
        }

        if (request.Job == WorkerJob.CountPages)
        {
            return Count(request, path);
        }

        using var decoded = Decode(stream, file, request);
        if (decoded is not { Pix: { } pix, Header: { } header })
        {
            return new(request.Id) { Findings = decoded.Findings };
        }

        var facts = file.Format == ImageFormat.Pdf ? header.Facts : null;
        var reply = new WorkerReply(request.Id) { Width = pix.Width, Height = pix.Height, Facts = facts, Findings = decoded.Findings };
        return request.Job switch
        {
            WorkerJob.PatentTiff => new PatentTiffJob(header, _limits).Convert(pix, request.Turns, reply),
            WorkerJob.Look => LookJob.Look(decoded, header, request.Preview, reply),
            WorkerJob.Preview => PreviewJob.Make(pix, header, SizeOf(request), reply),
            WorkerJob.Picture => PictureJob.Convert(pix, header, request, reply),
            WorkerJob.Pack => PackJob.Pack(pix, header, reply),
            WorkerJob.Read => _reading.Read(pix, header, request.Read ?? throw new InvalidDataException("A request to read without an order."), reply),
            WorkerJob.PdfPicture => PdfPictureJob.Convert(pix, header, reply),
            _ => reply,
        };
    }

    private WorkerReply Count(WorkerRequest request, string path)
    {
        var (pages, finding) = _pdfs.Count(Path.GetFullPath(path));
        return finding is null ? new(request.Id) { Pages = pages } : Refusal(request, finding);
    }

    private DecodedFrame Decode(FileStream stream, ImageFile file, WorkerRequest request)
    {
        var frame = request.Frame;
        if (file.Format == ImageFormat.Pdf)
        {
            return _pdfs.Decode(stream.Name, frame);
        }

        if (frame < 0 || frame >= file.Headers.Count)
        {
            return new(null, null, [FrameMissing(frame, file)]);
        }

        using var decoder = new FrameDecoder(stream, file.Headers[frame], _limits);
        var decoded = request.Job switch
        {
            WorkerJob.Look => decoder.DecodeToLook(),
            WorkerJob.Preview => decoder.DecodeSmall(SizeOf(request).LongestSide()),
            _ => decoder.Decode(),
        };
        return decoded.Pix is not null ? decoded
            : decoded with { Findings = [new(CaptureFindings.NotDecodable, Severity.Error) { Found = $"{file.Format} {file.Headers[frame].Facts.Compression}" }] };
    }

    private static PreviewSize SizeOf(WorkerRequest request) => request.Preview ?? throw new InvalidDataException("A request for a preview without a size.");

    private static Finding FrameMissing(int frame, ImageFile file) =>
        new(CaptureFindings.FrameMissing, Severity.Error) { Found = $"frame {frame + 1}", Expected = $"1 to {file.Headers.Count}" };

    private static WorkerReply Refusal(WorkerRequest request, Finding finding) => new(request.Id) { Findings = [finding] };
}
