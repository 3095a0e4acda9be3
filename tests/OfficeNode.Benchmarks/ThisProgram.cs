using System.Diagnostics;

namespace OfficeNode.Benchmarks;

/// <summary>How these benchmarks start themselves anew, for what needs a process of its own.</summary>
internal static class ThisProgram
{
    private static string Assembly => typeof(ThisProgram).Assembly.Location;

    /// <summary>The beginning of a command line for the shell.</summary>
    public static string Command => $"dotnet '{Assembly}'";

    /// <summary>Runs one command to its end and returns what it printed.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<string> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Assembly, .. arguments]) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("dotnet did not start.");
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{string.Join(' ', arguments)}: exit code {process.ExitCode}.");
    }
}
