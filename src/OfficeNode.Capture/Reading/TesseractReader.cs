using System.Globalization;
using System.Text;
using OfficeNode.Capture.Native;
using OfficeNode.Core;

namespace OfficeNode.Capture.Reading;

/// <summary>Tesseract with the models of some languages, which are loaded once. Lives in the worker process; one thread at a time.</summary>
internal sealed class TesseractReader : IDisposable
{
    // What lies outside these means that nobody knows; Tesseract takes the same.
    private const int LowestDpi = 70;
    private const int HighestDpi = 2_400;

    private readonly TesseractHandle _engine;

    private TesseractReader(TesseractHandle engine, IReadOnlyList<string> missing)
    {
        _engine = engine;
        Missing = missing;
    }

    /// <summary>Languages asked for that are not installed; such a reader reads nothing.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <exception cref="DllNotFoundException">Tesseract is not installed.</exception>
    public static TesseractReader Start(IReadOnlyList<string> languages)
    {
        var engine = Tesseract.Create();
        var started = Tesseract.Start(engine, IntPtr.Zero, string.Join('+', languages), Tesseract.NeuralNetwork) == 0;

        // Where one of several is missing, Tesseract goes on with the others.
        var missing = started ? languages.Except(Tesseract.LanguagesOf(engine)).ToList() : languages;
        if (started)
        {
            _ = Tesseract.Set(engine, "debug_file", OperatingSystem.IsWindows() ? "NUL" : "/dev/null");

            // What was read on one page must not colour the next: the same page reads the same whatever came before it.
            _ = Tesseract.Set(engine, "tessedit_enable_doc_dict", "0");
        }

        return new(engine, missing);
    }

    /// <summary>Reads a picture whose lines lie level; boxes are in its pixels.</summary>
    public IReadOnlyList<TextBlock> Read(PixHandle picture, int dpi)
    {
        Tesseract.SetLayout(_engine, Tesseract.WholePage);
        Tesseract.SetPicture(_engine, picture);
        Tesseract.SetResolution(_engine, Math.Clamp(dpi, LowestDpi, HighestDpi));
        try
        {
            return Tesseract.Recognise(_engine, IntPtr.Zero) == 0 ? TakeBlocks() : [];
        }
        finally
        {
            Tesseract.Clear(_engine);
        }
    }

    public void Dispose() => _engine.Dispose();

    private List<TextBlock> TakeBlocks()
    {
        var words = Tesseract.Words(_engine);
        if (words == IntPtr.Zero)
        {
            return [];
        }

        try
        {
            return TakeBlocks(words);
        }
        finally
        {
            Tesseract.EndWords(words);
        }
    }

    private static List<TextBlock> TakeBlocks(IntPtr words)
    {
        var places = Tesseract.PlacesOf(words);
        var blocks = new List<List<List<TextWord>>>();
        do
        {
            // A new block or line may begin with a word that is empty: its successor then opens it.
            if (blocks.Count == 0 || (Tesseract.BeginsAt(places, Tesseract.Paragraph) != 0 && blocks[^1].Count > 0))
            {
                blocks.Add([]);
            }

            if (blocks[^1].Count == 0 || (Tesseract.BeginsAt(places, Tesseract.Line) != 0 && blocks[^1][^1].Count > 0))
            {
                blocks[^1].Add([]);
            }

            if (TakeWord(words, places) is { } word)
            {
                blocks[^1][^1].Add(word);
            }
        }
        while (Tesseract.Next(words, Tesseract.Word) != 0);

        return [.. blocks.Select(lines => lines.Where(line => line.Count > 0).Select(LineOf).ToList()).Where(lines => lines.Count > 0).Select(BlockOf)];
    }

    private static TextWord? TakeWord(IntPtr words, IntPtr places)
    {
        var text = Tesseract.TextOf(words, Tesseract.Word);
        if (text == IntPtr.Zero || Tesseract.BoxOf(places, Tesseract.Word, out var left, out var top, out var right, out var bottom) == 0)
        {
            return null;
        }

        var plain = WithoutMarks(Tesseract.Take(text));
        return plain.Length == 0 || right <= left || bottom <= top
            ? null
            : new(plain, new PixelBox(left, top, right - left, bottom - top), Math.Clamp(Tesseract.ConfidenceOf(words, Tesseract.Word), 0, 100));
    }

    private static TextLine LineOf(List<TextWord> words) => new(words.Select(word => word.Box).Aggregate((all, box) => all.Union(box)), words)
    {
        RightToLeft = ScriptDirection.RunsRightToLeft(string.Concat(words.Select(word => word.Text))),
    };

    private static TextBlock BlockOf(List<TextLine> lines) => new(lines.Select(line => line.Box).Aggregate((all, box) => all.Union(box)), lines);

    /// <summary>Letters stand in the order in which they are read; marks that steer their showing, and what XML cannot hold, are dropped.</summary>
    private static string WithoutMarks(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned) && !char.IsWhiteSpace(letter))
            {
                kept.Append(letter);
            }
        }

        return kept.ToString().Normalize(NormalizationForm.FormC);
    }
}
