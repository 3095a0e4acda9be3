using OfficeNode.Capture.Headers;
using OfficeNode.Capture.Native;
using OfficeNode.Core;

namespace OfficeNode.Capture.Workers;

/// <summary>Makes the page image that patents are sent with (<see cref="PatentTiffProfile"/>) from any decoded page.</summary>
internal sealed class PatentTiffJob
{
    // A tile is a few letters wide and a line high: enough paper in each to tell paper from ink. Leptonica's own default.
    private const int TileWidth = 10;
    private const int TileHeight = 15;
    private const int LeastCount = 40;
    private const int Smoothing = 2;
    private const int InkBelow = 100;

    // Paper is brought to this grey, so that ink is well below and the grain of paper stays well above any threshold.
    private const int Paper = 200;

    // Otsu's threshold is taken between these: on an empty page it would otherwise part grain from grain.
    private const int LowestThreshold = 90;
    private const int HighestThreshold = 170;

    private const float ValleyFraction = 0.1f;

    // One-bit pages made smaller: a line of one pixel must survive though it covers a part of the new pixel only.
    // Nearly its own size, it survives at the middle, and letters would only grow fat.
    private const int ThinLineThreshold = 176;
    private const double MuchSmaller = 0.9;
    private const int MiddleThreshold = 128;

    private readonly FrameHeader _header;
    private readonly ImageLimits _limits;

    public PatentTiffJob(FrameHeader header, ImageLimits limits)
    {
        _header = header;
        _limits = limits;
    }

    /// <param name="turns">Quarter turns to the right that the frame needs beyond what its file says.</param>
    public WorkerReply Convert(PixHandle decoded, int turns, WorkerReply reply)
    {
        var turned = (_header.Orientation >= 5) != (turns % 2 == 1);
        using var asFiled = PixSteps.Upright(decoded, _header.Facts.Format == ImageFormat.Tiff ? 1 : _header.Orientation);
        using var upright = PixSteps.Turned(asFiled, turns);
        if (upright is null)
        {
            return Failed(reply);
        }

        var facts = _header.Facts;
        var fit = PageFit.Of(upright.Width, upright.Height, turned ? facts.DpiY : facts.DpiX, turned ? facts.DpiX : facts.DpiY, _limits);
        using var plain = PixSteps.Plain(upright);
        using var bilevel = plain is null ? null : plain.Depth == 1 ? OfBilevel(plain, fit) : OfGrey(plain, fit);
        return bilevel is not null && Encode(bilevel) is { } bytes
            ? reply with { Extension = "tif", Body = bytes, Findings = [.. reply.Findings, .. FindingsOf(fit)] }
            : Failed(reply);
    }

    private static PixHandle? OfBilevel(PixHandle pix, PageFit fit)
    {
        if (pix.Width == fit.Width && pix.Height == fit.Height)
        {
            return PixSteps.Checked(Leptonica.Share(pix));
        }

        using var grey = PixSteps.Grey(pix);
        using var scaled = PixSteps.Scaled(grey, fit.Width, fit.Height);
        return PixSteps.Thresholded(scaled, fit.Width < pix.Width * MuchSmaller ? ThinLineThreshold : MiddleThreshold);
    }

    private static PixHandle? OfGrey(PixHandle pix, PageFit fit)
    {
        using var grey = PixSteps.Grey(pix);
        using var scaled = PixSteps.Scaled(grey, fit.Width, fit.Height);
        if (scaled is null)
        {
            return null;
        }

        using var even = PixSteps.Checked(Leptonica.NormaliseBackground(
            scaled, IntPtr.Zero, IntPtr.Zero, TileWidth, TileHeight, InkBelow, LeastCount, Paper, Smoothing, Smoothing));
        var page = even ?? scaled;   // too small for tiles
        return PixSteps.Thresholded(page, ThresholdOf(page));
    }

    private static int ThresholdOf(PixHandle page)
    {
        var failed = Leptonica.SplitInkAndPaper(page, ValleyFraction, factor: 1, out var threshold, out _, out _, IntPtr.Zero);
        return failed == 0 ? Math.Clamp(threshold, LowestThreshold, HighestThreshold) : MiddleThreshold;
    }

    /// <summary>Leptonica compresses; the file around the strip is our own, so that every tag is as wanted.</summary>
    private byte[]? Encode(PixHandle bilevel)
    {
        var failed = Leptonica.WriteTiff(out var data, out var size, bilevel, Leptonica.TiffGroup4);
        if (Leptonica.Take(failed, data, size) is not { } written)
        {
            return null;
        }

        var file = ImageHeaderReader.Read(new MemoryStream(written, writable: false), null, _limits);
        return file is { IsRefused: false, Headers: [{ Facts: { Strips: 1, Compression: ImageCompression.Group4, Photometric: Photometric.WhiteIsZero } facts } header] }
            ? PatentTiffWriter.Write(facts.Width, facts.Height, written.AsSpan((int)header.StripOffset, (int)header.StripLength))
            : null;
    }

    private IEnumerable<Finding> FindingsOf(PageFit fit)
    {
        if (!fit.ResolutionKnown)
        {
            var found = _header.Facts.DpiX is { } dpi ? FormattableString.Invariant($"{dpi:0.##} dpi") : "no resolution";
            yield return new(CaptureFindings.ResolutionUnknown, Severity.Warning) { Found = found, Expected = "300 dpi" };
        }

        if (fit.Reduced)
        {
            yield return new(CaptureFindings.ScaledToFit, Severity.Info) { Found = $"{_header.Facts.Width} x {_header.Facts.Height} pixels", Expected = $"{fit.Width} x {fit.Height} pixels" };
        }
    }

    private WorkerReply Failed(WorkerReply reply) => reply with
    {
        Findings = [.. reply.Findings, new(CaptureFindings.NotDecodable, Severity.Error) { Found = $"{_header.Facts.Width} x {_header.Facts.Height} pixels" }],
    };
}
