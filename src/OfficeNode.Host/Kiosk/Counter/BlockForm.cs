using OfficeNode.Host.Journey;

namespace OfficeNode.Host.Kiosk.Counter;

/// <summary>What is given about a block that is to be reserved; null where nothing was given.</summary>
public sealed class BlockForm
{
    public long Series { get; set; }

    public string? Count { get; set; }

    public string? FirstDay { get; set; }

    public string? LastDay { get; set; }

    /// <summary>The name of the act, as the form was given out with.</summary>
    public string? Request { get; set; }

    public BlockEntry Entry => new() { Count = Count, FirstDay = FirstDay, LastDay = LastDay };
}
