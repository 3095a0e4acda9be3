using OfficeNode.Core;

namespace OfficeNode.Capture.Headers;

/// <summary>One file being read: its window, its limits, and what was found so far.</summary>
internal sealed class HeaderReading
{
    private readonly string? _file;
    private readonly List<Finding> _findings = [];
    private readonly List<FrameHeader> _frames = [];

    public HeaderReading(HeaderWindow window, ImageLimits limits, string? file)
    {
        Window = window;
        Limits = limits;
        _file = file;
    }

    public HeaderWindow Window { get; }

    public ImageLimits Limits { get; }

    public IReadOnlyList<FrameHeader> Frames => _frames;

    public ImageFile Close(ImageFormat? format) => new(format, [.. _frames.Select(WithFrameCount)], _findings);

    public void Note(string rule, Severity severity, string? path, string found, string? expected = null) =>
        _findings.Add(new(rule, severity) { File = _file, Path = path, Found = found, Expected = expected });

    /// <summary>Refuses the file; when the budget of reading is used up, for that, because all else may only seem wrong.</summary>
    public void Refuse(string rule, string? path, string found, string? expected = null)
    {
        if (Window.BudgetSpent)
        {
            (rule, found, expected) = (CaptureFindings.TooLarge, $"more than {Limits.MostHeaderBytes} bytes of header", $"at most {Limits.MostHeaderBytes} bytes of header");
        }

        Note(rule, Severity.Error, path, found, expected);
    }

    /// <summary>Refuses what could not be read because the file ends before.</summary>
    public void RefuseUnread(string path, string found) => Refuse(CaptureFindings.Truncated, path, found, "the whole file");

    /// <summary>Keeps a frame when its dimensions are within the limits, else refuses the file; says which.</summary>
    public bool Add(FrameHeader frame, string path)
    {
        if (!MayAdd(frame.Facts, path))
        {
            return false;
        }

        _frames.Add(frame);
        return true;
    }

    /// <summary>Whether dimensions are within the limits; if not, refuses the file.</summary>
    public bool MayAdd(ImageFacts facts, string path) => SizeIsPlausible(facts, path) && SizeIsWithinLimits(facts, path);

    /// <summary>Bytes that a decoder needs for the pixels of one frame: whole words a row for one bit, else one, two or four bytes a pixel.</summary>
    public static long DecodedBytes(ImageFacts facts)
    {
        var pixels = (long)facts.Width * facts.Height;
        return facts switch
        {
            { IsBilevel: true } => (facts.Width + 31L) / 32 * 4 * facts.Height,
            { SamplesPerPixel: 1, BitsPerSample: <= 8 } => pixels,
            { SamplesPerPixel: 1, BitsPerSample: <= 16 } => pixels * 2,
            _ => pixels * 4,
        };
    }

    /// <summary>Which limit the dimensions pass, and by what; nulls when none.</summary>
    public static (string? Found, string? Expected) Excess(ImageFacts facts, ImageLimits limits)
    {
        var size = $"{facts.Width} x {facts.Height} pixels";
        return facts switch
        {
            _ when Math.Max(facts.Width, facts.Height) > limits.LargestSide => (size, $"at most {limits.LargestSide} pixels a side"),
            _ when (long)facts.Width * facts.Height > limits.MostPixels => (size, $"at most {limits.MostPixels} pixels"),
            _ when facts.SamplesPerPixel > limits.MostSamples => ($"{facts.SamplesPerPixel} samples per pixel", $"at most {limits.MostSamples}"),
            _ when DecodedBytes(facts) > limits.MostDecodedBytes => ($"{size}, {DecodedBytes(facts)} bytes when decoded", $"at most {limits.MostDecodedBytes} bytes"),
            _ => (null, null),
        };
    }

    private bool SizeIsPlausible(ImageFacts facts, string path)
    {
        if (facts.Width > 0 && facts.Height > 0 && facts.SamplesPerPixel > 0 && facts.BitsPerSample is > 0 and <= 64)
        {
            return true;
        }

        Refuse(CaptureFindings.Header, path, $"{facts.Width} x {facts.Height} pixels, {facts.SamplesPerPixel} samples of {facts.BitsPerSample} bits", "at least one pixel of 1 to 64 bits");
        return false;
    }

    private bool SizeIsWithinLimits(ImageFacts facts, string path)
    {
        if (Excess(facts, Limits) is not ({ } found, { } expected))
        {
            return true;
        }

        Refuse(CaptureFindings.TooLarge, path, found, expected);
        return false;
    }

    private FrameHeader WithFrameCount(FrameHeader frame) =>
        _frames.Count == 1 ? frame : frame with { Facts = frame.Facts with { Frames = _frames.Count } };
}
