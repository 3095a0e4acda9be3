using System.Diagnostics;
using NUnit.Framework;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Faults;

/// <summary>One run of the program that was to be killed when a number of changes had been seen in some folders.</summary>
/// <param name="WasKilled">False when it came to its end first.</param>
/// <param name="Changes">Seen in all: what the program writes, files and register alike.</param>
/// <param name="Code">With which the program ended.</param>
internal sealed record KilledRun(bool WasKilled, int Changes, int Code)
{
    private const int KilledBySignal = 128 + 9;

    /// <summary>Runs the program and kills it, without any warning, at a change.</summary>
    /// <param name="change">Counted from 1.</param>
    public static async Task<KilledRun> AtAsync(int change, IReadOnlyList<string> line, IReadOnlyList<string> folders)
    {
        var (code, changes) = await RunAsync(change, line, folders, process => process.Kill());   // does nothing to one that has ended
        return new KilledRun(code == KilledBySignal, changes, code);
    }

    /// <summary>Runs the program and kills one of its workers at a change, now this one, now that: it costs no page, and the program goes on.</summary>
    /// <remarks>All of them one after the other would be another matter: a page is tried once more, and may meet the next one that is killed.</remarks>
    /// <param name="change">Counted from 1.</param>
    public static async Task<KilledRun> WorkerAtAsync(int change, IReadOnlyList<string> line, IReadOnlyList<string> folders)
    {
        var wasKilled = false;
        var (code, changes) = await RunAsync(change, line, folders, process => wasKilled = ProcessTree.KillOneBelow(process.Id, change));
        Assert.That(code, Is.Zero, "A killed worker costs no page, and the program goes on.");
        return new KilledRun(wasKilled, changes, code);
    }

    /// <summary>Runs the program, kills the processes it started at a change, and waits for its own end.</summary>
    /// <param name="change">Counted from 1.</param>
    public static async Task<KilledRun> ChildrenAtAsync(int change, IReadOnlyList<string> line, IReadOnlyList<string> folders)
    {
        var killed = 0;
        var (code, changes) = await RunAsync(change, line, folders, process => killed = ProcessTree.KillBelow(process.Id));
        return new KilledRun(killed > 0, changes, code);
    }

    private static async Task<(int Code, int Changes)> RunAsync(int change, IReadOnlyList<string> line, IReadOnlyList<string> folders, Action<Process> kill)
    {
        var seen = 0;
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var watchers = folders.Select(folder => Watch(folder, () =>
        {
            if (Interlocked.Increment(ref seen) == change)
            {
                reached.SetResult();
            }
        })).ToList();
        using var process = ProgramRun.Start(line);
        var output = process.StandardOutput.ReadToEndAsync();
        var messages = process.StandardError.ReadToEndAsync();
        var ended = process.WaitForExitAsync();
        await Task.WhenAny(ended, reached.Task);
        kill(process);
        await ended;
        await Task.WhenAll(output, messages);
        watchers.ForEach(watcher => watcher.Dispose());
        return (process.ExitCode, Volatile.Read(ref seen));
    }

    private static FileSystemWatcher Watch(string folder, Action changed)
    {
        var watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        watcher.Changed += (_, _) => changed();
        watcher.Created += (_, _) => changed();
        watcher.Deleted += (_, _) => changed();
        watcher.Renamed += (_, _) => changed();
        watcher.EnableRaisingEvents = true;
        return watcher;
    }
}
