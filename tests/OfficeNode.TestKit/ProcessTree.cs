using System.Diagnostics;
using System.Globalization;

namespace OfficeNode.TestKit;

/// <summary>The processes below this one or another as Linux counts them: what they cost, and their sudden end.</summary>
public static class ProcessTree
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    // A zombie: its parent has not asked for its code yet.
    private const string Ended = "Z";

    // USER_HZ: what /proc counts processor time in.
    private const double TicksPerSecond = 100;

    /// <summary>Seconds of processor that the living processes below this one have used so far: those killed in the end are in nobody's count.</summary>
    public static double Processor() => Below().Sum(process => process.Ticks) / TicksPerSecond;

    /// <summary>Runs some work and returns its result and the peak in MB of all processes below this one together, looked at ten times a second; what they share counts for each.</summary>
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

    /// <summary>The living processes that run a program below another.</summary>
    public static IReadOnlyList<int> Running(string program, int below) =>
        [.. Below(below).Where(process => process.Name == program).Select(process => process.Id)];

    /// <summary>Kills every living process below another; how many there were.</summary>
    public static int KillBelow(int root) => Below(root).Count(process => Kill(process.Id));

    /// <summary>Kills one of the living processes below another; false where there is none.</summary>
    /// <param name="which">Counted round and round.</param>
    public static bool KillOneBelow(int root, int which) => Below(root) is { Count: > 0 } below && Kill(below[which % below.Count].Id);

    /// <summary>Kills a process; false for one that has ended by itself meanwhile.</summary>
    public static bool Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Waits until something is so, which processes of others bring about and nobody tells of.</summary>
    public static async Task UntilAsync(Func<bool> isSo, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (!isSo())
        {
            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    // Between its start and its program a process of .NET runs in the memory of the one that starts it, under the name of a thread.
    private static long Resident() => Below().Where(process => !process.Name.StartsWith(".NET ", StringComparison.Ordinal)).Sum(process => process.Bytes);

    private static List<Seen> Below() => Below(Environment.ProcessId);

    private static List<Seen> Below(int root)
    {
        var processes = Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Select(name => Of(name!)).OfType<Seen>().ToList();   // a folder has a name
        var below = new HashSet<int> { root };
        for (var found = 0; found != below.Count;)
        {
            found = below.Count;
            below.UnionWith(processes.Where(process => below.Contains(process.Parent)).Select(process => process.Id));
        }

        return [.. processes.Where(process => process.Id != root && below.Contains(process.Id))];
    }

    /// <summary>Null for a process that has ended.</summary>
    private static Seen? Of(string id)
    {
        try
        {
            // The program's name stands in parentheses and may hold anything.
            var parts = File.ReadAllText($"/proc/{id}/stat").Split('(', ')');
            var fields = parts[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return fields[0] == Ended ? null : new(Whole(id), parts[1], Whole(fields[1]), Whole(fields[11]) + Whole(fields[12]), long.Parse(fields[21], CultureInfo.InvariantCulture) * Environment.SystemPageSize);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static int Whole(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private sealed record Seen(int Id, string Name, int Parent, int Ticks, long Bytes);
}
