using OfficeNode.Core;

namespace OfficeNode.Capture.Scanners;

/// <summary>A SANE device with options of its own, as <c>sane:NAME?option=value&amp;option=value</c> names it.</summary>
/// <remarks>
/// <para>NAME is the device as <c>scanimage -L</c> lists it. What follows the first <c>?</c> are options as <c>scanimage -A -d NAME</c> lists them, without
/// their hyphens: <c>sane:test:0?source=Automatic Document Feeder&amp;test-picture=Grid</c>, <c>sane:pnm:0?filename=page.pgm</c>. They go before what
/// the <see cref="ScanOrder"/> asks for. Characters of special meaning (<c>? &amp; = %</c>) are written as in web addresses: <c>%26</c>.</para>
/// <para>One option may stand several times: each of its values is one scan, in that order (<c>filename=1.pgm&amp;filename=2.pgm</c>).</para>
/// <para>One name is ours: <c>feeder=yes|no</c> says that a device without a choice of sources has a feeder, or that the chosen source is none.</para>
/// </remarks>
public sealed record SaneAddress
{
    private const string FeederName = "feeder";

    /// <summary>The device as <c>scanimage</c> names it.</summary>
    public required string Device { get; init; }

    /// <summary>Options that stand once.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Options { get; init; } = [];

    /// <summary>The option that stands several times; null when there is none.</summary>
    public string? Repeated { get; init; }

    /// <summary>The values of <see cref="Repeated"/>, one for each scan.</summary>
    public IReadOnlyList<string> Repeats { get; init; } = [];

    /// <summary>What the source says about a feeder; null leaves it to the names that the device offers.</summary>
    public bool? Feeder { get; init; }

    /// <summary>Reads what follows <c>sane:</c>.</summary>
    public static ParseResult<SaneAddress> Parse(string text)
    {
        var parts = text.Split('?', 2);
        var device = Uri.UnescapeDataString(parts[0]);
        if (string.IsNullOrWhiteSpace(device) || HasControls(device))
        {
            return ParseResult<SaneAddress>.Refuse("sane:NAME with a device as 'officenode scanners' lists it");
        }

        var options = new List<KeyValuePair<string, string>>();
        foreach (var part in parts.Length == 1 ? [] : parts[1].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = part.Split('=', 2);
            var name = Uri.UnescapeDataString(pair[0]);
            var value = pair.Length == 1 ? "" : Uri.UnescapeDataString(pair[1]);
            if (!IsName(name) || HasControls(value))
            {
                return ParseResult<SaneAddress>.Refuse("options as option=value after '?', parted by '&'");
            }

            options.Add(new(name, value));
        }

        return Sort(device, options);
    }

    private static ParseResult<SaneAddress> Sort(string device, List<KeyValuePair<string, string>> options)
    {
        var byName = options.ToLookup(option => option.Key, option => option.Value, StringComparer.Ordinal);
        var repeated = byName.Where(values => values.Count() > 1).Select(values => values.Key).ToList();
        if (repeated.Count > 1 || repeated.Contains(FeederName))
        {
            return ParseResult<SaneAddress>.Refuse("one option at most that stands several times");
        }

        var feeder = byName[FeederName].FirstOrDefault();
        if (feeder is not (null or "yes" or "no"))
        {
            return ParseResult<SaneAddress>.Refuse("feeder=yes or feeder=no");
        }

        return ParseResult<SaneAddress>.Read(new()
        {
            Device = device,
            Options = [.. options.Where(option => option.Key != FeederName && !repeated.Contains(option.Key))],
            Repeated = repeated.FirstOrDefault(),
            Repeats = [.. repeated.SelectMany(name => byName[name])],
            Feeder = feeder is null ? null : feeder == "yes",
        });
    }

    // The names that SANE allows to options; one that begins with a hyphen could turn into an option of scanimage itself.
    private static bool IsName(string name) =>
        name.Length > 0 && char.IsAsciiLetter(name[0]) && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    private static bool HasControls(string text) => text.Any(char.IsControl);
}
