using OfficeNode.Capture.Native;

namespace OfficeNode.Capture.Workers;

/// <summary>The worker process: takes requests from its input one after the other and answers each on its output, until the input ends.</summary>
/// <remarks>
/// The only place where native code decodes foreign images. It is expendable: <see cref="ImageWorkerPool"/> kills and restarts it.
/// Standard output belongs to the protocol; nothing else in the process may write there.
/// </remarks>
public static class ImageWorker
{
    /// <summary>Serves until the input ends; a job under way then is abandoned, because nobody waits for it.</summary>
    /// <exception cref="InvalidDataException">The input is not the protocol's.</exception>
    public static Task RunAsync(Stream input, Stream output, CancellationToken cancellationToken) =>
        RunAsync(input, output, new ImageJobs(TimeProvider.System).Run, cancellationToken);

    /// <summary>As above, with other jobs: tests hang and crash on command.</summary>
    internal static async Task RunAsync(Stream input, Stream output, Func<WorkerRequest, WorkerReply> run, CancellationToken cancellationToken)
    {
        var next = WorkerFrames.ReadAsync(input, WorkerJson.Default.WorkerRequest, cancellationToken);
        while (await next is ({ } request, _))
        {
            // Reading on while the job runs shows at once when the service is gone: the process then ends in the midst of native code.
            next = WorkerFrames.ReadAsync(input, WorkerJson.Default.WorkerRequest, cancellationToken);
            var job = Task.Run(() => request.Job == WorkerJob.Start ? Start(request, run) : run(request), cancellationToken);
            if (await Task.WhenAny(job, next) == next && await next is null)
            {
                return;
            }

            var reply = await job;
            await WorkerFrames.WriteAsync(output, reply, WorkerJson.Default.WorkerReply, reply.Body, cancellationToken);
        }
    }

    private static WorkerReply Start(WorkerRequest request, Func<WorkerRequest, WorkerReply> run)
    {
        var library = Leptonica.Start(request.Library);
        if (request.MemoryBytes > 0)
        {
            ProcessLimits.SetOwn(request.MemoryBytes);
        }

        return run(request) with { Library = library };
    }
}
