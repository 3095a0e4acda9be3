namespace OfficeNode.Sync.Sftp;

/// <summary>Listens to what ssh says on standard error and tells from it why a connection did not come about or ended.</summary>
/// <remarks>Keeps the last few lines, cut to a length, whatever a server's banner sends. Thread-safe once the reading has ended.</remarks>
internal sealed class SshMessages
{
    private const int LinesKept = 20;
    private const int LongestLine = 300;
    private const string Debug = "debug";
    private const string HostKey = "debug1: Server host key: ";

    // The words are those of OpenSSH 7.7 (Windows Server 2019) to 9.9 (sshconnect.c, sshconnect2.c, packet.c, clientloop.c). The first match counts.
    private static readonly (string Words, DeliveryFault Fault)[] Reasons =
    [
        ("HOST IDENTIFICATION HAS CHANGED", DeliveryFault.HostKeyChanged),
        ("host key is known for", DeliveryFault.HostKeyUnknown),
        ("REVOKED HOST KEY", DeliveryFault.HostKeyChanged),
        ("Host key verification failed", DeliveryFault.HostKeyUnknown),
        ("Permission denied (", DeliveryFault.AuthenticationFailed),
        ("Too many authentication failures", DeliveryFault.AuthenticationFailed),
        ("No supported authentication methods", DeliveryFault.AuthenticationFailed),
        ("UNPROTECTED PRIVATE KEY", DeliveryFault.AuthenticationFailed),
        ("subsystem request failed", DeliveryFault.Protocol),
        ("Unable to negotiate", DeliveryFault.Protocol),
        ("Bad configuration option", DeliveryFault.Protocol),
        ("Could not resolve hostname", DeliveryFault.Unreachable),
        ("ssh: connect to host", DeliveryFault.Unreachable),
        ("during banner exchange", DeliveryFault.Unreachable),
        ("not responding", DeliveryFault.TimedOut),
    ];

    private readonly Lock _lock = new();
    private readonly Queue<string> _lines = new();
    private DeliveryFault? _fault;
    private string? _fingerprint;

    /// <summary>Reads to the end of the stream.</summary>
    public async Task ReadAsync(TextReader error)
    {
        var line = new BoundedLineReader(error, LongestLine);
        try
        {
            while (await line.ReadAsync() is { } text)
            {
                Take(text);
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            Take("(the rest of ssh's messages is lost)");
        }
    }

    /// <summary>What the lines so far amount to; without a known reason the line was cut.</summary>
    public DeliveryException Explain()
    {
        lock (_lock)
        {
            var fault = _fault ?? DeliveryFault.Interrupted;
            var said = _lines.Count == 0 ? "nothing" : string.Join(" / ", _lines);
            return new DeliveryException(fault, $"ssh ended the connection ({fault}); it said: {said}")
            {
                Found = fault is DeliveryFault.HostKeyUnknown or DeliveryFault.HostKeyChanged ? _fingerprint ?? "a key whose fingerprint ssh did not tell" : said,
            };
        }
    }

    /// <summary>Takes one line; lines of the debug level are read and not kept, they name files of this machine.</summary>
    internal void Take(string line)
    {
        lock (_lock)
        {
            if (line.StartsWith(HostKey, StringComparison.Ordinal))
            {
                _fingerprint = line[HostKey.Length..].Trim();
            }

            if (line.StartsWith(Debug, StringComparison.Ordinal) || line.Trim('@', ' ', '\r').Length == 0)
            {
                return;
            }

            Keep_NeedsLock(line.TrimEnd('\r'));
        }
    }

    private void Keep_NeedsLock(string line)
    {
        _lines.Enqueue(line);
        if (_lines.Count > LinesKept)
        {
            _lines.Dequeue();
        }

        foreach (var (words, fault) in Reasons)
        {
            // "changed" is followed by "verification failed": the first reason is the cause, the later ones its consequences.
            if (_fault is null && line.Contains(words, StringComparison.Ordinal))
            {
                _fault = fault;
            }
        }
    }
}
