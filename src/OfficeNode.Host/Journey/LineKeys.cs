using OfficeNode.Host.Settings;
using OfficeNode.Storage;
using OfficeNode.Sync.Sftp;

namespace OfficeNode.Host.Journey;

/// <summary>The keys of SFTP lines: this node's own, one for all receivers, and the pinned one of each server.</summary>
public sealed class LineKeys
{
    private readonly Node _node;

    public LineKeys(Node node) => _node = node;

    /// <summary>The node's own private key for SFTP lines; its public half goes to the receivers.</summary>
    public static string PrivateKey(NodeFolder folder) => Path.Combine(folder.Keys, "sftp");

    /// <summary>What the line to a destination needs, its server's key pinned as the settings say.</summary>
    /// <remarks>Without a pinned key there is no list of known hosts, and the line stops at the unknown key.</remarks>
    /// <exception cref="SettingsException">The settings of the line are unusable.</exception>
    public SftpSettings Prepare(string destination, TransportSettings settings)
    {
        var line = Describe(destination, settings);
        if (line.Mistakes().FirstOrDefault() is { } mistake)
        {
            throw new SettingsException($"destinations.{destination}.transport is not usable, expected {mistake}.");
        }

        if (settings.HostKey is { } text)
        {
            var key = HostKey.Parse(text);
            if (!key.Success)
            {
                throw new SettingsException($"destinations.{destination}.transport.hostKey is '{text}', expected {key.Expected}.");
            }

            HostKeyPin.Write(_node.Disk, line, key.Value);
        }

        return line;
    }

    /// <summary>Makes the node's own key unless it has one, and returns the public half.</summary>
    public async Task<HostKey> EnsureOwnAsync(CancellationToken cancellation)
    {
        var file = PrivateKey(_node.Folder);
        return File.Exists(file)
            ? HostKey.Parse(await File.ReadAllTextAsync(file + ".pub", cancellation)).Value
            : await SshKey.CreateAsync(_node.Disk, file, $"officenode-{_node.Settings.Office}", _node.Time, cancellation);
    }

    private SftpSettings Describe(string destination, TransportSettings settings) => new()
    {
        Host = settings.Host ?? throw new SettingsException($"destinations.{destination}.transport has no host."),
        Port = settings.Port,
        User = settings.User ?? throw new SettingsException($"destinations.{destination}.transport has no user."),
        IdentityFile = settings.KeyFile ?? PrivateKey(_node.Folder),
        KnownHostsFile = Path.Combine(_node.Folder.Keys, $"known_hosts-{destination}"),
    };
}
