using System.Globalization;
using System.Runtime.InteropServices;

namespace OfficeNode.Benchmarks;

/// <summary>What the figures were taken on: without it no figure means anything. Names no host, path or person.</summary>
internal static class Machine
{
    /// <summary>How many programs wanted a core over the last minute: more than there are cores makes the clock say too much.</summary>
    public static string Load => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    public static string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores, {Processor()}, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1 << 30):F0} GB; {System()}; {RuntimeInformation.FrameworkDescription}; load {Load}");

    private static string Processor() => ValueOf("/proc/cpuinfo", "model name", ':') ?? RuntimeInformation.ProcessArchitecture.ToString();

    private static string System() => ValueOf("/etc/os-release", "PRETTY_NAME", '=')?.Trim('"') ?? RuntimeInformation.OSDescription;

    private static string? ValueOf(string file, string key, char separator) => File.Exists(file)
        ? File.ReadLines(file).FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?.Split(separator, 2)[1].Trim()
        : null;
}
