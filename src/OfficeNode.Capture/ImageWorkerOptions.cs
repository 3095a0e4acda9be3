namespace OfficeNode.Capture;

/// <summary>How the worker processes for images are started and bounded.</summary>
public sealed record ImageWorkerOptions
{
    /// <summary>The program that runs <see cref="Workers.ImageWorker"/> on its standard input and output.</summary>
    public required string FileName { get; init; }

    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>The file of Leptonica. Default null: the system's, under the names that Debian and the Windows installers give it.</summary>
    public string? Library { get; init; }

    /// <summary>Processes at most. Default: one for each core, 4 at most: each may take <see cref="MemoryBytes"/>.</summary>
    public int Workers { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>The longest that one job may take. Default one minute: sixty times what A3 in colour at 600 dpi takes on a slow machine.</summary>
    public TimeSpan JobTime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest that a process may take to start. Default half a minute: a cold, busy disk.</summary>
    public TimeSpan StartTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a process without work is kept. Default one minute: the office's computer has 8 GB for everything.</summary>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Jobs after which a process is replaced. Default 500: what native code forgets to free goes with the process.</summary>
    public int JobsPerProcess { get; init; } = 500;

    /// <summary>
    /// Bytes that a process may take: on Linux beyond what it has at its start, on Windows the runtime's own included; 0 for no limit. Default 1 GiB: three copies of the
    /// largest frame within <see cref="ImageLimits.MostDecodedBytes"/>.
    /// </summary>
    public long MemoryBytes { get; init; } = 1L << 30;

    public ImageLimits Limits { get; init; } = new();
}
