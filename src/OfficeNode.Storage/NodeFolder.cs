using OfficeNode.Core;
using OfficeNode.Core.Disk;

namespace OfficeNode.Storage;

/// <summary>The data directory of a node and the places in it. Holds paths only; nothing here touches the disk but <see cref="Create"/>.</summary>
public sealed class NodeFolder
{
    public NodeFolder(string root) => Root = Path.GetFullPath(root);

    public string Root { get; }

    public string RegisterFile => Path.Combine(Root, "register.db");

    /// <summary>What the receiving desk has taken in; there is none where nobody runs a desk.</summary>
    public string DeskFile => Path.Combine(Root, "desk.db");

    /// <summary>The office's own rules for fields of its forms; there is none where the built-in ones do.</summary>
    public string FieldRulesFile => Path.Combine(Root, "fields.json");

    /// <summary>Languages that the office added or corrected; there is no such folder where nobody did.</summary>
    public string Languages => Path.Combine(Root, "languages");

    public string SettingsFile => Path.Combine(Root, "settings.json");

    public string Masters => Path.Combine(Root, "masters");

    public string Incoming => Path.Combine(Root, "masters", ".incoming");

    public string Sources => Path.Combine(Root, "sources");

    /// <summary>Files for the clerk to look at again: rows that an import refused.</summary>
    public string Rejects => Path.Combine(Root, "rejects");

    /// <summary>What can be made again at any time: converted images, previews.</summary>
    public string Derived => Path.Combine(Root, "derived");

    /// <summary>Small pictures of pages for screens; made where it is missing.</summary>
    public string Previews => Path.Combine(Root, "derived", "previews");

    /// <summary>Sides that a scanner gave and that are not pages yet: a folder per batch, gone with its end.</summary>
    public string Spool => Path.Combine(Root, "spool");

    public string Packages => Path.Combine(Root, "packages");

    /// <summary>Packages under construction; whatever lies here after a stop is swept (I6).</summary>
    public string Building => Path.Combine(Root, "packages", ".building");

    public string Standards => Path.Combine(Root, "standards");

    public string Keys => Path.Combine(Root, "keys");

    /// <summary>What stands for the receivers of a training office; no other node has it.</summary>
    public string TrainingDesks => Path.Combine(Root, "training-desks");

    public string Locks => Path.Combine(Root, "locks");

    /// <summary>Where a node lives when nobody says otherwise.</summary>
    public static string DefaultRoot => OperatingSystem.IsWindows()
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "OfficeNode")
        : "/var/lib/officenode";

    /// <summary>The file of a master: <c>masters/ab/ab….tif</c>.</summary>
    public string MasterFile(Digest digest, string extension) =>
        Path.Combine(Masters, digest.Value[..2], $"{digest}.{extension}");

    /// <summary>Makes all folders, the 256 of the masters among them, and brings their names to the medium.</summary>
    public void Create(IDisk disk)
    {
        disk.CreateFolder(Root);
        foreach (var folder in new[] { Masters, Incoming, Sources, Rejects, Derived, Spool, Packages, Building, Standards, Locks })
        {
            disk.CreateFolder(folder);
        }

        disk.CreateFolder(Keys, FileAudience.Service);
        for (var i = 0; i < 256; i++)
        {
            disk.CreateFolder(Path.Combine(Masters, i.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
        }

        disk.SyncFolder(Masters);
        disk.SyncFolder(Packages);
        disk.SyncFolder(Root);
    }
}
