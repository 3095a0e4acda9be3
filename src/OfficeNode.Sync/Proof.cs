namespace OfficeNode.Sync;

/// <summary>How a transport saw that a file arrived.</summary>
public enum ProofKind
{
    /// <summary>The exact length stands under the final name and the last bytes (<see cref="SyncLimits.Tail"/>) read back are equal.</summary>
    LengthAndTail,

    /// <summary>The whole file was read back from its final name and hashes to the digest.</summary>
    Digest,
}

/// <summary>What the transport saw of a file under its final name: the meaning of "delivered" (I7).</summary>
public sealed record Proof
{
    public required ProofKind Kind { get; init; }

    /// <summary>The final name with its folder.</summary>
    public required RemotePath Path { get; init; }

    /// <summary>Bytes under the final name.</summary>
    public required long Length { get; init; }

    /// <summary>It stood there complete before this call: an earlier call was cut between its last byte and its answer.</summary>
    public required bool WasThere { get; init; }

    /// <summary>Bytes both ways in this call, as handed to and taken from the line (before encryption); 0 for a folder.</summary>
    public required long WireBytes { get; init; }

    /// <summary>Bytes of the file sent in this call that this transport had sent before.</summary>
    public required long ResentBytes { get; init; }
}
