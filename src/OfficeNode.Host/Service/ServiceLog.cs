namespace OfficeNode.Host.Service;

/// <summary>What the service writes to its log. The numbers are stable: people search for them. No contents of records, no secrets.</summary>
internal static partial class ServiceLog
{
    [LoggerMessage(1001, LogLevel.Information, "Serving {Data} at {Urls}.")]
    public static partial void Serving(this ILogger log, string data, string urls);

    [LoggerMessage(1002, LogLevel.Information, "Stopping.")]
    public static partial void Stopping(this ILogger log);

    [LoggerMessage(1003, LogLevel.Warning, "The kiosk at {Urls} can be reached from other machines. Its certificate has the SHA-256 {Fingerprint}.")]
    public static partial void OpenToOthers(this ILogger log, string urls, string fingerprint);

    [LoggerMessage(1004, LogLevel.Warning, "The service manager could not be told {State}: {Detail}")]
    public static partial void NotTold(this ILogger log, string state, string detail);

    [LoggerMessage(1005, LogLevel.Warning, "The last run did not end cleanly: looking at the {Count} newest page images.")]
    public static partial void UncleanStop(this ILogger log, int count);

    [LoggerMessage(1006, LogLevel.Error, "{Count} page images were damaged by the stop. Run: officenode doctor")]
    public static partial void MastersDamaged(this ILogger log, int count);

    [LoggerMessage(1008, LogLevel.Error, "Whether the last run ended cleanly could not be looked at or noted.")]
    public static partial void LookFailed(this ILogger log, Exception error);

    [LoggerMessage(1007, LogLevel.Error, "A request could not be answered.")]
    public static partial void PageFailed(this ILogger log, Exception error);

    [LoggerMessage(1009, LogLevel.Error, "{Work} met a fault that it did not foresee; its next turn comes in {Minutes} minutes. The rest of the service goes on.")]
    public static partial void WorkFailed(this ILogger log, string work, double minutes, Exception error);

    [LoggerMessage(2001, LogLevel.Information, "Night of {Night:yyyy-MM-dd} begins, until {Until:u}; late: {Late}.")]
    public static partial void NightBegins(this ILogger log, DateOnly night, DateTimeOffset until, bool late);

    [LoggerMessage(2002, LogLevel.Information, "Night of {Night:yyyy-MM-dd} ends: {Packages} packages built, {Delivered} delivered, {Waiting} waiting.")]
    public static partial void NightEnds(this ILogger log, DateOnly night, int packages, int delivered, int waiting);

    [LoggerMessage(2003, LogLevel.Information, "Night of {Night:yyyy-MM-dd} rests until {Next:u}: {Waiting} packages wait, {Troubles} troubles.")]
    public static partial void NightRests(this ILogger log, DateOnly night, DateTimeOffset next, int waiting, int troubles);

    [LoggerMessage(2004, LogLevel.Information, "{Destination}: {Packages} packages built, {LeftOut} records left out.")]
    public static partial void Packaged(this ILogger log, string destination, int packages, int leftOut);

    [LoggerMessage(2005, LogLevel.Information, "{Destination}: {Delivered} delivered, {Accepted} accepted, {Refused} refused, {Waiting} waiting, {Bytes} bytes on the line.")]
    public static partial void Synced(this ILogger log, string destination, int delivered, int accepted, int refused, int waiting, long bytes);

    [LoggerMessage(2006, LogLevel.Information, "{Destination}: tried again in {Seconds} s after {Fault}.")]
    public static partial void Retrying(this ILogger log, string destination, double seconds, string fault);

    [LoggerMessage(2007, LogLevel.Warning, "{Destination}: {Rule}: {Detail}")]
    public static partial void Trouble(this ILogger log, string destination, string rule, string detail);

    [LoggerMessage(2008, LogLevel.Error, "{Destination}: the night's work failed.")]
    public static partial void NightFailed(this ILogger log, string destination, Exception error);

