using System.Diagnostics;
using System.Globalization;
using OfficeNode.Capture.Native;

namespace OfficeNode.Capture.Scanners;

/// <summary>Runs of <c>scanimage</c> that outlived who started them, as after a kill: they still hold the device and write into the spool.</summary>
internal static class ScanimageLeftovers
{
    /// <summary>Ends every process of this machine that writes sides into a spool. Only Linux tells of other processes' arguments; elsewhere it does nothing.</summary>
    public static async Task EndAsync(SideSpool spool, ScannerOptions options, TimeProvider time, CancellationToken cancellation)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        foreach (var id in Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => name!.All(char.IsAsciiDigit)))   // a folder has a name
        {
            if (WritesInto(spool, id!))
            {
                await EndAsync(int.Parse(id!, CultureInfo.InvariantCulture), options, time, cancellation);
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

    private static async Task EndAsync(int id, ScannerOptions options, TimeProvider time, CancellationToken cancellation)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            Signals.AskToEnd(process);
            await process.WaitForExitAsync(cancellation).WaitAsync(options.StopTime, time, cancellation);
        }
        catch (ArgumentException)
        {
            // It ended meanwhile.
        }
        catch (TimeoutException)
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
            await process.WaitForExitAsync(cancellation);
        }
    }
}
