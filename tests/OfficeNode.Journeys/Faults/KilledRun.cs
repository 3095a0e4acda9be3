namespace OfficeNode.Journeys.Faults;

/// <summary>One run of the program that was to be killed when a number of changes had been seen in some folders.</summary>
/// <param name="WasKilled">False when it came to its end first.</param>
/// <param name="Changes">Seen in all: what the program writes, files and register alike.</param>
internal sealed record KilledRun(bool WasKilled, int Changes)
{
    private const int KilledBySignal = 128 + 9;

    /// <summary>Runs the program and kills it, without any warning, at a change.</summary>
    /// <param name="change">Counted from 1.</param>
    public static async Task<KilledRun> AtAsync(int change, IReadOnlyList<string> line, IReadOnlyList<string> folders)
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
        process.Kill();   // does nothing to one that has ended
        await ended;
        await Task.WhenAll(output, messages);
        watchers.ForEach(watcher => watcher.Dispose());
        return new KilledRun(process.ExitCode == KilledBySignal, Volatile.Read(ref seen));
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
