using OfficeNode.Capture.Workers;
using OfficeNode.Core;

namespace OfficeNode.Capture.Fields;

/// <summary>A place on a form that looks like the picture of a mark or a view of a design: a proposal, the master stays as it is.</summary>
/// <param name="Box">In the upright frame, as page texts give boxes.</param>
/// <param name="Confidence">0 to 100.</param>
public sealed record FoundPicture(PixelBox Box, double Confidence);

/// <summary>The pictures of one page, the surest first, and what was found wrong with the page.</summary>
public sealed record FoundPictures(IReadOnlyList<FoundPicture> Pictures, IReadOnlyList<Finding> Findings);

/// <summary>Finds the pictures on forms: what is left of a page's ink when writing, tables, lines and specks are taken away.</summary>
/// <remarks>
/// The header is judged here, in managed code; only what passes its limits reaches a worker process. Thread-safe. Whatever is wrong with a
/// file is a finding; <see cref="ImageWorkerException"/> means that the machine can work on no image.
/// </remarks>
public sealed class PictureFinder
{
    // Below it a word may be what the machine made of a drawing.
    private const double LeastConfidence = 60;

    // Letters that much higher than the form's own belong to a picture; its headings have up to one and a half.
    private const int LetteringHeight = 2;

    private readonly ImageWorkerPool _pool;
    private readonly ImageConverter _converter;
    private readonly FieldLimits _limits;

    public PictureFinder(ImageWorkerPool pool, FieldLimits limits)
    {
        _pool = pool;
        _converter = new(pool);
        _limits = limits;
    }

    /// <summary>Looks for pictures on one page.</summary>
    /// <param name="path">The master's file.</param>
    /// <param name="frame">Counted from 0.</param>
    /// <param name="text">What was read on the page: its words are no pictures, and it says how the frame is turned.</param>
    public async Task<FoundPictures> FindAsync(string path, int frame, PageText text, CancellationToken cancellationToken)
    {
        if (_converter.Refuse(path, frame) is { } refusal)
        {
            return new([], refusal.Findings);
        }

        var request = new WorkerRequest(0, WorkerJob.Pictures) { Path = Path.GetFullPath(path), Frame = frame, Turns = text.Turns, Boxes = WordsOf(text) };
        var reply = await _pool.RunAsync(request, cancellationToken);
        return new(reply.Pictures, reply.Findings);
    }

    private IReadOnlyList<PixelBox> WordsOf(PageText text)
    {
        var words = text.Lines().SelectMany(line => line.Words)
            .Where(word => word.Confidence >= LeastConfidence && word.Text.Any(char.IsLetterOrDigit))
            .Select(word => word.Box)
            .Take(_limits.MostWords)
            .ToList();
        var usual = words.Count == 0 ? 0 : words.Select(box => box.Height).Order().ElementAt(words.Count / 2);
        return [.. words.Where(box => box.Height < usual * LetteringHeight)];
    }
}
