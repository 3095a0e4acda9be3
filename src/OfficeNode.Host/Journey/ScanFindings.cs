namespace OfficeNode.Host.Journey;

/// <summary>Ids of what keeps a scan from beginning or from its end, besides what the scanner itself says.</summary>
public static class ScanFindings
{
    /// <summary>Somebody scans already; found is who, since when.</summary>
    public const string Held = "SCAN-HELD";

    /// <summary>No source of that name is known here.</summary>
    public const string Source = "SCAN-SOURCE";

    /// <summary>The size of the paper cannot be read; expected says what can.</summary>
    public const string Paper = "SCAN-PAPER";

    /// <summary>The resolution is beyond what scanners have; expected says from where to where.</summary>
    public const string Resolution = "SCAN-RESOLUTION";

    /// <summary>There is no such batch to scan into.</summary>
    public const string Batch = "SCAN-BATCH";

    /// <summary>A person stopped it.</summary>
    public const string Stopped = "SCAN-STOPPED-BY";

    /// <summary>Disk or register failed; found is what they say.</summary>
    public const string Disk = "SCAN-DISK";

    /// <summary>Pages cannot be looked at on this machine; found is why.</summary>
    public const string Machine = "SCAN-MACHINE";

    /// <summary>Anything else; the log has it.</summary>
    public const string Failed = "SCAN-FAILED";

    /// <summary>Pages stay at the end of the batch, because they could not be put where they were wanted.</summary>
    public const string NotPlaced = "SCAN-NOT-PLACED";
}
