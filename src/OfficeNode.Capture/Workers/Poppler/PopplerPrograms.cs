using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace OfficeNode.Capture.Workers.Poppler;

/// <summary>Runs poppler's programs below the worker process, one at a time: PDFs are programs of strangers, and poppler is native code.</summary>
/// <remarks>
/// <para>No shell: arguments go to the program as they are, and files by full paths, which no program takes for an option. Poppler runs no
/// JavaScript, opens no attachment and fetches nothing.</para>
/// <para>On Linux <c>setpriv</c> and <c>prlimit</c> (util-linux, on every Debian) stand before the program: it dies with the worker however that ends, gains
/// no rights, leaves no core dump with pages of the office, and has limits of memory and processor time. On Windows it is in the worker's job: it may take
/// as much memory as the worker, and ends when the service lets go of that.</para>
/// <para>A run blocks its thread on purpose: Linux takes the end of the thread that started a program for the end of its parent, and threads of a
/// pool end when the pool has no use for them.</para>
/// </remarks>
internal sealed class PopplerPrograms
{
    private readonly ImageLimits _limits;
    private readonly long _memoryBytes;
    private readonly TimeProvider _time;

    /// <param name="memoryBytes">What the worker itself may take: a program below it cannot be given more. 0 for no limit.</param>
    public PopplerPrograms(ImageLimits limits, long memoryBytes, TimeProvider time)
    {
        _limits = limits;
        _memoryBytes = memoryBytes == 0 ? limits.MostPdfMemory : Math.Min(memoryBytes, limits.MostPdfMemory);
        _time = time;
    }

    /// <summary>Asks for an answer in words.</summary>
    public (PopplerRun Run, string Answer) Ask(string program, params IReadOnlyList<string> arguments)
    {
        var answer = "";
        var run = Run(program, arguments, _limits.LongestPdfAnswer, output => answer = ReadText(output));
        return (run, answer);
    }

    /// <summary>Has a page drawn.</summary>
    /// <param name="read">Reads the whole picture; throws <see cref="InvalidDataException"/> or <see cref="EndOfStreamException"/> on what is none.</param>
    public PopplerRun Draw(IReadOnlyList<string> arguments, Action<Stream> read) => Run("pdftoppm", arguments, _limits.LongestPdfDrawing, read);

    private PopplerRun Run(string program, IReadOnlyList<string> arguments, TimeSpan longest, Action<Stream> read)
    {
        if (PathOf(program) is not { } path)
        {
            return new(PopplerEnd.Missing, -1, "");
        }

        using var process = Start([.. Guards(longest), path, .. arguments]);
        using var words = new FirstWords(process.StandardError, _limits.MostPdfWords);
        var late = false;
        using var deadline = _time.CreateTimer(
            _ =>
            {
                Volatile.Write(ref late, true);
                End(process);
            },
            null,
            longest,
            Timeout.InfiniteTimeSpan);
        var misled = !TryRead(process, read);
        process.WaitForExit();
        var end = Volatile.Read(ref late) ? PopplerEnd.TimedOut : misled ? PopplerEnd.Misled : PopplerEnd.Done;
        return new(end, process.ExitCode, words.Read());
    }

    private static bool TryRead(Process process, Action<Stream> read)
    {
        var isWhole = false;
        try
        {
            read(process.StandardOutput.BaseStream);
            isWhole = true;
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException)
        {
            // The caller hears of it by the way the run ended.
        }
        finally
        {
            if (!isWhole)
            {
                End(process);
            }
        }

        return isWhole;
    }

    private static Process Start(IReadOnlyList<string> line)
    {
        var start = new ProcessStartInfo(line[0], line.Skip(1))
        {
            // The worker's own input and output carry its protocol.
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };

        // Answers are read by this program, which knows them in English alone.
        start.Environment["LC_ALL"] = "C.UTF-8";
        var process = Process.Start(start) ?? throw new InvalidOperationException("A process that replaces nothing was not started.");
        process.StandardInput.Close();
        return process;
    }

    private IEnumerable<string> Guards(TimeSpan longest)
    {
        if (!OperatingSystem.IsLinux() || PathOf("setpriv") is not { } setpriv || PathOf("prlimit") is not { } prlimit)
        {
            return [];
        }

        var seconds = (int)Math.Ceiling(longest.TotalSeconds) + 1;
        string[] limits = [$"--data={Whole(_memoryBytes)}", $"--cpu={Whole(seconds)}", "--core=0"];
        return [setpriv, "--pdeathsig", "KILL", "--no-new-privs", "--", prlimit, .. limits, "--"];
    }

    private string ReadText(Stream output)
    {
        using var text = new MemoryStream();
        var buffer = new byte[4_096];
        for (int read; (read = output.Read(buffer)) > 0;)
        {
            text.Write(buffer.AsSpan(0, read));
            if (text.Length > _limits.MostPdfAnswer)
            {
                throw new InvalidDataException($"More than {_limits.MostPdfAnswer} bytes.");
            }
        }

        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    private static string? PathOf(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program))
        .FirstOrDefault(File.Exists);

    private static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static void End(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception)
        {
            // It has ended by itself.
        }
    }
}
