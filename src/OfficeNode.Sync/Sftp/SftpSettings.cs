using System.Net;

namespace OfficeNode.Sync.Sftp;

/// <summary>Where an SFTP server is and how this node shows who it is.</summary>
public sealed record SftpSettings
{
    /// <summary>A host name or an IP address without brackets.</summary>
    public required string Host { get; init; }

    /// <summary>Default 22.</summary>
    public int Port { get; init; } = 22;

    public required string User { get; init; }

    /// <summary>The node's private key, see <see cref="SshKey"/>.</summary>
    public required string IdentityFile { get; init; }

    /// <summary>The pinned key of the server, see <see cref="HostKeyPin"/>. No other list of known hosts is looked at.</summary>
    public required string KnownHostsFile { get; init; }

    /// <summary>The OpenSSH client. Default <c>ssh</c> from the search path (<c>ssh.exe</c> on Windows).</summary>
    public string Program { get; init; } = "ssh";

    /// <summary>What is wrong with these settings, in words for <c>Expected</c> of a finding; empty when nothing is.</summary>
    /// <remarks>ssh reads words that begin with '-' as options and expands '%', '~' and quotes in file names: such values are refused, not escaped.</remarks>
    public IEnumerable<string> Mistakes()
    {
        if (!IsHost(Host))
        {
            yield return "host: a host name or an IP address";
        }

        if (Port is < 1 or > ushort.MaxValue)
        {
            yield return "port: 1 to 65535";
        }

        if (User.Length is 0 or > 128 || User[0] == '-' || !User.All(c => char.IsAsciiLetterOrDigit(c) || "._-@+".Contains(c)))
        {
            yield return "user: 1 to 128 ASCII letters, digits, '.', '_', '-', '@' or '+', not beginning with '-'";
        }

        if (!IsPlainPath(IdentityFile) || !IsPlainPath(KnownHostsFile))
        {
            yield return "key files: full paths without '%', '$' and '\"'";
        }
    }

    /// <summary>Whether a text is a host name or an address and nothing else.</summary>
    internal static bool IsHost(string host) => host.Length is > 0 and <= 255
        && (IPAddress.TryParse(host, out _) || (char.IsAsciiLetterOrDigit(host[0]) && host.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')));

    private static bool IsPlainPath(string path) => Path.IsPathFullyQualified(path) && !path.Any(c => c is '%' or '$' or '"' || char.IsControl(c));
}
