using OfficeNode.Capture.Workers;
using OfficeNode.Core;

namespace OfficeNode.Capture;

/// <summary>Turns masters into the images that are sent, and proves that pages can be read. Same master, same library: same bytes.</summary>
/// <remarks>
/// Headers are judged here, in managed code; only what passes their limits reaches a worker process. Thread-safe. Whatever is wrong with
/// a file is a finding; <see cref="ImageWorkerException"/> means that the machine can work on no image.
/// </remarks>
public sealed class ImageConverter
{
    private readonly ImageWorkerPool _pool;

    public ImageConverter(ImageWorkerPool pool) => _pool = pool;

    /// <summary>The page image that patents are sent with (<see cref="PatentTiffProfile"/>): the master itself where it is one already.</summary>
    /// <param name="frame">Counted from 0.</param>
    public Task<ConvertedImage> ToPatentTiffAsync(string path, int frame, CancellationToken cancellationToken) => ToPatentTiffAsync(path, frame, turns: 0, cancellationToken);

    /// <summary>As the other one, for a page that is not upright as its file says.</summary>
    /// <param name="frame">Counted from 0.</param>
    /// <param name="turns">Quarter turns to the right that make the frame upright.</param>
    public async Task<ConvertedImage> ToPatentTiffAsync(string path, int frame, int turns, CancellationToken cancellationToken)
    {
        var file = Header(path);
        if (Refusal(file, frame) is { } refusal)
        {
            return refusal;
        }

        return turns == 0 && PatentTiffProfile.Matches(file)
            ? new() { IsMaster = true, Facts = file.Frames[frame], Extension = "tif", Findings = file.Findings }
            : await ConvertAsync(RequestOf(WorkerJob.PatentTiff, path, frame) with { Turns = turns }, file, cancellationToken);
    }

    /// <summary>The picture of a mark or a view of a design: JPEG in grey or RGB and PNG as they are, all else as PNG (drawings) or JPEG (photographs).</summary>
    /// <param name="frame">Counted from 0.</param>
    public Task<ConvertedImage> ToPictureAsync(string path, int frame, CancellationToken cancellationToken) => ToPictureAsync(path, frame, turns: 0, cancellationToken);

    /// <summary>As the other one, for a picture that is not upright as its file says.</summary>
    /// <param name="frame">Counted from 0.</param>
    /// <param name="turns">Quarter turns to the right that make the frame upright.</param>
    public async Task<ConvertedImage> ToPictureAsync(string path, int frame, int turns, CancellationToken cancellationToken)
    {
        var file = Header(path);
        if (Refusal(file, frame) is { } refusal)
        {
            return refusal;
        }

        if (turns != 0 || file.Format == ImageFormat.Pdf || file.Frames[frame] is not { } facts || !GoesAsItIs(facts))
        {
            return await ConvertAsync(RequestOf(WorkerJob.Picture, path, frame) with { Turns = turns }, file, cancellationToken);
        }

        var length = new FileInfo(path).Length;
        return new()
        {
            IsMaster = true,
            Facts = facts,
            Extension = facts.Format == ImageFormat.Jpeg ? "jpg" : "png",
            Findings = [.. file.Findings, .. HagueLimits.Judge(facts.Width, facts.Height, length)],
        };
    }

    /// <summary>A part of a page as a picture: PNG (drawings) or JPEG (photographs). The part is cut as it lies on the page, turned upright but not straightened.</summary>
    /// <param name="frame">Counted from 0.</param>
    /// <param name="turns">Quarter turns to the right that make the frame upright.</param>
    /// <param name="box">In the upright frame; what lies outside is left away.</param>
    public async Task<ConvertedImage> ToCropAsync(string path, int frame, int turns, PixelBox box, CancellationToken cancellationToken)
    {
        var file = Header(path);
        var request = RequestOf(WorkerJob.Picture, path, frame) with { Turns = turns, Crop = box };
        return Refusal(file, frame) ?? await ConvertAsync(request, file, cancellationToken);
    }

