using OfficeNode.Core.Batches;

namespace OfficeNode.Host.Kiosk.Releases;

/// <summary>What the screens of release send.</summary>
internal sealed class ReleaseForm
{
    /// <summary>The version of the entry that was seen; a form of ours names one.</summary>
    public long[]? Version { get; set; }

    /// <summary>The version that was seen; 0, which no entry has, where the form names none or several.</summary>
    public long Seen => Version is [var one] ? one : 0;

    public string? Remark { get; set; }

    /// <summary>The paths of fields that are marked as wrong.</summary>
    public string[]? Wrong { get; set; }

    /// <summary>The batch that a sample is drawn of, by its number.</summary>
    public long Batch { get; set; }

    public long Sample { get; set; }

    public BatchId BatchId => new(Batch);
}
