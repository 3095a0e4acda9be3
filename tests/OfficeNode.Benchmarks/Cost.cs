using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace OfficeNode.Benchmarks;

/// <summary>What some work cost: seconds on the clock, and seconds of processor (user and system, over all threads).</summary>
/// <remarks>On a machine that others use too, the clock says as much about them; processor time hardly does.</remarks>
internal readonly partial record struct Cost(double Wall, double Processor)
{
    /// <summary>Measures work inside this process.</summary>
    public static async Task<Cost> OfAsync(Func<Task> work)
    {
        // Without this, work pays for collecting what its predecessor left.
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        await work();
        return new Cost(clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
    }

    /// <summary>Measures a command line of the shell with all the programs it starts.</summary>
    /// <exception cref="InvalidOperationException">The command failed.</exception>
    public static async Task<Cost> OfShellAsync(string command, string folder, CancellationToken cancellationToken)
    {
        // The times come last on standard error, in a form of their own, whatever the programs print there.
        var start = new ProcessStartInfo("bash", ["-c", $"TIMEFORMAT='took %3R %3U %3S'; time {{ {command}\n}}"])
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
            Environment = { ["LC_ALL"] = "C.UTF-8" },
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("bash did not start.");
        var error = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        var times = Times().Match(error);
        return process.ExitCode == 0 && times.Success
            ? new Cost(Seconds(times, 1), Seconds(times, 2) + Seconds(times, 3))
            : throw new InvalidOperationException($"{command}: exit code {process.ExitCode}, {error}");
    }

    /// <summary>Has the system write out what earlier work left, so that nobody else pays for it.</summary>
    public static Task SettleAsync(CancellationToken cancellationToken) => OfShellAsync("sync", Path.GetTempPath(), cancellationToken);

    private static double Seconds(Match times, int group) => double.Parse(times.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"took ([0-9.]+) ([0-9.]+) ([0-9.]+)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Times();
}
