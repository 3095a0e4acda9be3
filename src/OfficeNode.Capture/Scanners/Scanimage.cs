using System.Text;

namespace OfficeNode.Capture.Scanners;

/// <summary>The questions that <c>scanimage</c> answers about devices.</summary>
internal sealed class Scanimage
{
    private readonly ScannerOptions _options;
    private readonly TimeProvider _time;

    public Scanimage(ScannerOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
    }

    /// <summary>What a device can do. It is opened for that, which is also how it is found out that it is there.</summary>
    /// <exception cref="ScannerException">The device does not answer, or the program is missing.</exception>
    public async Task<ScannerCapabilities> DescribeAsync(string device, CancellationToken cancellation) =>
        ScannerCapabilities.Parse(await AskAsync(device, ["--device-name=" + device, "--all-options"], cancellation));

    /// <summary>What it writes on its standard output.</summary>
    /// <exception cref="ScannerException">It failed, or the program is missing.</exception>
    public async Task<string> AskAsync(string device, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        await using var process = ScanimageProcess.Start(device, arguments, _options, _time);
        var answer = new StringBuilder();
        while (await process.NextLineAsync(_options.AskTime, cancellation) is { } line)
        {
            if (answer.Length + line.Length > _options.MostAnswer)
            {
                throw new ScannerException(ScannerFault.Other, device, $"{_options.Program} says more than {_options.MostAnswer} characters.");
            }

            answer.Append(line).Append('\n');
        }

        var end = await process.EndAsync(cancellation);
        return end.ExitCode == 0 ? answer.ToString() : throw ScanimageFaults.Of(end, device);
    }
}
