namespace OfficeNode.Sync;

/// <summary>Counters of one transport; all only grow.</summary>
/// <param name="Sent">Bytes handed to the line, before encryption; for a folder the bytes written.</param>
/// <param name="Received">Bytes taken from the line, after decryption; for a folder the bytes read back.</param>
/// <param name="Acknowledged">Bytes of files that the receiver said it wrote: what has really moved forward.</param>
/// <param name="Resent">Bytes of files sent a second time.</param>
/// <param name="ReadBack">Bytes of files read back to compare them: the price of resuming safely and of the proof, part of <paramref name="Received"/>.</param>
public readonly record struct Traffic(long Sent, long Received, long Acknowledged, long Resent, long ReadBack)
{
    /// <summary>Bytes both ways.</summary>
    public long Total => Sent + Received;

    /// <summary>What was added since an earlier reading of the same transport.</summary>
    public Traffic Since(Traffic earlier) => new(
        Sent - earlier.Sent, Received - earlier.Received, Acknowledged - earlier.Acknowledged, Resent - earlier.Resent, ReadBack - earlier.ReadBack);
}
