using OfficeNode.Core.Disk;
using OfficeNode.Host.Journey;
using OfficeNode.Storage;

namespace OfficeNode.Host.Service;

/// <summary>Opens the served node anew for each piece of work, with the settings as they are then: commands change them beside the running service.</summary>
internal sealed class NodeSource
{
    private readonly string _root;

    public NodeSource(string root, IDisk disk, TimeProvider time)
    {
        _root = root;
        Disk = disk;
        Time = time;
    }

    public NodeFolder Folder => new(_root);

    public IDisk Disk { get; }

    public TimeProvider Time { get; }

    /// <summary>The opened node; the caller disposes it.</summary>
    /// <exception cref="Settings.SettingsException">Its settings have become unusable.</exception>
    /// <exception cref="StorageException">Its register cannot be opened.</exception>
    public Node Open() => Node.Open(_root, Disk, Time);
}
