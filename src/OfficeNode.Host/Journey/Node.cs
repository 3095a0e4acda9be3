using OfficeNode.Core.Disk;
using OfficeNode.Host.Settings;
using OfficeNode.Storage;

namespace OfficeNode.Host.Journey;

/// <summary>An opened node: its folder, settings, register and stored pages, with the disk and the clock everything uses.</summary>
public sealed class Node : IDisposable
{
    private Node(NodeFolder folder, NodeSettings settings, Register register, IDisk disk, TimeProvider time)
    {
        Folder = folder;
        Settings = settings;
        Register = register;
        Disk = disk;
        Time = time;
        Pages = new PageStore(folder, disk);
        Previews = new PreviewFiles(folder, disk);
    }

    /// <summary>Whether people practise here: nothing of it is real, and nothing leaves it.</summary>
    public bool IsTraining { get; private init; }

    public NodeFolder Folder { get; }

    public NodeSettings Settings { get; }

    public Register Register { get; }

    public PageStore Pages { get; }

    public PreviewFiles Previews { get; }

    public IDisk Disk { get; }

    /// <summary>The rules this office judges by.</summary>
    public Standards.Rules.RuleSet Rules => Standards.Rules.RuleSet.Standard;

    public TimeProvider Time { get; }

    /// <summary>The office's day, by the machine's time zone.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Time.GetLocalNow().DateTime);

    /// <summary>Opens the node in a data directory.</summary>
    /// <exception cref="SettingsException">It is no node, or its settings are unusable.</exception>
    /// <exception cref="StorageException">Its register cannot be opened.</exception>
    public static Node Open(string root, IDisk disk, TimeProvider time)
    {
        var folder = new NodeFolder(root);
        var settings = new SettingsStore(folder, disk).Load();
        var register = Register.Open(folder, time);
        try
        {
            var isTraining = TrainingOffice.Is(register);
            return new Node(folder, isTraining ? TrainingOffice.Confine(folder, settings) : settings, register, disk, time) { IsTraining = isTraining };
        }
        catch
        {
            register.Dispose();
            throw;
        }
    }

    /// <summary>Takes the lease of a long job in the name of this process.</summary>
    public Lease TakeLease(string name) => Lease.Take(Register, Folder, name, $"officenode {name}, process {Environment.ProcessId}");

    /// <summary>The same in the name of somebody who asked for it: the next one who does is told whom to talk to.</summary>
    public Lease TakeLease(string name, string author) => Lease.Take(Register, Folder, name, $"{author} (officenode {name}, process {Environment.ProcessId})");

    public void Dispose() => Register.Dispose();
}
