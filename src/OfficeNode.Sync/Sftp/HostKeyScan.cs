using System.Globalization;

namespace OfficeNode.Sync.Sftp;

/// <summary>Finds the key that belongs to a fingerprint which a person read in the receiver's letter.</summary>
public static class HostKeyScan
{
    private const int Seconds = 15;

    /// <summary>Asks the server for its keys and returns the one with this fingerprint. The trust is the letter's: any other key is refused.</summary>
    /// <param name="server">Only host and port are used.</param>
    /// <param name="fingerprint">As <see cref="HostKey.Fingerprint"/>: <c>SHA256:</c> and 43 characters.</param>
    /// <exception cref="DeliveryException"><see cref="DeliveryFault.HostKeyChanged"/> when the server shows other keys only, <see cref="DeliveryFault.Unreachable"/> when it shows none.</exception>
    public static async Task<HostKey> FindAsync(SftpSettings server, string fingerprint, TimeProvider clock, CancellationToken cancellationToken)
    {
        string[] arguments = ["-T", Number(Seconds), "-p", Number(server.Port), "-t", "ed25519,ecdsa,rsa", "--", server.Host];
        var scan = await SshTool.RunAsync("ssh-keyscan", arguments, clock, cancellationToken);
        var shown = scan.Output.Split('\n').Select(HostKey.Parse).Where(key => key.Success).Select(key => key.Value).ToList();
        if (shown.Count == 0)
        {
            throw new DeliveryException(DeliveryFault.Unreachable, $"{server.Host} port {server.Port} shows no host key.") { Found = "no host key" };
        }

        var found = string.Join(' ', shown.Select(key => key.Fingerprint));
        return shown.Find(key => string.Equals(key.Fingerprint, fingerprint.Trim(), StringComparison.Ordinal))
            ?? throw new DeliveryException(DeliveryFault.HostKeyChanged, $"{server.Host} shows {found}, expected {fingerprint}.") { Found = found, Expected = fingerprint };
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
