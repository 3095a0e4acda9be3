using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NUnit.Framework;

namespace OfficeNode.Journeys;

/// <summary>What one run of the command left behind.</summary>
/// <param name="Output">Standard output: the result.</param>
/// <param name="Messages">Standard error: messages and progress.</param>
internal sealed record ProgramRun(int ExitCode, string Output, string Messages)
{
    private static readonly TimeSpan UsualPatience = TimeSpan.FromMinutes(3);

    /// <summary>The built program, beside this assembly.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "officenode.exe" : "officenode");

    /// <summary>The one JSON object on standard output.</summary>
    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(Output);
            return document.RootElement.Clone();
        }
    }

    public IEnumerable<JsonElement> Findings => Json.GetProperty("findings").EnumerateArray();

    /// <summary>The rules of all findings, in their order.</summary>
    public IReadOnlyList<string> Rules => [.. Findings.Select(finding => finding.GetProperty("rule").GetString() ?? "")];

    /// <summary>All that a person or a log could see.</summary>
    public string Everything => Output + "\n" + Messages;

    public long Count(string name) => Json.GetProperty(name).GetInt64();

    /// <summary>Runs the program to its end.</summary>
    public static Task<ProgramRun> OfAsync(IReadOnlyList<string> arguments) => OfAsync(arguments, UsualPatience);

    /// <summary>Runs the program to its end, which may take so long.</summary>
    public static Task<ProgramRun> OfAsync(IReadOnlyList<string> arguments, TimeSpan longest) => OfAsync(new ProcessStartInfo(Program, arguments), longest);

    /// <summary>Runs the program to its end with something on its standard input.</summary>
    public static Task<ProgramRun> WithInputAsync(IReadOnlyList<string> arguments, string input) => OfAsync(new ProcessStartInfo(Program, arguments), UsualPatience, input);

    /// <summary>Runs the program to its end as somebody for whom the modes of files count.</summary>
    public static Task<ProgramRun> WithOrdinaryRightsAsync(IReadOnlyList<string> arguments) => OfAsync(WithOrdinaryRights(arguments), UsualPatience);

    /// <summary>How the program is started as somebody for whom the modes of files count: where tests run as root, its right to pass over them is laid down first (Linux).</summary>
    public static ProcessStartInfo WithOrdinaryRights(IReadOnlyList<string> arguments) => Environment.IsPrivilegedProcess
        ? new ProcessStartInfo("setpriv", ["--bounding-set=-dac_override,-dac_read_search", Program, .. arguments])
        : new ProcessStartInfo(Program, arguments);

    private static async Task<ProgramRun> OfAsync(ProcessStartInfo start, TimeSpan longest, string? input = null)
    {
        start.RedirectStandardInput = input is not null;
        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync();
        var messages = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(longest);
        if (input is not null)
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }

        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{start.FileName} {string.Join(' ', start.ArgumentList)} did not end within {longest.TotalMinutes.ToString(CultureInfo.InvariantCulture)} minutes.");
        }

        return new ProgramRun(process.ExitCode, await output, await messages);
    }

    /// <summary>Starts the program; the caller reads its streams, ends it and disposes of it.</summary>
    public static Process Start(IReadOnlyList<string> arguments) => Start(new ProcessStartInfo(Program, arguments));

    private static Process Start(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        return Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
    }
}
