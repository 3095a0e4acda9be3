namespace OfficeNode.Sync;

/// <summary>The ids of what can keep a delivery from arriving; their words are in the texts of the host.</summary>
public static class SyncFindings
{
    public const string Unreachable = "SYNC-UNREACHABLE";
    public const string HostKeyUnknown = "SYNC-HOST-KEY-UNKNOWN";
    public const string HostKeyChanged = "SYNC-HOST-KEY-CHANGED";
    public const string AuthenticationFailed = "SYNC-AUTHENTICATION";
    public const string Refused = "SYNC-REFUSED";
    public const string FolderMissing = "SYNC-FOLDER-MISSING";
    public const string Missing = "SYNC-FILE-MISSING";
    public const string TooLarge = "SYNC-TOO-LARGE";
    public const string Interrupted = "SYNC-INTERRUPTED";
    public const string TimedOut = "SYNC-TIMED-OUT";
    public const string NameTaken = "SYNC-NAME-TAKEN";
    public const string NoSpace = "SYNC-NO-SPACE";
    public const string BudgetSpent = "SYNC-BUDGET-SPENT";
    public const string SourceDamaged = "SYNC-SOURCE-DAMAGED";
    public const string Unproven = "SYNC-UNPROVEN";
    public const string ProgramMissing = "SYNC-PROGRAM-MISSING";
    public const string Protocol = "SYNC-PROTOCOL";
}
