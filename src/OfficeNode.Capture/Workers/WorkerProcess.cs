using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using OfficeNode.Capture.Native;

namespace OfficeNode.Capture.Workers;

/// <summary>What became of a request that got no answer.</summary>
internal enum WorkerFailure
{
    None,

    /// <summary>The process ended, or wrote what is no answer.</summary>
    Crashed,
    TimedOut,
}

/// <summary>The answer of a worker process, or why there is none.</summary>
internal readonly record struct WorkerAnswer(WorkerReply? Reply, WorkerFailure Failure);

/// <summary>One worker process as the service sees it. One request at a time; after a failure the process is good for nothing but disposal.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Stream _requests;
    private readonly Stream _replies;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _gone = new();
    private readonly Task _drained;
    private SafeHandle? _hold;
    private long _lastId;

    private WorkerProcess(Process process, TimeProvider time)
    {
        _process = process;
        _requests = process.StandardInput.BaseStream;
        _replies = process.StandardOutput.BaseStream;
        _time = time;
        _drained = DrainAsync(process.StandardError.BaseStream, _gone.Token);
    }

    public int Id => _process.Id;

    /// <summary>Jobs done by this process.</summary>
    public int Jobs { get; private set; }

    /// <summary>Since when it waits for work.</summary>
    public long IdleSince { get; set; }

    /// <summary>The version of Leptonica that the process has loaded.</summary>
    public string Library { get; private set; } = "";

    /// <exception cref="ImageWorkerException">The process does not start or cannot be bounded, or its library is missing.</exception>
    public static async Task<WorkerProcess> StartAsync(ImageWorkerOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var worker = new WorkerProcess(Start(options), time);
        try
        {
            // Before the first request: until then the process runs code of ours alone.
            worker.Bound(options);
            var request = new WorkerRequest(0, WorkerJob.Start) { MemoryBytes = options.MemoryBytes, Library = options.Library, Limits = options.Limits };
            var answer = await worker.AskAsync(request, options.StartTime, cancellationToken);
            worker.Library = LibraryOf(answer, options);
            return worker;
        }
        catch
        {
            await worker.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks and waits for the answer, at most a time; whoever gets a failure disposes the process.</summary>
    public async Task<WorkerAnswer> AskAsync(WorkerRequest request, TimeSpan longest, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(longest, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);

        // Reads of a pipe cannot be cancelled everywhere; the end of the process ends them.
        await using var killing = either.Token.Register(Kill);
        try
        {
            var numbered = request with { Id = ++_lastId };
            await WorkerFrames.WriteAsync(_requests, numbered, WorkerJson.Default.WorkerRequest, default, either.Token);
            var frame = await WorkerFrames.ReadAsync(_replies, WorkerJson.Default.WorkerReply, either.Token);
            Jobs += request.Job == WorkerJob.Start ? 0 : 1;
            return frame is ({ } reply, var body) && reply.Id == numbered.Id
                ? new(reply with { Body = body }, WorkerFailure.None)
                : new(null, Failure(deadline, cancellationToken));
        }
        catch (Exception error) when (error is IOException or InvalidDataException or OperationCanceledException)
        {
            return new(null, Failure(deadline, cancellationToken));
        }
    }

    /// <summary>Kills the process, if it still lives.</summary>
    public async ValueTask DisposeAsync()
    {
        Kill();
        _hold?.Dispose();
        await _gone.CancelAsync();
        await _drained;
        _process.Dispose();
        _gone.Dispose();
    }

    private static Process Start(ImageWorkerOptions options)
    {
        var start = new ProcessStartInfo(options.FileName, options.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };

        // The worker's managed part is small: no second collector thread, and no heap for each core.
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_gcServer"] = "0";

        // One page, one core: Tesseract's own threads spend more on waiting for each other than they save.
        start.Environment["OMP_THREAD_LIMIT"] = "1";

        // Its end is a kill, which would leave the runtime's sockets for debuggers behind in the folder for temporary files, three each time.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        try
        {
            return Process.Start(start) ?? throw new InvalidOperationException("A process that replaces nothing was not started.");
        }
        catch (Exception error) when (error is Win32Exception or FileNotFoundException)
        {
            throw NotStarted(options, error);
        }
    }

    private void Bound(ImageWorkerOptions options)
    {
        try
        {
            _hold = ProcessLimits.Hold(_process, options.MemoryBytes);
        }
        catch (Win32Exception error)
        {
            // A process that has ended cannot be held: then its end is what went wrong.
            throw _process.HasExited ? NotStarted(options, error) : NotBounded(error);
        }
    }

    private static string LibraryOf(WorkerAnswer answer, ImageWorkerOptions options)
    {
        if (answer.Reply is not { } reply)
        {
            throw NotStarted(options, null);
        }

        return reply.Library ?? throw new ImageWorkerException(
            ImageWorkerFault.LibraryMissing,
            "Leptonica, the library that decodes images, is not installed.",
            OperatingSystem.IsWindows() ? "Install Tesseract 5 with its Windows installer; it brings liblept-5.dll." : "Install the Debian package liblept5.");
    }

    private static ImageWorkerException NotStarted(ImageWorkerOptions options, Exception? inner) => new(
        ImageWorkerFault.NotStarted,
        $"The process for images does not start: {options.FileName} {string.Join(' ', options.Arguments)}",
        "Check that the program is there and may be run, and that the machine has free memory.",
        inner);

    private static ImageWorkerException NotBounded(Win32Exception error) => new(
        ImageWorkerFault.NotBounded,
        $"The process for images cannot be bounded. {error.Message}",
        "Where another program starts OfficeNode, start it as a Windows service. Otherwise tell support the call and the number.",
        error);

    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    private static WorkerFailure Failure(CancellationTokenSource deadline, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return deadline.IsCancellationRequested ? WorkerFailure.TimedOut : WorkerFailure.Crashed;
    }

    /// <summary>Empties the standard error, where libraries complain about images: full, it would block the process.</summary>
    private static async Task DrainAsync(Stream errors, CancellationToken cancellationToken)
    {
        var buffer = new byte[4_096];
        try
        {
            while (await errors.ReadAsync(buffer, cancellationToken) > 0)
            {
                // What stands there says nothing that the findings do not.
            }
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The process is gone, and its pipe with it.
        }
    }

    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception)
        {
            // It has ended by itself, or is about to.
        }
    }
}
