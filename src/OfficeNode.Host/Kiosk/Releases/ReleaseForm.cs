using OfficeNode.Core.Batches;

namespace OfficeNode.Host.Kiosk.Releases;

/// <summary>What the screens of release send.</summary>
internal sealed class ReleaseForm
{
    /// <summary>The version of the entry that was seen.</summary>
    public long Version { get; set; }

    public string? Remark { get; set; }

    /// <summary>The paths of fields that are marked as wrong.</summary>
    public string[]? Wrong { get; set; }

    /// <summary>The batch that a sample is drawn of, by its number.</summary>
    public long Batch { get; set; }

    public long Sample { get; set; }

    public BatchId BatchId => new(Batch);
}
