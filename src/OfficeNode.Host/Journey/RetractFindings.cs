namespace OfficeNode.Host.Journey;

/// <summary>Ids of what the taking back of records says.</summary>
public static class RetractFindings
{
    /// <summary>A package does not go because a record in it was taken back; its other records go with a new one.</summary>
    public const string Stopped = "RETRACT-STOPPED";

    /// <summary>Nobody says why.</summary>
    public const string ReasonMissing = "RETRACT-REASON-MISSING";

    /// <summary>It is taken back already, and the destination has not confirmed yet.</summary>
    public const string Already = "RETRACT-ALREADY";

    /// <summary>Nothing of it ever went to the destination or waits for it.</summary>
    public const string NeverSent = "RETRACT-NEVER-SENT";

    /// <summary>Packages are being built or sent just now.</summary>
    public const string Busy = "RETRACT-BUSY";

    /// <summary>Nobody says what the destination wrote.</summary>
    public const string NoteMissing = "RETRACT-NOTE-MISSING";
}
