using System.ComponentModel;
using System.Diagnostics;
using System.Threading.Channels;
using OfficeNode.Capture.Native;

namespace OfficeNode.Capture.Scanners;

/// <summary>How <c>scanimage</c> ended.</summary>
/// <param name="Words">The last of what it wrote on its standard error.</param>
internal readonly record struct ScanimageEnd(int ExitCode, string Words);

/// <summary>One run of <c>scanimage</c>: drivers are native code of many hands, they may crash there and not here.</summary>
/// <remarks>Disposing ends the process, so that the device is let go. One reader.</remarks>
internal sealed class ScanimageProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _device;
    private readonly ScannerOptions _options;
    private readonly TimeProvider _time;
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();   // file names; as many as a feeder holds sheets
    private readonly Task _reading;
    private volatile string _words = "";   // written by the reading of the standard error alone

    private ScanimageProcess(Process process, string device, ScannerOptions options, TimeProvider time)
    {
        _process = process;
        _device = device;
        _options = options;
        _time = time;
        _reading = Task.WhenAll(ReadLinesAsync(), ReadWordsAsync());
    }

    /// <summary>The number by which the system knows the process.</summary>
    public int Id => _process.Id;

    /// <param name="device">For messages; empty when no device in particular is asked.</param>
    /// <exception cref="ScannerException"><see cref="ScannerFault.ProgramMissing"/>.</exception>
    public static ScanimageProcess Start(string device, IEnumerable<string> arguments, ScannerOptions options, TimeProvider time)
    {
        var start = new ProcessStartInfo(options.Program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };

        // Its messages are read by this program, which knows them in English alone.
        start.Environment["LC_ALL"] = "C.UTF-8";
        try
        {
            var process = Process.Start(start) ?? throw new InvalidOperationException("A process that replaces nothing was not started.");
            process.StandardInput.Close();
            return new(process, device, options, time);
        }
        catch (Win32Exception error)
        {
            throw new ScannerException(ScannerFault.ProgramMissing, device, $"{options.Program} does not start: {error.Message}", error);
        }
    }

    /// <summary>The next line that it writes; null when it writes no more.</summary>
    /// <exception cref="ScannerException"><see cref="ScannerFault.TimedOut"/>.</exception>
    public async Task<string?> NextLineAsync(TimeSpan longest, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(longest, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            return await _lines.Reader.WaitToReadAsync(either.Token) && _lines.Reader.TryRead(out var line) ? line : null;
        }
        catch (OperationCanceledException error) when (!cancellation.IsCancellationRequested)
        {
            throw new ScannerException(ScannerFault.TimedOut, _device, $"{_options.Program} gave nothing for {longest.TotalSeconds:F0} seconds.", error);
        }
    }

    /// <summary>Waits for its end, which is near once it writes no more, and ends it where it is not.</summary>
    public async Task<ScanimageEnd> EndAsync(CancellationToken cancellation)
    {
        if (!await IsDoneAsync(_process.WaitForExitAsync(cancellation)))
        {
            await StopAsync();
        }

        await IsDoneAsync(_reading);
        return new(_process.ExitCode, _words);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await IsDoneAsync(_reading);
        _process.Dispose();
    }

    /// <summary>Asks first, so that the driver pushes out the sheet and lets the device go; then kills.</summary>
    private async Task StopAsync()
    {
        Signals.AskToEnd(_process);
        if (!await IsDoneAsync(_process.WaitForExitAsync(CancellationToken.None)))
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <summary>Waits for something, but not for ever: processes that drivers start may hold the pipes open after the end of scanimage.</summary>
    private async Task<bool> IsDoneAsync(Task task)
    {
        try
        {
            await task.WaitAsync(_options.StopTime, _time);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private async Task ReadLinesAsync()
    {
        try
        {
            while (await _process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
            {
                await _lines.Writer.WriteAsync(line, CancellationToken.None);
            }
        }
        finally
        {
            _lines.Writer.Complete();
        }
    }

    /// <summary>Empties the standard error and keeps the last of it: full, it would block the process.</summary>
    private async Task ReadWordsAsync()
    {
        var buffer = new char[4_096];
        for (int read; (read = await _process.StandardError.ReadAsync(buffer.AsMemory(), CancellationToken.None)) > 0;)
        {
            var words = string.Concat(_words, buffer.AsSpan(0, read));
            _words = words.Length <= _options.MostWords ? words : words[^_options.MostWords..];
        }
    }
}
