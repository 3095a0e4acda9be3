namespace OfficeNode.Host.Doctor;

/// <summary>Ids of what <c>doctor</c> says about a node; those that end in <c>-OK</c> say that something is in order and have no hint.</summary>
public static class DoctorFindings
{
    /// <summary>The data directory is there and writable.</summary>
    public const string FolderOk = "DOCTOR-FOLDER-OK";
    public const string FolderMissing = "DOCTOR-FOLDER-MISSING";
    public const string FolderNotWritable = "DOCTOR-FOLDER-NOT-WRITABLE";

    /// <summary>Whoever runs the command is not the user that the directory belongs to: files it makes are lost to the service.</summary>
    public const string FolderOwner = "DOCTOR-FOLDER-OWNER";
    public const string DiskOk = "DOCTOR-DISK-OK";
    public const string DiskLow = "DOCTOR-DISK-LOW";

    /// <summary>What a stop left half written.</summary>
    public const string Leftovers = "DOCTOR-LEFTOVERS";

    public const string SettingsOk = "DOCTOR-SETTINGS-OK";
    public const string SettingsUnusable = "DOCTOR-SETTINGS-UNUSABLE";
    public const string KeysOk = "DOCTOR-KEYS-OK";
    public const string KeysUnusable = "DOCTOR-KEYS-UNUSABLE";

    /// <summary>A private key may be read by others.</summary>
    public const string KeysOpen = "DOCTOR-KEYS-OPEN";

    public const string RegisterOk = "DOCTOR-REGISTER-OK";
    public const string RegisterUnusable = "DOCTOR-REGISTER-UNUSABLE";
    public const string RegisterDamaged = "DOCTOR-REGISTER-DAMAGED";
    public const string AuditOk = "DOCTOR-AUDIT-OK";
    public const string AuditBroken = "DOCTOR-AUDIT-BROKEN";
    public const string ClockOk = "DOCTOR-CLOCK-OK";

    /// <summary>The clock is earlier than the newest entry of the audit log.</summary>
    public const string ClockBehind = "DOCTOR-CLOCK-BEHIND";

    public const string SqliteOk = "DOCTOR-SQLITE-OK";

    /// <summary>The system's SQLite was not found; the bundled one, which is older, runs.</summary>
    public const string SqliteBundled = "DOCTOR-SQLITE-BUNDLED";
    public const string ImagesOk = "DOCTOR-IMAGES-OK";
    public const string ImagesUnusable = "DOCTOR-IMAGES-UNUSABLE";
    public const string ReadingOk = "DOCTOR-READING-OK";
    public const string ReadingMissing = "DOCTOR-READING-MISSING";

    /// <summary>A language of the office's papers is not installed.</summary>
    public const string ReadingLanguages = "DOCTOR-READING-LANGUAGES";
    public const string CodesOk = "DOCTOR-CODES-OK";
    public const string CodesMissing = "DOCTOR-CODES-MISSING";
    public const string ScannersOk = "DOCTOR-SCANNERS-OK";
    public const string ScannersMissing = "DOCTOR-SCANNERS-MISSING";

    /// <summary>A system without SANE: scanners save into folders.</summary>
    public const string ScannersFolders = "DOCTOR-SCANNERS-FOLDERS-OK";
    public const string PdfOk = "DOCTOR-PDF-OK";
    public const string PdfMissing = "DOCTOR-PDF-MISSING";
    public const string SshOk = "DOCTOR-SSH-OK";
    public const string SshMissing = "DOCTOR-SSH-MISSING";

    public const string MastersOk = "DOCTOR-MASTERS-OK";
    public const string MasterDamaged = "DOCTOR-MASTER-DAMAGED";

    /// <summary>A page whose master is damaged.</summary>
    public const string PageLost = "DOCTOR-PAGE-LOST";

    /// <summary>Files among the masters that the register does not name.</summary>
    public const string MastersOrphaned = "DOCTOR-MASTERS-ORPHANED";

    public const string PackagesOk = "DOCTOR-PACKAGES-OK";
    public const string PackageDamaged = "DOCTOR-PACKAGE-DAMAGED";

    /// <summary>A name is taken and its package is not finished.</summary>
    public const string PackageReserved = "DOCTOR-PACKAGE-RESERVED";

    public const string DestinationOk = "DOCTOR-DESTINATION-OK";
    public const string DestinationDraft = "DOCTOR-DESTINATION-DRAFT";
    public const string DestinationNoLine = "DOCTOR-DESTINATION-NO-LINE";
    public const string DestinationFolder = "DOCTOR-DESTINATION-FOLDER";
    public const string DestinationHostKey = "DOCTOR-DESTINATION-HOST-KEY";
    public const string DestinationOwnKey = "DOCTOR-DESTINATION-OWN-KEY";

    /// <summary>The destination answers by signed receipts and no desk's certificate is pinned.</summary>
    public const string DestinationDesk = "DOCTOR-DESTINATION-DESK";
    public const string DestinationSchemas = "DOCTOR-DESTINATION-SCHEMAS";

    /// <summary>A check could not be made.</summary>
    public const string Unreadable = "DOCTOR-UNREADABLE";

    /// <summary>Whether a finding says that stored data is lost or changed, and not that the machine lacks something.</summary>
    public static bool IsDamage(string rule) => rule is RegisterDamaged or AuditBroken or MasterDamaged or PageLost or PackageDamaged;
}
