namespace OfficeNode.Host.Journey;

/// <summary>Ids of what a person enters of a destination's answer.</summary>
public static class AcknowledgeFindings
{
    /// <summary>The destination did not take this record.</summary>
    public const string RecordRefused = "ACKNOWLEDGE-RECORD-REFUSED";

    /// <summary>The destination did not take the package.</summary>
    public const string PackageRefused = "ACKNOWLEDGE-PACKAGE-REFUSED";

    /// <summary>The destination says it took another number of records than the package brought.</summary>
    public const string CountDiffers = "ACKNOWLEDGE-COUNT-DIFFERS";
}
