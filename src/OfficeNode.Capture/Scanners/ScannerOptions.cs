namespace OfficeNode.Capture.Scanners;

/// <summary>How scanners and watched folders are treated.</summary>
public sealed record ScannerOptions
{
    /// <summary>The program that speaks to scanners. Default <c>scanimage</c> of SANE, from the search path.</summary>
    public string Program { get; init; } = "scanimage";

    /// <summary>The longest that a scanner may take to say what it can do, or the system to look for scanners. Default one minute: the look through a network alone takes up to twenty seconds.</summary>
    public TimeSpan AskTime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest that one side may take. Default three minutes: a cold lamp warms for one, A3 in colour at 600 dpi over a slow line takes another.</summary>
    public TimeSpan PageTime { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How long a scanner that is told to stop may take to let go, before its program is killed. Default ten seconds: it pushes the sheet out.</summary>
    public TimeSpan StopTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long nothing may change in a folder before its files are taken. Default ten seconds: copiers pause that long between pages when they save over a network.</summary>
    public TimeSpan RestTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a folder is looked at. Default one second.</summary>
    public TimeSpan LookTime { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a folder that never rests is waited for before the files at rest are taken without the others. Default ten minutes: the longest stack of a feeder at six sheets a minute. Never less than twice the rest.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Characters of what a scanner says about itself. Default 256 Ki: SANE's test device, which has one option of every kind, says 12,000.</summary>
    public int MostAnswer { get; init; } = 256 << 10;

    /// <summary>Characters kept of the last that a scanner complains of. Default 4,096: some fifty lines.</summary>
    public int MostWords { get; init; } = 4_096;

    /// <summary>Limits by which a scanned file's header is read, to see that the file is whole.</summary>
    public ImageLimits Limits { get; init; } = new();
}
