using System.Globalization;
using OfficeNode.Capture.Headers;
using OfficeNode.Core;

namespace OfficeNode.Capture.Workers.Poppler;

/// <summary>Counts the pages of a PDF and draws each as a frame, as people would see it on paper.</summary>
/// <remarks>
/// <para>A page that is one picture, a scan, is drawn pixel for pixel at the picture's own resolution, and stays black and white where the picture is: what a
/// copier wrapped into a PDF comes out as it went in. Any other page is drawn at <see cref="ImageLimits.PdfDpi"/>, or half of that where it is too large (A0).</para>
/// <para>The page is drawn rather than its picture taken out, so that turning, cropping, mirroring, notes and stamps over it are right, however
/// the file brings them about.</para>
/// </remarks>
internal sealed class PdfDecoder
{
    /// <summary>The Debian package with poppler's programs.</summary>
    public const string Package = "poppler-utils";

    // Below that a picture that fills the page may be the paper of a letter, under words that it would blur; scanners scan finer.
    private const double LeastOfScans = 150;

    private const string WholeFile = "the whole file";

    private readonly PopplerPrograms _programs;
    private readonly ImageLimits _limits;

    public PdfDecoder(PopplerPrograms programs, ImageLimits limits)
    {
        _programs = programs;
        _limits = limits;
    }

    /// <summary>How many pages the file has; 0 when it cannot be taken, and the finding says why.</summary>
    public (int Pages, Finding? Finding) Count(string path)
    {
        var (run, answer) = _programs.Ask("pdfinfo", path);
        if (!run.LacksPage && FindingOf(run, null) is { } finding)
        {
            return (0, finding);
        }

        var pages = run.LacksPage ? 0 : PdfAnswers.Pages(answer) ?? 0;
        Finding? refusal = pages == 0 ? new(CaptureFindings.PdfDamaged, Severity.Error) { Path = WholeFile, Found = "no pages" }
            : pages > _limits.MostFrames ? new(CaptureFindings.TooLarge, Severity.Error) { Path = "pages", Found = $"{pages} pages", Expected = $"at most {_limits.MostFrames} pages" }
            : null;
        return (refusal is null ? pages : 0, refusal);
    }

    /// <summary>Draws a page. Its facts are those of the drawing, with its true resolution.</summary>
    /// <param name="frame">Counted from 0.</param>
    public DecodedFrame Decode(string path, int frame)
    {
        var (run, answer) = _programs.Ask("pdfinfo", [.. PageArguments(frame), path]);
        if (run.LacksPage)
        {
            return Refused(new(CaptureFindings.FrameMissing, Severity.Error) { Found = $"page {frame + 1}", Expected = "fewer pages" });
        }

        if (FindingOf(run, frame) is { } finding)
        {
            return Refused(finding);
        }

        if (PdfAnswers.Paper(answer) is not { } paper)
        {
            return Refused(Damaged(run, frame, "a page without a size"));
        }

        var (scale, unknown) = ScaleOf(path, frame, paper);
        return unknown is not null ? Refused(unknown)
            : HeaderReading.Excess(FactsOf(scale, paper, 32), _limits) is ({ } found, var expected)
                ? Refused(new(CaptureFindings.TooLarge, Severity.Error) { Path = PageName(frame), Found = found, Expected = expected })
            : Draw(path, frame, paper, scale);
    }