    [LoggerMessage(2009, LogLevel.Error, "The night could not be looked after; tried again at {Next:u}.")]
    public static partial void TurnFailed(this ILogger log, DateTimeOffset next, Exception error);

    [LoggerMessage(3001, LogLevel.Information, "{Read} pages read, {Failed} not readable, in {Seconds:F0} s by {Workers} workers.")]
    public static partial void PagesRead(this ILogger log, int read, int failed, double seconds, int workers);

    [LoggerMessage(3002, LogLevel.Error, "Pages wait and cannot be read on this machine now. Run: officenode doctor")]
    public static partial void ReadingFailed(this ILogger log, Exception error);

    [LoggerMessage(4001, LogLevel.Information, "{Batch}: {Pages} pages from {Folder}, {Refused} files refused.")]
    public static partial void FolderScanned(this ILogger log, string batch, int pages, string folder, int refused);

    [LoggerMessage(4002, LogLevel.Warning, "{Batch}: {File}: {Rule}: {Detail}")]
    public static partial void PageRefused(this ILogger log, string batch, string file, string rule, string detail);

    [LoggerMessage(4003, LogLevel.Error, "The folder {Folder} could not be looked after.")]
    public static partial void ScanFolderFailed(this ILogger log, string folder, Exception error);

    [LoggerMessage(4004, LogLevel.Warning, "{Folder}: {Rule}: {Detail}")]
    public static partial void FilesLeft(this ILogger log, string folder, string rule, string detail);

    [LoggerMessage(4005, LogLevel.Information, "{Batch}: {Pages} pages from {Source}, {Refused} files refused, at the kiosk.")]
    public static partial void KioskScanned(this ILogger log, string batch, int pages, string source, int refused);

    [LoggerMessage(4006, LogLevel.Error, "{Batch}: a scan from the kiosk failed. What was taken is kept.")]
    public static partial void ScanFailed(this ILogger log, string batch, Exception error);

    [LoggerMessage(5001, LogLevel.Information, "{Files} previews swept, {Megabytes} MB: the oldest of what is kept above the limit.")]
    public static partial void PreviewsSwept(this ILogger log, int files, long megabytes);

    [LoggerMessage(5002, LogLevel.Warning, "No preview can be made now: {Rule}: {Detail}")]
    public static partial void PreviewNotMade(this ILogger log, string rule, string detail);

    [LoggerMessage(5003, LogLevel.Error, "Previews cannot be looked after now. Run: officenode doctor")]
    public static partial void PreviewsFailed(this ILogger log, Exception error);

    [LoggerMessage(5100, LogLevel.Information, "All that older programs saved is in the index of the search now: it is quick again.")]
    public static partial void SearchFilled(this ILogger log);

    [LoggerMessage(5101, LogLevel.Error, "The search cannot be made quick now: its index is not filled yet. Run: officenode doctor")]
    public static partial void SearchFillFailed(this ILogger log, Exception error);

    [LoggerMessage(5102, LogLevel.Error, "What the new day opens or closes cannot be noted now: lists of what is open take longer. Run: officenode doctor")]
    public static partial void OpeningsNotSettled(this ILogger log, Exception error);

    [LoggerMessage(2011, LogLevel.Information, "{Destination}: {Kind} asked for by {Person}.")]
    public static partial void ErrandBegins(this ILogger log, string destination, string kind, string person);

    [LoggerMessage(2012, LogLevel.Error, "{Destination}: {Kind} failed.")]
    public static partial void ErrandFailed(this ILogger log, string destination, string kind, Exception error);

    [LoggerMessage(2013, LogLevel.Error, "{Destination}: what would leave could not be counted.")]
    public static partial void ForesightFailed(this ILogger log, string destination, Exception error);

    [LoggerMessage(2010, LogLevel.Debug, "Nothing is due before {Next:u}.")]
    public static partial void Idle(this ILogger log, DateTimeOffset next);
}
