namespace OfficeNode.Sync;

/// <summary>Counts for one file what moved forward and what was sent twice, over every call of one transport.</summary>
internal sealed class UploadMeter
{
    private long _furthest;

    /// <summary>Bytes that the receiver said it wrote.</summary>
    public long AcknowledgedBytes { get; private set; }

    public long ResentBytes { get; private set; }

    /// <summary>Bytes read back and compared.</summary>
    public long ReadBackBytes { get; private set; }

    /// <summary>Told the end of what the receiver holds; null when nobody listens.</summary>
    public IProgress<long>? Progress { get; set; }

    /// <summary>The receiver holds the file up to here already.</summary>
    public void Begin(long offset)
    {
        _furthest = Math.Max(_furthest, offset);
        Progress?.Report(offset);
    }

    public void Sent(long offset, int length)
    {
        ResentBytes += Math.Clamp(_furthest - offset, 0, length);
        _furthest = Math.Max(_furthest, offset + length);
    }

    public void ReadBack(int length) => ReadBackBytes += length;

    public void Acknowledged(long end, int length)
    {
        AcknowledgedBytes += length;
        Progress?.Report(end);
    }
}
