namespace OfficeNode.Host.Doctor;

/// <summary>How much free disk an office needs.</summary>
internal static class DiskRoom
{
    /// <summary>Bytes below which a person should make room: twenty days of 5,000 pages of 100 kB.</summary>
    public const long Low = 10_000_000_000;

    /// <summary>Bytes below which work is about to stop: two such days.</summary>
    public const long Short = 1_000_000_000;
}
