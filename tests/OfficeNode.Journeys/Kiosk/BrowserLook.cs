using Microsoft.Playwright;

namespace OfficeNode.Journeys.Kiosk;

/// <summary>How a person's browser is set up. The screens must be usable on a monitor of 1280 x 720.</summary>
internal sealed record BrowserLook
{
    /// <summary>As the browser asks for it in Accept-Language.</summary>
    public string Locale { get; init; } = "en";

    public ColorScheme Colors { get; init; } = ColorScheme.Light;

    /// <summary>In CSS pixels.</summary>
    public int Width { get; init; } = 1280;

    /// <summary>In CSS pixels.</summary>
    public int Height { get; init; } = 720;

    /// <summary>Pixels of the monitor per CSS pixel.</summary>
    public float Zoom { get; init; } = 1;

    /// <summary>The same monitor at 200 % zoom: half as many CSS pixels, each twice as large.</summary>
    public BrowserLook Zoomed() => this with { Width = Width / 2, Height = Height / 2, Zoom = 2 };
}
