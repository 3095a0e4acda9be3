using System.Text.Json;
using OfficeNode.TestKit;

namespace OfficeNode.Benchmarks;

/// <summary>A page to be read.</summary>
/// <param name="Frame">In its file, from 0.</param>
/// <param name="Truth">What is written there; null where nobody knows, or little is written.</param>
/// <param name="Lean">Degrees by which it was made to lean, clockwise; null where nobody knows, or little is written.</param>
internal sealed record OcrPage(string Path, int Frame, string? Truth, double? Lean = null);

/// <summary>Pages that are read with one call of a program, because they share their languages.</summary>
/// <param name="Kind">Under which its errors are counted: language and quality, or the samples it comes from.</param>
internal sealed record OcrSet(string Name, string Kind, string Language, IReadOnlyList<OcrPage> Pages)
{
    /// <summary>The one file of all pages, where there is one: what programs read that take a document at a time.</summary>
    public string? Document { get; init; }
}

/// <summary>The pages that OCR is measured with: dossiers with known truth, pages with known truth, and scans of which nobody knows what they say.</summary>
internal static class OcrPages
{
    // Types of pages of a dossier on which lines are written; separators and drawings count for the speed alone.
    private static readonly string[] Written = ["form", "description", "claims", "goods"];

    /// <summary>All dossiers below a folder, as the shared generator makes them.</summary>
    public static IEnumerable<OcrSet> Dossiers(string folder) => Directory.GetFiles(folder, "truth.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Dossier);

    /// <summary>Pages with their text beside them, in languages that are installed.</summary>
    public static IEnumerable<OcrSet> WithTruth(IReadOnlyCollection<string> languages)
    {
        var folder = SharedMaterial.Require("samples/ocr-gt");
        var rows = File.ReadLines(Path.Combine(folder, "index.tsv")).Skip(1).Select(line => line.Split('\t')).Where(cells => languages.Contains(cells[7]));
        foreach (var group in rows.GroupBy(cells => cells[7]))
        {
            var pages = group.Select(cells => new OcrPage(Path.Combine(folder, cells[0]), 0, File.ReadAllText(Path.Combine(folder, cells[1])))).ToList();
            yield return new($"samples-{group.Key}", "pages with known text, " + group.Key, group.Key, pages);
        }
    }

    /// <summary>Scanned pages of one frame, in Latin letters for the most part.</summary>
    public static OcrSet Scans(int most)
    {
        var folder = SharedMaterial.Require("samples/scans");
        var images = File.ReadLines(Path.Combine(folder, "index.tsv")).Skip(1).Select(line => line.Split('\t'))
            .Where(cells => cells[1] is "TIFF" or "JPEG" && cells[3] == "1" && IsPage(cells[2]));
        return new("scans", "scans", "eng", [.. images.Take(most).Select(cells => new OcrPage(Path.Combine(folder, cells[0]), 0, null))]);
    }

    /// <summary>Half an A4 page at 150 dpi at least.</summary>
    private static bool IsPage(string pixels) => pixels.Split('x') is [var width, var height] && int.Parse(width, null) >= 800 && int.Parse(height, null) >= 1_200;

    private static OcrSet Dossier(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var truth = json.RootElement;
        var document = Path.Combine(Path.GetDirectoryName(file)!, "batch.tif");   // a file has a folder
        var pages = truth.GetProperty("pages").EnumerateArray().Select((page, i) => Written.Contains(page.GetProperty("type").GetString())
            ? new OcrPage(document, i, page.GetProperty("text").GetString(), page.GetProperty("skew_deg").GetDouble())
            : new OcrPage(document, i, null));
        var language = truth.GetProperty("tesseract_lang").GetString() ?? "";
        var quality = truth.GetProperty("quality").GetString();
        return new($"{truth.GetProperty("id").GetString()}-{quality}", $"dossiers, {language}, {quality}", language, [.. pages]) { Document = document };
    }
}
