namespace OfficeNode.Host.Kiosk.People;

/// <summary>What somebody gave about themselves; null where nothing was given.</summary>
internal sealed class OwnForm
{
    public string? Old { get; set; }

    public string? Secret { get; set; }

    /// <summary>A tag; empty for what the browser asks for.</summary>
    public string? Language { get; set; }
}
