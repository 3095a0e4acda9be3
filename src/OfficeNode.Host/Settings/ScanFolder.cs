namespace OfficeNode.Host.Settings;

/// <summary>A folder into which scanners save files, and out of which the service takes batches by itself.</summary>
/// <param name="Path">A full path; the batches' source is <c>folder:</c> and this.</param>
public sealed record ScanFolder(string Path)
{
    /// <summary>A folder that is to be watched for longer than an hour before its files are taken is watched by nobody.</summary>
    public const int LongestRest = 3_600;

    /// <summary>Seconds for which nothing may change before the files are taken, as one batch. Default 10: copiers pause that long between pages when they save over a network.</summary>
    public int RestSeconds { get; init; } = 10;
}
