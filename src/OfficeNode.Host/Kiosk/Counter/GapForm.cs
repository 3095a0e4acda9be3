namespace OfficeNode.Host.Kiosk.Counter;

/// <summary>What is given about numbers that are skipped, or a filing that is taken back; null where nothing was given.</summary>
public sealed class GapForm
{
    public long Series { get; set; }

    public string? Count { get; set; }

    public string? Why { get; set; }

    /// <summary>The name of the act, as the form was given out with.</summary>
    public string? Request { get; set; }
}
