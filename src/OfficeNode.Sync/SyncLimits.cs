namespace OfficeNode.Sync;

/// <summary>The bounds on waits and on what a receiver may make this node hold.</summary>
public sealed record SyncLimits
{
    public static SyncLimits Default { get; } = new();

    /// <summary>Bytes at the end of a file that are read back before a resume and for the proof. 64 KiB: two seconds of a 256 kbit/s line.</summary>
    public int Tail { get; init; } = 64 * 1024;

    /// <summary>The longest packet taken from an SFTP server, in bytes. Matches SFTP_MAX_MSG_LENGTH of OpenSSH.</summary>
    public int Packet { get; init; } = 256 * 1024;

    /// <summary>The longest file handle. draft-ietf-secsh-filexfer-02, 6.3: at most 256 bytes.</summary>
    public int Handle { get; init; } = 256;

    /// <summary>Names in one folder: two years of nightly packages with three sidecars for some thirty offices.</summary>
    public int FolderEntries { get; init; } = 100_000;

    /// <summary>Bytes of one WRITE or READ. draft-ietf-secsh-filexfer-02, 3: every server takes 32768 bytes of data.</summary>
    public int Chunk { get; init; } = 32 * 1024;

    /// <summary>Bytes on their way without an answer. 1 MiB fills a 10 Mbit/s line with 0.8 s of round trip (satellite).</summary>
    public int Window { get; init; } = 1024 * 1024;

    /// <summary>How long ssh may take to reach the server and to agree on keys. Log-in needs about eight round trips: 5 s by satellite, with room for lost packets.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a receiver may stay silent while an answer is due: a full chunk passes in it at 5 kbit/s.</summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long one step on a share or stick may take; the longest is bringing a whole package to a slow stick: 200 MB at 1 MB/s, three times over.</summary>
    public TimeSpan FolderStep { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long ssh may take to end and to tell why once its output has ended.</summary>
    public TimeSpan Farewell { get; init; } = TimeSpan.FromSeconds(5);
}
