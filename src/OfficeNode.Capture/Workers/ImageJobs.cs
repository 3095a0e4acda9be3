using OfficeNode.Core;

namespace OfficeNode.Capture.Workers;

/// <summary>Does the jobs of the worker process; each begins with the limits, read anew from the file's header.</summary>
internal sealed class ImageJobs
{
    private readonly ReadJob _reading = new();
    private ImageLimits _limits = new();

    public WorkerReply Run(WorkerRequest request)
    {
        if (request.Job == WorkerJob.Start)
        {
            _limits = request.Limits ?? new();
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

        if (request.Frame < 0 || request.Frame >= file.Headers.Count)
        {
            return Refusal(request, FrameMissing(request.Frame, file));
        }

        using var decoder = new FrameDecoder(stream, file.Headers[request.Frame], _limits);
        using var decoded = request.Job == WorkerJob.Look ? decoder.DecodeToLook() : decoder.Decode();
        if (decoded.Pix is not { } pix)
        {
            return Refusal(request, new(CaptureFindings.NotDecodable, Severity.Error) { Found = $"{file.Format} {file.Headers[request.Frame].Facts.Compression}" });
        }

        var reply = new WorkerReply(request.Id) { Width = pix.Width, Height = pix.Height, Findings = decoded.Findings };
        return request.Job switch
        {
            WorkerJob.PatentTiff => new PatentTiffJob(file.Headers[request.Frame], _limits).Convert(pix, reply),
            WorkerJob.Look => LookJob.Look(decoded, file.Headers[request.Frame], reply),
            WorkerJob.Picture => PictureJob.Convert(pix, file.Headers[request.Frame], request, reply),
            WorkerJob.Pack => PackJob.Pack(pix, file.Headers[request.Frame], reply),
            WorkerJob.Read => _reading.Read(pix, file.Headers[request.Frame], request.Read ?? throw new InvalidDataException("A request to read without an order."), reply),
            WorkerJob.PdfPicture => PdfPictureJob.Convert(pix, file.Headers[request.Frame], reply),
            _ => reply,
        };
    }

    private static Finding FrameMissing(int frame, ImageFile file) =>
        new(CaptureFindings.FrameMissing, Severity.Error) { Found = $"frame {frame + 1}", Expected = $"1 to {file.Headers.Count}" };

    private static WorkerReply Refusal(WorkerRequest request, Finding finding) => new(request.Id) { Findings = [finding] };
}
