using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace OfficeNode.Sync.Sftp;

/// <summary>OpenSSH's client as a child process: it carries keys and encryption, its pipes carry SFTP.</summary>
internal sealed class SshProcess : ISftpChannel
{
    // Four missed answers of 15 s end a dead line within the minute that SyncLimits.Answer allows.
    private const int AliveSeconds = 15;
    private const int AliveMisses = 4;

    private readonly Process _process;
    private readonly SshMessages _messages = new();
    private readonly Task _listening;
    private readonly SyncLimits _limits;
    private readonly TimeProvider _clock;

    private SshProcess(Process process, SyncLimits limits, TimeProvider clock)
    {
        _process = process;
        _limits = limits;
        _clock = clock;
        _listening = _messages.ReadAsync(process.StandardError);
    }

    public Stream ToPeer => _process.StandardInput.BaseStream;

    public Stream FromPeer => _process.StandardOutput.BaseStream;

    /// <summary>Starts ssh; whether it reaches anybody is seen when the server greets.</summary>
    /// <exception cref="DeliveryException"><see cref="DeliveryFault.ProgramMissing"/>.</exception>
    public static SshProcess Start(SftpSettings settings, SyncLimits limits, TimeProvider clock)
    {
        var start = new ProcessStartInfo(settings.Program, Arguments(settings, limits))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        // The reasons of the C library are read as words below, so they come in English.
        start.Environment["LC_ALL"] = "C";
        start.Environment.Remove("SSH_AUTH_SOCK");
        start.Environment.Remove("SSH_ASKPASS");
        try
        {
            var process = Process.Start(start) ?? throw new InvalidOperationException("A new process was asked for.");
            return new SshProcess(process, limits, clock);
        }
        catch (Win32Exception error)
        {
            throw new DeliveryException(DeliveryFault.ProgramMissing, $"{settings.Program} does not start: {error.Message}", error) { Found = settings.Program };
        }
    }

    public void Abort()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It ended by itself or was disposed of: nothing is left to end.
        }
    }

    public async Task<DeliveryException> ExplainEndAsync()
    {
        try
        {
            await Task.WhenAll(_process.WaitForExitAsync(), _listening).WaitAsync(_limits.Farewell, _clock);
        }
        catch (TimeoutException)
        {
            Abort();
        }

        return _messages.Explain();
    }

    public async ValueTask DisposeAsync()
    {
        Abort();
        // A killed ssh is gone at once; should the system keep it, it is left behind rather than waited for (I12).
        await Task.WhenAny(Task.WhenAll(_listening, _process.WaitForExitAsync()), Task.Delay(_limits.Farewell, _clock));
        _process.Dispose();
    }

    // Every setting that a file of the machine could change is named here; "-F none" keeps such files out as well.
    internal static IEnumerable<string> Arguments(SftpSettings settings, SyncLimits limits)
    {
        // A file named "none" would be looked for in the working folder, so the empty device stands for "no list".
        var noFile = OperatingSystem.IsWindows() ? "NUL" : "/dev/null";
        string[] options =
        [
            "BatchMode=yes", "StrictHostKeyChecking=yes", $"UserKnownHostsFile={Quoted(settings.KnownHostsFile)}", $"GlobalKnownHostsFile={noFile}",
            "UpdateHostKeys=no", "CheckHostIP=no", "IdentitiesOnly=yes", "IdentityAgent=none", $"IdentityFile={Quoted(settings.IdentityFile)}",
            "PreferredAuthentications=publickey", "ControlMaster=no", "ControlPath=none", "ClearAllForwardings=yes", "PermitLocalCommand=no",
            "Compression=no", "TCPKeepAlive=yes",
            string.Create(CultureInfo.InvariantCulture, $"ServerAliveInterval={AliveSeconds}"),
            string.Create(CultureInfo.InvariantCulture, $"ServerAliveCountMax={AliveMisses}"),
            string.Create(CultureInfo.InvariantCulture, $"ConnectTimeout={(int)limits.Connect.TotalSeconds}"),
            "LogLevel=DEBUG1",   // the fingerprint of an unknown server is told on no other level
        ];
        return [
            "-F", "none", "-T", "-a", "-x",
            .. options.SelectMany(option => new[] { "-o", option }),
            "-p", settings.Port.ToString(CultureInfo.InvariantCulture), "-l", settings.User, "-s", "--", settings.Host, "sftp",
        ];
    }

    // ssh parts an option's value at blanks and takes a backslash for an escape; its Windows build takes slashes in paths.
    private static string Quoted(string path) => $"\"{(OperatingSystem.IsWindows() ? path.Replace('\\', '/') : path)}\"";
}
