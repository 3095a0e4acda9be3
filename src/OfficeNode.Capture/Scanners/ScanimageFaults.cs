namespace OfficeNode.Capture.Scanners;

/// <summary>What went wrong, by the exit code and the last words of <c>scanimage</c>.</summary>
/// <remarks>Exit codes are SANE's status numbers, but for a feeder without paper, which ends with 0, and for everything before the first page, which ends with 1.</remarks>
internal static class ScanimageFaults
{
    private const string Speaker = "scanimage: ";

    /// <summary>The words of SANE for its states (backend/sane_strstatus.c), and what each means to a person.</summary>
    private static readonly (string Words, ScannerFault Fault)[] States =
    [
        ("Document feeder jammed", ScannerFault.Jam),
        ("Document feeder out of documents", ScannerFault.FeederEmpty),
        ("Scanner cover is open", ScannerFault.CoverOpen),
        ("Device busy", ScannerFault.Busy),
        ("Access to resource has been denied", ScannerFault.Denied),
        ("Error during device I/O", ScannerFault.Gone),
        ("Operation not supported", ScannerFault.NotSupported),
    ];

    // What scanimage writes after the cause, or without one.
    private static readonly string[] Asides = ["received signal", "trying to stop scanner", "rounded value", "sending TERM", "aborting"];

    /// <summary>Whether a batch that gave sides came to its natural end: the feeder is empty, or the device had no more.</summary>
    public static bool IsEndOfPaper(ScanimageEnd end, int sides) => end.ExitCode == 0 && sides > 0;

    /// <summary>The fault of a run that did not end well.</summary>
    public static ScannerException Of(ScanimageEnd end, string device)
    {
        var cause = Cause(end.Words);
        return cause is null
            ? new(ScannerFault.Other, device, $"scanimage ended with exit code {end.ExitCode}.")
            : new(FaultOf(cause), device, cause);
    }

    private static ScannerFault FaultOf(string cause)
    {
        var state = Array.Find(States, state => cause.Contains(state.Words, StringComparison.Ordinal));
        if (state.Words is not null)
        {
            return state.Fault;
        }

        // SANE has no word for a device that it does not know: opening it is an invalid argument.
        return cause.StartsWith("open of device", StringComparison.Ordinal) || cause.StartsWith("no SANE devices found", StringComparison.Ordinal) ? ScannerFault.NotFound
            : cause.StartsWith("setting of option", StringComparison.Ordinal) || cause.Contains("option", StringComparison.Ordinal) ? ScannerFault.NotSupported
            : ScannerFault.Other;
    }

    /// <summary>The last thing that <c>scanimage</c> complained of; null when it complained of nothing.</summary>
    private static string? Cause(string words) => words
        .Split('\n', StringSplitOptions.TrimEntries)
        .Where(line => line.StartsWith(Speaker, StringComparison.Ordinal))
        .Select(line => line[Speaker.Length..])
        .LastOrDefault(line => !Asides.Any(aside => line.StartsWith(aside, StringComparison.Ordinal)));
}
