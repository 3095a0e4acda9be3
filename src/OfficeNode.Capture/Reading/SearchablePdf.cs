using System.Text;
using OfficeNode.Capture.Reading.Pdf;
using OfficeNode.Capture.Workers;
using OfficeNode.Core;

namespace OfficeNode.Capture.Reading;

/// <summary>Writes a PDF of page images with their words over them, unseen, to be found and copied. Same pages, same runtime: same bytes.</summary>
/// <remarks>
/// One page at a time: memory does not grow with the document. JPEG and Group 4 masters go in as they are, other one-bit pages as Group 4, drawings
/// without loss, other scans as JPEG. Not thread-safe. The caller disposes the output, and throws the file away when adding or ending it failed.
/// </remarks>
public sealed class SearchablePdf : IDisposable
{
    private const double PointsPerInch = 72;

    // A4, for a page of which nothing is known.
    private const double WidthOfA4 = 595.28;
    private const double HeightOfA4 = 841.89;

    private readonly ImageWorkerPool _pool;
    private readonly PdfOutput _pdf;
    private readonly int _catalog;
    private readonly int _tree;
    private readonly int _font;
    private readonly int _information;
    private readonly List<int> _pages = [];

    /// <param name="title">Shown by readers in their title bar.</param>
    /// <param name="language">The likeliest language of the text, as Tesseract names it.</param>
    public SearchablePdf(Stream output, string title, string language, ImageWorkerPool pool)
    {
        _pool = pool;
        _pdf = new(output);
        (_catalog, _tree, _font, _information) = (_pdf.Reserve(), _pdf.Reserve(), _pdf.Reserve(), _pdf.Reserve());
        _pdf.Object(_catalog, $"<< /Type /Catalog /Pages {_tree} 0 R /Lang ({LanguageTags.Of(language)}) /ViewerPreferences << /DisplayDocTitle true >> >>");
        _pdf.Object(_information, $"<< /Title {PdfOutput.Text(title)} /Producer (OfficeNode) >>");
        GlyphlessFont.Write(_pdf, _font);
    }

    /// <summary>Adds a page; one whose picture cannot be had stays white, with a finding that says why (I10).</summary>
    /// <param name="frame">Counted from 0.</param>
    /// <param name="turns">Quarter turns to the right that a person gave it; null leaves it to what was read.</param>
    /// <param name="text">Null for a page that was not read. One read at other turns is left away: its words stand elsewhere.</param>
    /// <exception cref="ImageWorkerException">The machine cannot work on images.</exception>
    /// <exception cref="IOException">A master or the output failed half-way.</exception>
    public async Task<IReadOnlyList<Finding>> AddAsync(string path, int frame, int? turns, PageText? text, CancellationToken cancellationToken)
    {
        var (picture, findings) = await PictureAsync(path, frame, cancellationToken);
        var (page, content) = (_pdf.Reserve(), _pdf.Reserve());
        int? image = picture is null ? null : _pdf.Reserve();
        var upright = turns ?? text?.Turns ?? 0;
        var shownTurns = ((picture?.Turns ?? 0) + upright) % 4;
        var (width, height) = SizeOf(picture, shownTurns);
        var pictures = image is { } number ? PdfOutput.Invariant($" /XObject << /P {number} 0 R >>") : "";
        _pdf.Object(page, PdfOutput.Invariant(
            $"<< /Type /Page /Parent {_tree} 0 R /MediaBox [0 0 {width:0.##} {height:0.##}] /Contents {content} 0 R /Resources << /Font << /F {_font} 0 R >>{pictures} >> >>"));
        var shown = picture is null ? "" : Show(shownTurns, width, height);
        var words = text?.Turns == upright ? TextLayer.Of(text, width, height) : "";
        _pdf.Compressed(content, "", Encoding.ASCII.GetBytes(shown + words));
        if (picture is not null)
        {
            await using var bytes = picture.Open();
            var entries = $"/Type /XObject /Subtype /Image /Width {picture.Facts.Width} /Height {picture.Facts.Height} {picture.Entries}";
            await _pdf.CopyAsync(image ?? 0, entries, bytes, picture.Length, cancellationToken);
        }

        await _pdf.FlushAsync(cancellationToken);
        _pages.Add(page);
        return findings;
    }

    /// <summary>Ends the document: nothing can be added any more.</summary>
    public Task EndAsync(CancellationToken cancellationToken)
    {
        _pdf.Object(_tree, $"<< /Type /Pages /Count {_pages.Count} /Kids [{string.Join(' ', _pages.Select(page => $"{page} 0 R"))}] >>");
        return _pdf.EndAsync(_catalog, _information, cancellationToken);
    }

    public void Dispose() => _pdf.Dispose();

    private async Task<(PdfPicture? Picture, IReadOnlyList<Finding> Findings)> PictureAsync(string path, int frame, CancellationToken cancellationToken)
    {
        var judged = JudgedFrame.Read(path, frame, _pool.Limits);
        if (judged.IsRefused)
        {
            return (null, [.. judged.Findings, Missing(path)]);
        }

        if (judged.Header is { } header && PdfPicture.OfMaster(path, header) is { } master)
        {
            return (master, judged.Findings);
        }

        var reply = await _pool.RunAsync(WorkerJob.PdfPicture, path, frame, cancellationToken);
        var (facts, findings) = judged.With(reply, _pool.Limits);
        var picture = reply.Extension is null || facts is null ? null : PdfPicture.OfWorker(reply.Body, Upright(facts, judged.Header?.Orientation), _pool.Limits);
        return (picture, picture is null ? [.. findings, Missing(path)] : findings);
    }

    private static Finding Missing(string path) => new(ReadingFindings.PictureMissing, Severity.Warning) { File = Path.GetFileName(path) };

    /// <summary>The facts of a master with the resolution as it is once turned as its file says.</summary>
    private static ImageFacts Upright(ImageFacts facts, int? orientation) => orientation >= 5 ? facts with { DpiX = facts.DpiY, DpiY = facts.DpiX } : facts;

    private static (double Width, double Height) SizeOf(PdfPicture? picture, int turns)
    {
        if (picture is null)
        {
            return (WidthOfA4, HeightOfA4);
        }

        var (dpiX, dpiY) = ReadingResolution.BothOf(picture.Facts);
        var (width, height) = (picture.Facts.Width * PointsPerInch / dpiX, picture.Facts.Height * PointsPerInch / dpiY);
        return turns % 2 == 0 ? (width, height) : (height, width);
    }

    /// <summary>Operators that show the picture over the whole page, turned to the right by quarters.</summary>
    private static string Show(int turns, double width, double height) => PdfOutput.Invariant(turns switch
    {
        1 => $"q 0 {-height:0.##} {width:0.##} 0 0 {height:0.##} cm /P Do Q\n",
        2 => $"q {-width:0.##} 0 0 {-height:0.##} {width:0.##} {height:0.##} cm /P Do Q\n",
        3 => $"q 0 {height:0.##} {-width:0.##} 0 {width:0.##} 0 cm /P Do Q\n",
        _ => $"q {width:0.##} 0 0 {height:0.##} 0 0 cm /P Do Q\n",
    });
}
