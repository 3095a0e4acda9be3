namespace OfficeNode.Host.Commands;

/// <summary>What a command's end tells scripts.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>Done, but the data has errors.</summary>
    public const int DataErrors = 1;

    /// <summary>Wrong use or settings.</summary>
    public const int WrongUse = 2;

    /// <summary>Disk, line, missing program, lease held.</summary>
    public const int Environment = 3;
}
