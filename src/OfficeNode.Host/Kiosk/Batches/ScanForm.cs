using System.Globalization;
using OfficeNode.Capture.Scanners;
using OfficeNode.Host.Journey;

namespace OfficeNode.Host.Kiosk.Batches;

/// <summary>How somebody wants to scan, as a form posts it; null or false where nothing was given.</summary>
internal sealed class ScanForm
{
    /// <summary>One of the sources that were offered; empty for <see cref="Other"/>.</summary>
    public string? Source { get; set; }

    /// <summary>A scanner by its name, which no list shows.</summary>
    public string? Other { get; set; }

    public string? Resolution { get; set; }

    public ScanColour Colour { get; set; } = ScanColour.Grey;

    public bool Duplex { get; set; }

    /// <summary>Empty for all that the scanner sees.</summary>
    public string? Paper { get; set; }

    public bool BackFile { get; set; }

    /// <summary>The batch that the pages go into; empty for a new one.</summary>
    public string? Into { get; set; }

    /// <summary>The page before which they go; empty for the end.</summary>
    public int? Before { get; set; }

    /// <summary>The pages whose places they take, as <see cref="PageNumbers"/>.</summary>
    public string? Replace { get; set; }

    public static ScanForm Of(ScanChoice choice) => new()
    {
        Source = choice.Source,
        Resolution = choice.Resolution.ToString(CultureInfo.InvariantCulture),
        Colour = choice.Colour,
        Duplex = choice.Duplex,
        Paper = choice.Paper,
        BackFile = choice.IsBackFile,
    };
}
