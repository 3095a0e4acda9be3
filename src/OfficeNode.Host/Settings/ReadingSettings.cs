using OfficeNode.Core;

namespace OfficeNode.Host.Settings;

/// <summary>How the node reads pages.</summary>
public sealed record ReadingSettings
{
    // The languages that are tested, by the office's own; others are named in the settings as Tesseract names them.
    private static readonly IReadOnlyDictionary<string, string> Known = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["en"] = "eng",
        ["fr"] = "fra",
        ["es"] = "spa",
        ["pt"] = "por",
        ["ru"] = "rus",
        ["ar"] = "ara",
    };

    /// <summary>Languages of the office's papers as Tesseract names them, the likeliest first. Default: the office's own language, English where it has none. Each more costs time and certainty.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Pages that are read at once. Default null: one on each core, and one less while somebody scans.</summary>
    public int? Workers { get; init; }

    /// <summary>The languages to read with.</summary>
    public IReadOnlyList<string> LanguagesFor(LanguageCode? office) =>
        Languages.Count > 0 ? Languages : [Known.GetValueOrDefault(office?.Value ?? "en", "eng")];
}
