using System.Diagnostics;
using System.Text.Json;

namespace OfficeNode.Journeys.Service;

/// <summary>A running <c>officenode serve</c>, killed with its last owner.</summary>
internal sealed class RunningService : IDisposable
{
    private readonly Process _process;

    private RunningService(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public int Id => _process.Id;

    public int ExitCode => _process.ExitCode;

    /// <summary>Starts the service and comes back when it says at which address.</summary>
    public static Task<RunningService> StartAsync(
        IReadOnlyList<string> arguments, IReadOnlyList<(string Name, string Value)> environment, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(ProgramRun.Program, arguments);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return StartAsync(start, cancellation);
    }

    /// <summary>The same for a start of the caller's own, as <see cref="ProgramRun.WithOrdinaryRights"/>.</summary>
    public static async Task<RunningService> StartAsync(ProcessStartInfo start, CancellationToken cancellation)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var process = Process.Start(start) ?? throw new InvalidOperationException("The service did not start.");
        var line = await process.StandardOutput.ReadLineAsync(cancellation)
            ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(cancellation));
        using var said = JsonDocument.Parse(line);
        return new RunningService(process, new Uri(said.RootElement.GetProperty("urls")[0].GetString() ?? ""));
    }

    /// <summary>The first line of its log that holds a text.</summary>
    public async Task<string> SaidAsync(string text, CancellationToken cancellation)
    {
        while (await _process.StandardError.ReadLineAsync(cancellation) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"The service ended and never said {text}.");
    }

    public Task WaitForExitAsync(CancellationToken cancellation) => _process.WaitForExitAsync(cancellation);

    public void Kill() => _process.Kill(entireProcessTree: true);

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }
}