    /// <summary>The page's own resolution where it is a scan and not too large at that. Time running out is a finding: the same page must not come out in two sizes.</summary>
    private (PdfScale Scale, Finding? Finding) ScaleOf(string path, int frame, PdfPaper paper)
    {
        var drawn = PdfScale.At(_limits.PdfDpi, paper);
        if (IsTooLarge(drawn, paper))
        {
            drawn = PdfScale.At(_limits.PdfDpi / 2, paper);
        }

        var (list, pictures) = _programs.Ask("pdfimages", ["-list", .. PageArguments(frame), path]);
        if (list.End is PopplerEnd.TimedOut or PopplerEnd.Missing)
        {
            return (drawn, FindingOf(list, frame));
        }

        if (!list.Succeeded || PdfScale.OfScan(paper, PdfAnswers.Pictures(pictures)) is not { } own || IsTooLarge(own, paper))
        {
            return (drawn, null);
        }

        if (Math.Min(own.DpiX, own.DpiY) >= LeastOfScans || own.IsBilevel)
        {
            return (own, null);
        }

        var (fonts, names) = _programs.Ask("pdffonts", [.. PageArguments(frame), path]);
        return fonts.End is PopplerEnd.TimedOut ? (drawn, FindingOf(fonts, frame)) : (fonts.Succeeded && !PdfAnswers.HasFonts(names) ? own : drawn, null);
    }

    private bool IsTooLarge(PdfScale scale, PdfPaper paper) => HeaderReading.Excess(FactsOf(scale, paper, 32), _limits).Found is not null;

    private DecodedFrame Draw(string path, int frame, PdfPaper paper, PdfScale scale)
    {
        using var reader = new PixmapReader(_limits);
        var run = _programs.Draw(["-cropbox", .. PageArguments(frame), "-singlefile", .. scale.Arguments, path], reader.Read);
        if (FindingOf(run, frame) is { } finding)
        {
            return Refused(finding);
        }

        if (reader.Take(scale.IsBilevel) is not { } pix)
        {
            return Refused(Damaged(run, frame, "no picture"));
        }

        IReadOnlyList<Finding> findings = run.HasErrors ? [new(CaptureFindings.DecodedWithErrors, Severity.Warning) { Path = PageName(frame) }] : [];
        var facts = FactsOf(scale, paper, pix.Depth) with { Width = pix.Width, Height = pix.Height };
        return new(new FrameHeader(facts), pix, findings);
    }

    private static ImageFacts FactsOf(PdfScale scale, PdfPaper paper, int depth) => new()
    {
        Format = ImageFormat.Pdf,
        Width = scale.Width,
        Height = scale.Height,
        DpiX = Resolution.PerInch(scale.DpiX),
        DpiY = Resolution.PerInch(scale.DpiY),
        BitsPerSample = depth == 1 ? 1 : 8,
        SamplesPerPixel = depth == 32 ? 3 : 1,
        Compression = ImageCompression.Other,
        Photometric = depth == 32 ? Photometric.Rgb : Photometric.BlackIsZero,
        Frames = paper.Pages,
    };

    private static IEnumerable<string> PageArguments(int frame)
    {
        var page = (frame + 1).ToString(CultureInfo.InvariantCulture);
        return ["-f", page, "-l", page];
    }

    private static string PageName(int frame) => FormattableString.Invariant($"page {frame + 1}");

    private static DecodedFrame Refused(Finding finding) => new(null, null, [finding]);

    /// <summary>Why a run brought nothing; null when it succeeded.</summary>
    private static Finding? FindingOf(PopplerRun run, int? frame) => run switch
    {
        { Succeeded: true } => null,
        { End: PopplerEnd.Missing } => new(CaptureFindings.PdfProgramMissing, Severity.Error) { Expected = Package },
        { End: PopplerEnd.TimedOut } => new(CaptureFindings.PdfTimedOut, Severity.Error) { Path = frame is { } page ? PageName(page) : WholeFile },
        { IsLocked: true } => new(CaptureFindings.PdfLocked, Severity.Error),
        _ => Damaged(run, frame, run.End == PopplerEnd.Misled ? "more than a page can hold" : FormattableString.Invariant($"poppler ended with {run.ExitCode}")),
    };

    private static Finding Damaged(PopplerRun run, int? frame, string found) =>
        new(CaptureFindings.PdfDamaged, Severity.Error) { Path = frame is { } page ? PageName(page) : WholeFile, Found = run.Complaint ?? found };
}
