namespace OfficeNode.Capture.Scanners;

/// <summary>What a device can do, by its own word.</summary>
public sealed class ScannerCapabilities
{
    private readonly Dictionary<string, DeviceOption> _options;

    private ScannerCapabilities(Dictionary<string, DeviceOption> options) => _options = options;

    /// <summary>The device's own names of its colours: <c>Color</c>, <c>Gray</c>, <c>Lineart</c>, ...</summary>
    public IReadOnlyList<string> Modes => this["mode"] is { IsActive: true } mode ? mode.Choices : [];

    /// <summary>The device's own names of where paper lies; empty where there is nothing to choose.</summary>
    public IReadOnlyList<string> Sources => this["source"] is { IsActive: true } source ? source.Choices : [];

    /// <summary>Pixels per inch, where the device has a list of them.</summary>
    public IReadOnlyList<double> Resolutions => [.. this["resolution"]?.Numbers ?? []];

    /// <summary>Pixels per inch from and to, where the device takes any between.</summary>
    public NumberRange? ResolutionRange => this["resolution"]?.Range;

    /// <summary>Millimetres that the device sees across; null where it does not say.</summary>
    public double? Width => this["x"]?.Range?.To;

    /// <summary>Millimetres that the device sees along; null where it does not say.</summary>
    public double? Height => this["y"]?.Range?.To;

    public bool HasFeeder => Sources.Any(SourceNames.IsFeeder);

    public bool HasDuplex => Sources.Any(SourceNames.IsDuplex) || this["duplex"] is not null || (this["adf-mode"]?.Choices.Any(SourceNames.IsDuplex) ?? false);

    /// <summary>An option by its name; null when the device has none of that name.</summary>
    public DeviceOption? this[string name] => _options.GetValueOrDefault(name);

    /// <summary>Reads what <c>scanimage -A</c> writes. Lines that describe no option are passed over: descriptions, headings, what drivers print beside.</summary>
    public static ScannerCapabilities Parse(string text)
    {
        var options = new Dictionary<string, DeviceOption>(StringComparer.Ordinal);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (DeviceOption.Parse(line.ToString()) is { } option)
            {
                options.TryAdd(option.Name, option);
            }
        }

        return new(options);
    }
}

/// <summary>What the names that drivers give to sources mean: there is no list of them, only custom.</summary>
internal static class SourceNames
{
    public static bool IsFeeder(string name) =>
        name.Contains("feeder", StringComparison.OrdinalIgnoreCase) || name.Contains("adf", StringComparison.OrdinalIgnoreCase) || IsDuplex(name);

    public static bool IsDuplex(string name) => name.Contains("duplex", StringComparison.OrdinalIgnoreCase);

    public static bool IsBack(string name) => name.Contains("back", StringComparison.OrdinalIgnoreCase);
}
