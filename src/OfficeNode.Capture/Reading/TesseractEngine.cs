using System.Text.Json;
using OfficeNode.Capture.Workers;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Core.Json;

namespace OfficeNode.Capture.Reading;

/// <summary>Reads pages by Tesseract 5 in worker processes. Same page, same order, same library and models: same text.</summary>
/// <remarks>
/// Headers are judged here, in managed code; only what passes their limits reaches a worker. As many pages are read at once as the pool has workers;
/// the pool tries a page once more that ends or outlasts its worker, then the page is answered with a finding and the next goes on (I11, I12).
/// </remarks>
public sealed class TesseractEngine : IOcrEngine
{
    private readonly ImageWorkerPool _pool;

    /// <param name="pool">Made with <see cref="ReadingWorkers"/>; the caller disposes it.</param>
    public TesseractEngine(ImageWorkerPool pool) => _pool = pool;

    /// <exception cref="ArgumentException">The order names no language, or what cannot be one.</exception>
    public async Task<ReadPage> ReadAsync(string path, int frame, ReadOrder order, CancellationToken cancellation)
    {
        if (order.Languages.Count == 0 || !order.Languages.All(language => ReadingLanguage.Parse(language).Success) || order.Turns is < 0 or > 3)
        {
            throw new ArgumentException($"Languages {string.Join(", ", order.Languages)}, turns {order.Turns}: not an order.", nameof(order));
        }

        var judged = JudgedFrame.OfMaster(path, frame, _pool.Limits);
        if (judged.IsRefused)
        {
            return new(null, judged.Findings);
        }

        var request = new WorkerRequest(0, WorkerJob.Read) { Path = Path.GetFullPath(path), Frame = frame, Read = order };
        var reply = await _pool.RunAsync(request, cancellation);
        if (reply.Missing is { } missing)
        {
            throw Missing(missing);
        }

        IReadOnlyList<Finding> findings = [.. judged.Findings, .. reply.Findings.Select(InWordsOfReading)];
        if (reply.Extension == PageTextJson.Extension)
        {
            return TextOf(reply.Body) is { } text ? new(text, findings) : new(null, [.. findings, new(ReadingFindings.Crashed, Severity.Error)]);
        }

        await ReadThroughAsync(path, cancellation);
        return new(null, findings);
    }

    /// <summary>Asks the disk for every byte of a page of which nothing could be made. Workers map files: what the disk does not give back ends them, as a hostile picture would.</summary>
    private static async Task ReadThroughAsync(string path, CancellationToken cancellation)
    {
        try
        {
            await using var file = File.OpenRead(path);
            await file.CopyToAsync(Stream.Null, cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw PhysicalDisk.Describe(path, error);
        }
    }

    /// <summary>The worker has seen foreign bytes: what it wrote is believed only where it can be true.</summary>
    private static PageText? TextOf(byte[] body)
    {
        try
        {
            var text = PageTextJson.Read(new MemoryStream(body, writable: false));
            var page = new PixelBox(0, 0, text.Width, text.Height);
            var boxes = text.Lines().SelectMany(line => line.Words).Select(word => word.Box).Concat(text.Pictures.Select(picture => picture.Box));
            return boxes.All(box => box.Intersect(page) == box) ? text : null;
        }
        catch (Exception error) when (error is JsonException or InvalidDataException)
        {
            return null;
        }
    }

    private static Finding InWordsOfReading(Finding finding) => finding.Rule switch
    {
        CaptureFindings.WorkerCrashed => new(ReadingFindings.Crashed, finding.Severity),
        CaptureFindings.WorkerTimedOut => new(ReadingFindings.TimedOut, finding.Severity),
        _ => finding,
    };

    private static ImageWorkerException Missing(IReadOnlyList<string> languages) => languages.Count == 0
        ? new(
            ImageWorkerFault.LibraryMissing,
            "Tesseract, the program that reads pages, is not installed.",
            OperatingSystem.IsWindows() ? "Install Tesseract 5 with its Windows installer." : "Install the Debian package tesseract-ocr.")
        : new(
            ImageWorkerFault.LanguageMissing,
            $"Tesseract cannot read {string.Join(", ", languages)}: the language is not installed.",
            OperatingSystem.IsWindows()
                ? $"Choose the language in the Windows installer of Tesseract: {string.Join(", ", languages)}."
                : $"Install the Debian package {string.Join(" ", languages.Select(language => "tesseract-ocr-" + language.ToLowerInvariant().Replace('_', '-')))}.");
}
