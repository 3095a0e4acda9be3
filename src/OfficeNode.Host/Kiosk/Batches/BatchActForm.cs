namespace OfficeNode.Host.Kiosk.Batches;

/// <summary>What somebody does to pages of a batch, as a form posts it; null where nothing was given.</summary>
internal sealed class BatchActForm
{
    /// <summary>One of the words of <see cref="BatchActs"/>.</summary>
    public string? Act { get; set; }

    /// <summary>The pages it is done to, in order, as <see cref="PageNumbers"/>.</summary>
    public string? Pages { get; set; }

    /// <summary>The page with the cursor.</summary>
    public int? Cursor { get; set; }

    /// <summary>Pages that were cut and not yet put down.</summary>
    public string? Cut { get; set; }

    /// <summary>The turns by which each of <see cref="Pages"/> was shown.</summary>
    public string? Shown { get; set; }

    /// <summary>The last edit that stood when the person looked.</summary>
    public long Version { get; set; }
}
