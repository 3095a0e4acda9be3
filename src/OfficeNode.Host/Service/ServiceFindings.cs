namespace OfficeNode.Host.Service;

/// <summary>Ids of what keeps a destination from its turn in the night.</summary>
public static class ServiceFindings
{
    /// <summary>A command of a person holds the lease: it goes first.</summary>
    public const string LeaseHeld = "NIGHT-LEASE-HELD";

    /// <summary>The disk or the register failed.</summary>
    public const string Storage = "NIGHT-STORAGE";

    /// <summary>The destination is set up wrongly.</summary>
    public const string Settings = "NIGHT-SETTINGS";

    /// <summary>Page images cannot be worked on.</summary>
    public const string Images = "NIGHT-IMAGES";

    /// <summary>Anything else; the log has it.</summary>
    public const string Failed = "NIGHT-FAILED";
}
