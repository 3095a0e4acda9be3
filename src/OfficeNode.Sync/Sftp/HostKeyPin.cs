using System.Text;
using OfficeNode.Core.Disk;

namespace OfficeNode.Sync.Sftp;

/// <summary>The known_hosts file of one destination: the one server key it accepts, written on a person's word.</summary>
/// <remarks>Nothing is ever fetched from the line and trusted: the key comes in a letter, or from a file that the receiver published.</remarks>
public static class HostKeyPin
{
    private const int StandardPort = 22;

    /// <summary>Writes the pin, durable and readable by the service alone; an earlier pin of the destination is replaced.</summary>
    /// <exception cref="StorageException">The folder of keys cannot be written.</exception>
    public static void Write(IDisk disk, SftpSettings server, HostKey key)
    {
        WholeFile.Replace(disk, server.KnownHostsFile, file => file.Write(Encoding.ASCII.GetBytes(LineOf(server, key))), FileAudience.Service);
    }

    // sshd(8), SSH_KNOWN_HOSTS FILE FORMAT: another port than 22 is written with brackets around the host.
    private static string LineOf(SftpSettings server, HostKey key) =>
        server.Port == StandardPort ? $"{server.Host} {key}\n" : $"[{server.Host}]:{server.Port} {key}\n";
}
