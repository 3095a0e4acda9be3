using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using OfficeNode.Capture.Native;

namespace OfficeNode.Capture.Scanners;

/// <summary>Runs of <c>scanimage</c> that outlived who started them, as after a kill: they still hold the device and write into the spool.</summary>
internal static class ScanimageLeftovers
{
    /// <summary>Ends every process of this machine that writes sides into a spool. Only Linux tells of other processes' arguments; elsewhere it does nothing.</summary>
    /// <exception cref="ScannerException"><see cref="ScannerFault.Busy"/>: it belongs to another account, which alone can end it.</exception>
    public static async Task EndAsync(SideSpool spool, string device, ScannerOptions options, TimeProvider time, CancellationToken cancellation)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        foreach (var id in Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => name!.All(char.IsAsciiDigit)))   // a folder has a name
        {
            if (WritesInto(spool, id!) && !await EndAsync(int.Parse(id!, CultureInfo.InvariantCulture), options, time, cancellation))
            {
                throw new ScannerException(ScannerFault.Busy, device, $"Process {id} of another account still scans into this batch.");
            }
        }
    }

    private static bool WritesInto(SideSpool spool, string id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").Split('\0').Any(spool.IsBatchArgument);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;   // it ended meanwhile, or is none of ours
        }
    }

    /// <summary>Ends one process; false when this account may not.</summary>
    private static async Task<bool> EndAsync(int id, ScannerOptions options, TimeProvider time, CancellationToken cancellation)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            Signals.AskToEnd(process);
            if (!await HasEndedAsync(process, options.StopTime, time, cancellation))
            {
                process.Kill();
                await process.WaitForExitAsync(cancellation);
            }

            return true;
        }
        catch (ArgumentException)
        {
            return true;   // it ended meanwhile
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static async Task<bool> HasEndedAsync(Process process, TimeSpan longest, TimeProvider time, CancellationToken cancellation)
    {
        try
        {
            await process.WaitForExitAsync(cancellation).WaitAsync(longest, time, cancellation);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
