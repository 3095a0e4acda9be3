using OfficeNode.Core;

namespace OfficeNode.Sync.Deliveries;

/// <summary>What one run over the outbox did; counts are of packages.</summary>
public sealed record SyncRun
{
    /// <summary>Packages of which bytes were sent.</summary>
    public int Sent { get; init; }

    public int Delivered { get; init; }

    public int Accepted { get; init; }

    public int Refused { get; init; }

    /// <summary>Packages still in the outbox.</summary>
    public int Waiting { get; init; }

    /// <summary>Bytes both ways, before encryption.</summary>
    public long BytesOnWire { get; init; }

    /// <summary>Bytes of packages sent a second time.</summary>
    public long BytesResent { get; init; }

    /// <summary>Why something did not arrive, or an answer was not taken.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public SyncRun Plus(SyncRun other) => new()
    {
        Sent = Sent + other.Sent,
        Delivered = Delivered + other.Delivered,
        Accepted = Accepted + other.Accepted,
        Refused = Refused + other.Refused,
        Waiting = Waiting + other.Waiting,
        BytesOnWire = BytesOnWire + other.BytesOnWire,
        BytesResent = BytesResent + other.BytesResent,
        Findings = [.. Findings, .. other.Findings],
    };
}
