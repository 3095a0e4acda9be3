namespace OfficeNode.Capture.Scanners;

/// <summary>What the names that drivers give to their colours mean: SANE recommends three, drivers write what they like.</summary>
internal static class ModeNames
{
    private static readonly string[] Bilevel = ["Lineart", "Binary", "Black & White", "Black and White", "Monochrome"];
    private static readonly string[] Grey = ["Gray", "Grey", "Grayscale", "True Gray"];
    private static readonly string[] Colour = ["Color", "Colour", "24bit Color"];

    // Dots that only look grey: neither reading nor thresholds can do anything with them.
    private static readonly string[] Dithered = ["halftone", "diffusion", "dither"];

    /// <summary>The device's name for what is wanted: one of the usual names, else one that contains such a name; null when it has none.</summary>
    public static string? Find(IReadOnlyList<string> offered, ScanColour wanted)
    {
        var usual = wanted switch { ScanColour.Bilevel => Bilevel, ScanColour.Grey => Grey, _ => Colour };
        return usual.SelectMany(name => offered.Where(mode => mode.Equals(name, StringComparison.OrdinalIgnoreCase)))
            .Concat(usual.SelectMany(name => offered.Where(mode => Contains(mode, name))))
            .FirstOrDefault(mode => !Dithered.Any(word => Contains(mode, word)));
    }

    private static bool Contains(string mode, string word) => mode.Contains(word, StringComparison.OrdinalIgnoreCase);
}
