using OfficeNode.Capture;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Settings;

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

    /// <summary>What an exception at the edge of a destination's work means for people.</summary>
    internal static Finding Of(string destination, Exception error)
    {
        var (rule, severity, found) = error switch
        {
            StorageException { Fault: StorageFault.Held } held => (LeaseHeld, Severity.Info, held.Holder ?? held.Path),
            StorageException storage => (Storage, Severity.Error, storage.Message),
            SettingsException settings => (Settings, Severity.Error, settings.Message),
            ImageWorkerException images => (Images, Severity.Error, images.Message),
            _ => (Failed, Severity.Error, (string?)null),
        };
        return new Finding(rule, severity) { Found = found, Arguments = new Dictionary<string, string> { ["destination"] = destination } };
    }
}
