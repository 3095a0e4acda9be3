using OfficeNode.Core.Batches;
using OfficeNode.Host.Service;
using OfficeNode.Host.Texts;
using OfficeNode.Storage;

namespace OfficeNode.Host.Kiosk.Batches;

/// <summary>How far a batch is.</summary>
internal enum BatchState
{
    /// <summary>Pages come into it.</summary>
    Scanning,

    /// <summary>The scanner or a person stopped its last scan.</summary>
    Stopped,

    /// <summary>Its last scan came to no end: the service or the computer stopped.</summary>
    Interrupted,

    /// <summary>It waits to be put in order and handed over.</summary>
    Arranging,

    /// <summary>Its drafts are entries, to be keyed.</summary>
    HandedOver,
}

/// <summary>Tells how far batches are, and says so in words.</summary>
internal sealed class BatchStates
{
    private readonly BatchId? _running;

    private BatchStates(BatchId? running) => _running = running;

    /// <summary>As things stand now.</summary>
    /// <remarks>A scan by command is known by its lease alone: it goes into the batch that was begun, or gone on with, last.</remarks>
    public static BatchStates Now(RegisterSession session, ScanService scans) => new(
        scans.Running ?? (session.Leases.HolderOf("scan") is not null && session.Batches.Open() is [.., var last] ? last.Id : null));

    /// <summary>The batch that pages come into; null when there is none.</summary>
    public BatchId? Running => _running;

    public BatchState Of(Batch batch) => batch switch
    {
        { HandedOver: not null } => BatchState.HandedOver,
        { Ended: null } when batch.Id == _running => BatchState.Scanning,
        { Ended: null } => BatchState.Interrupted,
        { Fault: not null } => BatchState.Stopped,
        _ => BatchState.Arranging,
    };

    public static string WordsOf(BatchState state) => Words.Of("batches.state." + state);

    /// <summary>As the style sheet names its colour; null for none.</summary>
    public static string? ToneOf(BatchState state) => state switch
    {
        BatchState.Scanning or BatchState.HandedOver => "good",
        BatchState.Stopped or BatchState.Interrupted => "look",
        _ => null,
    };
}
