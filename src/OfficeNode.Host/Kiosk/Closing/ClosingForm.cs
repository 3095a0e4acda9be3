namespace OfficeNode.Host.Kiosk.Closing;

/// <summary>What is given on the screen that closes the day.</summary>
public sealed class ClosingForm
{
    /// <summary>A box posts nothing when it is not ticked.</summary>
    public bool Feeder { get; set; }

    public string? Remark { get; set; }
}
