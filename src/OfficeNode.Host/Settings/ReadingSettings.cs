using OfficeNode.Core;

namespace OfficeNode.Host.Settings;

/// <summary>How the node reads pages.</summary>
public sealed record ReadingSettings
{
    /// <summary>A machine of an office has fewer cores; more workers than this only fight for memory.</summary>
    public const int MostWorkers = 64;

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

    /// <summary>Languages of the office's papers as Tesseract names them, the likeliest first: <see cref="Capture.Reading.ReadingLanguage"/>. Default: the office's own language, English where it has none. Each more costs time and certainty.</summary>
    /// <remarks>Where the writing is not Latin, English is read too: numbers and country codes on forms are Latin all the same, and <c>KG</c> read as Cyrillic is another number.</remarks>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Pages that are read at once, 1 to <see cref="MostWorkers"/>. Default null: one on each core, and one less while somebody scans.</summary>
    public int? Workers { get; init; }

    /// <summary>The languages to read with.</summary>
    public IReadOnlyList<string> LanguagesFor(LanguageCode? office)
    {
        if (Languages.Count > 0)
        {
            return Languages;
        }

        var own = Known.GetValueOrDefault(office?.Value ?? "en", "eng");
        return own is "rus" or "ara" ? [own, "eng"] : [own];
    }
}
