using System.Globalization;

namespace OfficeNode.Benchmarks;

/// <summary>The peak of what all processes below this one hold in memory together, looked at ten times a second; what they share counts for each.</summary>
internal static class ProcessMemory
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>Runs some work and returns its result and the peak in MB.</summary>
    public static async Task<(T Result, long Megabytes)> PeakOfAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval);
        var (running, peak) = (work(), 0L);
        while (!running.IsCompleted && await timer.WaitForNextTickAsync(cancellationToken))
        {
            peak = Math.Max(peak, Resident());
        }

        return (await running, peak >> 20);
    }

    private static long Resident()
    {
        var processes = Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Select(name => Of(name!)).OfType<(int Id, int Parent, long Bytes)>().ToList();
        var (below, sum) = (new HashSet<int> { Environment.ProcessId }, 0L);
        for (var found = -1; found != below.Count;)
        {
            found = below.Count;
            below.UnionWith(processes.Where(process => below.Contains(process.Parent)).Select(process => process.Id));
        }

        foreach (var process in processes)
        {
            sum += process.Id != Environment.ProcessId && below.Contains(process.Id) ? process.Bytes : 0;
        }

        return sum;
    }

    /// <summary>Null for a process that ended meanwhile.</summary>
    private static (int Id, int Parent, long Bytes)? Of(string id)
    {
        try
        {
            // The program's name stands in parentheses and may hold anything.
            var fields = File.ReadAllText($"/proc/{id}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return (int.Parse(id, CultureInfo.InvariantCulture), int.Parse(fields[1], CultureInfo.InvariantCulture), long.Parse(fields[21], CultureInfo.InvariantCulture) * Environment.SystemPageSize);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
