using OfficeNode.Capture.Headers;
using OfficeNode.Capture.Native;
using OfficeNode.Capture.Reading;
using OfficeNode.Core;
using OfficeNode.Core.Json;

namespace OfficeNode.Capture.Workers;

/// <summary>Reads decoded pages. Keeps the models of the languages that were asked for last, because loading them takes as long as a page.</summary>
internal sealed class ReadJob
{
    // Models take 5 to 40 MB. An office has one or two sets of languages.
    private const int MostReaders = 3;

    private readonly Dictionary<string, TesseractReader> _readers = [];

    public WorkerReply Read(PixHandle decoded, FrameHeader header, ReadOrder order, WorkerReply reply)
    {
        TesseractReader tesseract;
        try
        {
            tesseract = ReaderOf(order.Languages);
        }
        catch (DllNotFoundException)
        {
            return reply with { Missing = [] };
        }

        if (tesseract.Missing.Count > 0)
        {
            return reply with { Missing = tesseract.Missing };
        }

        using var frame = PixSteps.Upright(decoded, header.Facts.Format == ImageFormat.Tiff ? 1 : header.Orientation);
        return frame is not null && new PageReader(tesseract, order).Read(frame, ReadingResolution.Of(header.Facts)) is { } text
            ? reply with { Extension = PageTextJson.Extension, Body = PageTextJson.Write(text with { Pictures = PagePictures.Find(frame, text) }) }
            : reply with { Findings = [.. reply.Findings, new(CaptureFindings.NotDecodable, Severity.Error) { Found = $"{decoded.Width} x {decoded.Height} pixels" }] };
    }

    /// <exception cref="DllNotFoundException">Tesseract is not installed.</exception>
    private TesseractReader ReaderOf(IReadOnlyList<string> languages)
    {
        var key = string.Join('+', languages);
        if (_readers.TryGetValue(key, out var known))
        {
            return known;
        }

        if (_readers.Count == MostReaders)
        {
            foreach (var reader in _readers.Values)
            {
                reader.Dispose();
            }

            _readers.Clear();
        }

        var started = TesseractReader.Start(languages);
        if (started.Missing.Count == 0)
        {
            // One that misses a language is tried anew next time: somebody may have installed it.
            _readers.Add(key, started);
        }

        return started;
    }
}
