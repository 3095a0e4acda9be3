using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace OfficeNode.Sync.Sftp;

/// <summary>Runs one of OpenSSH's small programs to its end: ssh-keygen, ssh-keyscan.</summary>
internal static class SshTool
{
    private const int LongestOutput = 64 * 1024;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    /// <summary>What the program wrote, cut to a length, and its exit code.</summary>
    /// <exception cref="DeliveryException"><see cref="DeliveryFault.ProgramMissing"/>, or <see cref="DeliveryFault.TimedOut"/> after half a minute.</exception>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(string program, IEnumerable<string> arguments, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var process = Start(program, arguments);
        try
        {
            process.StandardInput.Close();
            var output = ReadAsync(process.StandardOutput, cancellationToken);
            var error = ReadAsync(process.StandardError, cancellationToken);
            await Task.WhenAll(output, error, process.WaitForExitAsync(cancellationToken)).WaitAsync(Deadline, clock, cancellationToken);
            return (process.ExitCode, await output, await error);
        }
        catch (TimeoutException late)
        {
            throw new DeliveryException(DeliveryFault.TimedOut, $"{program} did not end within {Deadline.TotalSeconds:F0} seconds.", late) { Found = program };
        }
        finally
        {
            process.Kill();
        }
    }

    private static async Task<string> ReadAsync(StreamReader source, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var buffer = new char[4096];
        for (int read; (read = await source.ReadAsync(buffer.AsMemory(), cancellationToken)) > 0;)
        {
            text.Append(buffer, 0, Math.Min(read, LongestOutput - text.Length));
        }

        return text.ToString();
    }

    private static Process Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        try
        {
            return Process.Start(start) ?? throw new InvalidOperationException("A new process was asked for.");
        }
        catch (Win32Exception error)
        {
            throw new DeliveryException(DeliveryFault.ProgramMissing, $"{program} does not start: {error.Message}", error) { Found = program };
        }
    }
}
