namespace OfficeNode.Capture.Scanners;

/// <summary>The ids of what keeps scanners from going on, one for each <see cref="ScannerFault"/>; each has its text in <c>ScannerFindings.resx</c>.</summary>
/// <remarks>Path is the device or folder, found what the device says itself.</remarks>
public static class ScannerFindings
{
    public const string Jam = "SCANNER-JAM";
    public const string FeederEmpty = "SCANNER-FEEDER-EMPTY";
    public const string CoverOpen = "SCANNER-COVER-OPEN";
    public const string Busy = "SCANNER-BUSY";
    public const string Gone = "SCANNER-GONE";
    public const string NotFound = "SCANNER-NOT-FOUND";
    public const string Denied = "SCANNER-DENIED";
    public const string ProgramMissing = "SCANNER-PROGRAM-MISSING";
    public const string TimedOut = "SCANNER-TIMED-OUT";
    public const string NotSupported = "SCANNER-NOT-SUPPORTED";
    public const string Other = "SCANNER-STOPPED";

    /// <summary>The id of a fault.</summary>
    public static string Of(ScannerFault fault) => fault switch
    {
        ScannerFault.Jam => Jam,
        ScannerFault.FeederEmpty => FeederEmpty,
        ScannerFault.CoverOpen => CoverOpen,
        ScannerFault.Busy => Busy,
        ScannerFault.Gone => Gone,
        ScannerFault.NotFound => NotFound,
        ScannerFault.Denied => Denied,
        ScannerFault.ProgramMissing => ProgramMissing,
        ScannerFault.TimedOut => TimedOut,
        ScannerFault.NotSupported => NotSupported,
        _ => Other,
    };
}