    /// <summary>A small picture of a page for a screen, turned as the file itself says and not as people or reading would have it: PNG of one bit a pixel, JPEG of all else.</summary>
    /// <param name="frame">Counted from 0.</param>
    public async Task<ConvertedImage> ToPreviewAsync(string path, int frame, PreviewSize size, CancellationToken cancellationToken)
    {
        var file = Header(path);
        var request = RequestOf(WorkerJob.Preview, path, frame) with { Preview = size };
        return Refusal(file, frame) ?? await ConvertAsync(request, file, cancellationToken);
    }

    /// <summary>What a scanner gave without compression as it is kept: the same pixels as Group 4 TIFF or PNG, about a tenth of the bytes.</summary>
    /// <returns>The word that the file is to be kept as it is, for all that is compressed, has several frames or would lose anything.</returns>
    public async Task<ConvertedImage> ToPackedAsync(string path, CancellationToken cancellationToken)
    {
        var file = Header(path);
        if (Refusal(file, 0) is { } refusal)
        {
            return refusal;
        }

        var asItIs = new ConvertedImage { IsMaster = true, Facts = file.Frames is [var first, ..] ? first : null, Findings = file.Findings };
        if (file.Headers is not [{ Orientation: 1, Facts: { Format: ImageFormat.Tiff, Compression: ImageCompression.None } facts }])
        {
            return asItIs;
        }

        var made = await ConvertAsync(RequestOf(WorkerJob.Pack, path, 0), file, cancellationToken);
        return made.Facts is { } packed && (packed.Width, packed.Height, packed.BitsPerSample, packed.SamplesPerPixel) == (facts.Width, facts.Height, facts.BitsPerSample, facts.SamplesPerPixel)
            ? made
            : asItIs;
    }

    /// <summary>Decodes one frame in full, to prove that it can be read.</summary>
    /// <param name="frame">Counted from 0.</param>
    public async Task<CheckedImage> CheckAsync(string path, int frame, CancellationToken cancellationToken)
    {
        var judged = JudgedFrame.Read(path, frame, _pool.Limits);
        if (judged.IsRefused)
        {
            return new(0, 0, judged.Findings);
        }

        var reply = await _pool.RunAsync(WorkerJob.Check, path, frame, cancellationToken);
        var (facts, findings) = judged.With(reply, _pool.Limits);
        return new(reply.Width, reply.Height, findings) { Facts = facts };
    }

    private static WorkerRequest RequestOf(WorkerJob job, string path, int frame) => new(0, job) { Path = Path.GetFullPath(path), Frame = frame };

    private async Task<ConvertedImage> ConvertAsync(WorkerRequest request, ImageFile file, CancellationToken cancellationToken)
    {
        var reply = await _pool.RunAsync(request, cancellationToken);
        return ConvertedImage.Of(reply, [.. file.Findings, .. reply.Findings], _pool.Limits);
    }

    private ImageFile Header(string path) => ImageHeaderReader.ReadFile(path, null, _pool.Limits);

    private static ConvertedImage? Refusal(ImageFile file, int frame)
    {
        if (file.IsRefused)
        {
            return new() { Findings = file.Findings };
        }

        // Pages of a PDF are counted where they are drawn, in the worker.
        return frame >= 0 && (frame < file.Frames.Count || file.Format == ImageFormat.Pdf) ? null : new()
        {
            Findings = [.. file.Findings, new(CaptureFindings.FrameMissing, Severity.Error) { Found = $"frame {frame + 1}", Expected = $"1 to {file.Frames.Count}" }],
        };
    }

    /// <summary>Printing colours look different on every screen: those are converted.</summary>
    private static bool GoesAsItIs(ImageFacts facts) =>
        facts.Format == ImageFormat.Png || (facts.Format == ImageFormat.Jpeg && facts.Photometric != Photometric.Other);
}
